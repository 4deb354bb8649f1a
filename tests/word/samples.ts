import type { Block, DocumentModel, Paragraph } from '@/domain/document';

const full = '县司法局对你单位开展行政执法监督检查时查阅执法案卷并走访当事人发现告知听证期限记录不全';

/** Text of `count` characters without a sign among them, so that it breaks just where a line is full. */
export function plainRun(count: number): string {
  return full.repeat(Math.ceil(count / full.length)).slice(0, count);
}

/** A paragraph without a head. */
export function plain(text: string): Paragraph {
  return { kind: 'paragraph', head: '', level: null, text };
}

function headed(level: 1 | 2 | 3 | 4, head: string, text: string): Paragraph {
  return { kind: 'paragraph', head, level, text };
}

const findings: Block[] = [
  plain(
    '根据《行政执法监督条例》第二十五条第一款第（三）项的规定，我局于2026年10月12日至16日对你单位2025年以来的行政处罚、行政检查案卷进行了检查，现将有关情况通知如下：',
  ),
  headed(1, '一、发现的问题', ''),
  headed(
    2,
    '（一）执法记录不完整。',
    '抽查的30份案卷中，有6份缺少现场检查的全过程记录，其中安交罚〔2026〕17号案的询问笔录没有当事人签名。',
  ),
  headed(3, '1.记录仪使用不规范。', '部分执法人员在检查现场没有开启执法记录仪，事后补录的说明没有附卷。'),
  headed(4, '（1）补录说明缺少日期。', '“补录说明”应当写明补录的时间、原因和经办人（见第12页、第15页）。'),
  headed(2, '（二）告知程序有缺项。', plainRun(120) + '。'),
  headed(1, '二、整改要求', ''),
  plain(
    '（一）于收到本通知书之日起15个工作日内补正上述案卷；（二）于2026年12月31日前书面报告整改情况。' +
      plainRun(90) +
      '。',
  ),
];

const bare: DocumentModel = {
  layout: 'letter',
  letterhead: '安澜县司法局',
  copyNo: null,
  secrecy: null,
  urgency: null,
  number: '安司执监通〔2026〕7号',
  signer: null,
  title: '关于开展行政执法案卷专项检查的通知书',
  addressees: ['安澜县交通运输局'],
  blocks: findings,
  attachments: [],
  signature: { organs: ['安澜县司法局'], date: '2026-11-22', sealed: true },
  note: '联系人：王小明，电话：0551-1234567',
  copies: [],
  colophon: null,
  enclosures: [],
  counterfoil: null,
  receipt: null,
};

/** A letter with every part a letter can have. */
export const letter: DocumentModel = {
  ...bare,
  copyNo: '000012',
  secrecy: '秘密★1年',
  urgency: '特急',
  blocks: [plain(plainRun(26 + 28 * 40)), ...findings],
  attachments: [
    '行政执法案卷检查问题清单',
    '整改情况反馈表（由被监督单位填写并加盖公章后一式两份报送县司法局行政执法协调监督股）',
  ],
  copies: ['县人民政府办公室', '县人大监察和司法委员会', '县纪委监委', '县委依法治县办'],
  enclosures: [
    {
      title: '行政执法案卷检查问题清单',
      blocks: [
        {
          kind: 'table',
          caption: '安澜县交通运输局案卷问题',
          columns: [
            { label: '序号', share: 1, align: 'center' },
            { label: '案卷文号', share: 4, align: 'left' },
            { label: '问题', share: 6, align: 'left' },
            { label: '依据', share: 5, align: 'left' },
          ],
          rows: Array.from({ length: 40 }, (_, at) => [
            String(at + 1),
            `安交罚〔2026〕${at + 1}号`,
            '询问笔录没有当事人签名，也没有注明拒绝签名的情况。',
            '《行政处罚法》第五十五条',
          ]),
        },
      ],
    },
    { title: '整改情况反馈表', blocks: [plain('被监督单位应当逐项填写。')] },
  ],
};

const rows = [
  { cells: [{ label: '受送达单位', value: '安澜县交通运输局' }], lines: 2 },
  {
    cells: [
      { label: '送达文书', value: '行政执法监督通知书' },
      { label: '文号', value: '安司执监通〔2026〕7号' },
    ],
    lines: 2,
  },
  {
    cells: [
      { label: '收件人', value: '' },
      { label: '收到日期', value: '' },
    ],
    lines: 2,
  },
  { cells: [{ label: '备注', value: '' }], lines: 5 },
];

/** A filled-in document with counterfoil and proof of service. */
export const form: DocumentModel = {
  ...bare,
  layout: 'form',
  title: '行政执法监督通知书',
  blocks: [...findings, { kind: 'form', rows }],
  signature: { organs: ['安澜县司法局'], date: '2026-03-05', sealed: true },
  counterfoil: {
    title: '行政执法监督通知书（存根）',
    organ: '安澜县司法局',
    number: '安司执监通〔2026〕7号',
    rows,
    notes: ['本联由监督机关留存。'],
  },
  receipt: {
    title: '送达回证',
    organ: '安澜县司法局',
    number: '安司执监通〔2026〕7号',
    rows,
    notes: ['注：受送达人拒绝签收的，由送达人注明情况。'],
  },
};

/** A circular in the form of a file, with imprint. */
export const file: DocumentModel = {
  ...bare,
  layout: 'file',
  letterhead: '安澜县司法局文件',
  copyNo: '000001',
  urgency: '加急',
  number: '安司发〔2026〕21号',
  signer: '李建国',
  title: '关于印发《安澜县2026年度行政执法监督工作方案》的通知',
  addressees: ['各乡镇人民政府', '县政府各工作部门', '各街道办事处'],
  blocks: [...findings, plain(plainRun(400) + '。'), ...findings],
  attachments: ['安澜县2026年度行政执法监督工作方案'],
  note: '此件公开发布',
  copies: [
    '县委办公室',
    '县人大常委会办公室',
    '县政协办公室',
    '县纪委监委',
    '县法院',
    '县检察院',
    '各民主党派、工商联',
  ],
  colophon: { printer: '安澜县司法局办公室', printedOn: '2026-11-23' },
  enclosures: [{ title: '安澜县2026年度行政执法监督工作方案', blocks: [...findings, plain(plainRun(500) + '。')] }],
};

/** Minutes of a meeting. */
export const minutes: DocumentModel = {
  ...bare,
  layout: 'minutes',
  letterhead: '安澜县行政执法协调联席会议纪要',
  number: '〔2026〕3号',
  title: '研究道路货运联合执法争议协调事项',
  addressees: [],
  blocks: [
    plain(plainRun(200) + '。'),
    ...findings,
    {
      kind: 'labelled',
      label: '出席',
      text: '县司法局王小明、李建国，县交通运输局张志强、刘洋，县公安局陈晓东、赵丽，县市场监督管理局周海燕、吴磊，县城市管理局孙鹏。',
    },
    { kind: 'labelled', label: '请假', text: '县农业农村局郑爽。' },
    { kind: 'labelled', label: '列席', text: '县政府办公室钱进。' },
  ],
  signature: null,
  note: null,
  copies: ['县政府办公室', '联席会议各成员单位'],
  colophon: { printer: '安澜县司法局办公室', printedOn: '2026-11-23' },
};

/** One document of each layout by its name. */
export const samples = { letter, form, file, minutes } as const;
