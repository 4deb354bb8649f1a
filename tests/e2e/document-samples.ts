import type { Block, DocumentModel, FormSheet } from '../../src/domain/document';

const sentence =
  '根据《行政执法监督条例》第二十五条第一款第（三）项和《甘肃省行政执法监督条例》的规定，我局定于2026年11月23日至12月4日对你单位行政执法工作开展监督检查，“双随机、一公开”抽查案卷10个、执法人员3人——届时请予配合；联系电话0931-1234567。';

/** Paragraphs of running text that fill several pages. */
export function longText(count: number): Block[] {
  return Array.from({ length: count }, (_, at): Block[] => [
    { kind: 'paragraph', level: 1, head: `${'一二三四五六七八九十'[at % 10] ?? ''}、检查的内容和重点`, text: '' },
    { kind: 'paragraph', level: 2, head: '（一）执法主体和人员。', text: sentence },
    { kind: 'paragraph', level: null, head: '', text: `${sentence}${sentence}` },
  ]).flat();
}

/** A letter as offices send it; parts may be replaced. */
export function letter(parts: Partial<DocumentModel> = {}): DocumentModel {
  return {
    layout: 'letter',
    letterhead: '安澜县司法局',
    copyNo: null,
    secrecy: null,
    urgency: '特急',
    number: '安司执监检〔2026〕1号',
    signer: null,
    title: '安澜县司法局关于对县市场监督管理局开展行政执法监督检查的通知',
    addressees: ['安澜县市场监督管理局'],
    blocks: [{ kind: 'paragraph', level: null, head: '', text: sentence }, ...longText(1)],
    attachments: ['需要准备的材料清单', '行政执法案卷评查标准和行政执法人员持证情况统计表、行政执法主体基本情况登记表'],
    signature: { organs: ['安澜县司法局'], date: '2026-11-22', sealed: true },
    note: '联系人：李想，电话：0931-1234567',
    copies: [
      '安澜县人民政府办公室',
      '安澜县纪委监委',
      '各乡镇人民政府',
      '县直各行政执法部门',
      '省、市驻安澜县各行政执法单位',
    ],
    colophon: null,
    enclosures: [],
    counterfoil: null,
    receipt: null,
    ...parts,
  };
}

/** 存根 or 送达回证. */
export function form(title: string): FormSheet {
  return {
    title,
    organ: '安澜县司法局',
    number: '安司执监通〔2026〕2号',
    rows: [
      { cells: [{ label: '送达文书名称', value: '行政执法监督通知书' }], lines: 1 },
      {
        cells: [
          { label: '受送达单位', value: '安澜县综合行政执法局' },
          { label: '送达方式', value: '直接送达' },
        ],
        lines: 2,
      },
      {
        cells: [
          { label: '收件人签名或者盖章', value: '' },
          { label: '收到日期', value: '    年  月  日' },
        ],
        lines: 3,
      },
      { cells: [{ label: '备注', value: sentence.repeat(3) }], lines: 4 },
    ],
    notes: ['注：受送达人拒绝接收的，送达人应当注明拒收的事由和日期。'],
  };
}

/** One document of each layout, and the awkward ones. */
export const samples: Readonly<Record<string, readonly DocumentModel[]>> = {
  letter: [letter()],
  long: [letter({ blocks: longText(4), secrecy: '机密★1年', copyNo: '000001', number: null })],
  file: [
    letter({
      layout: 'file',
      letterhead: '安澜县司法局文件',
      urgency: '加急',
      copyNo: '000012',
      secrecy: '秘密',
      signer: '张明远',
      number: '安司发〔2026〕12号',
      title: '安澜县司法局关于印发《2026年度行政执法监督工作计划》的通知',
      addressees: ['各乡镇人民政府', '县直各行政执法部门'],
      blocks: longText(2),
      note: null,
      colophon: { printer: '安澜县司法局办公室', printedOn: '2026-11-22' },
      enclosures: [
        {
          title: '2026年度行政执法监督工作计划',
          blocks: [
            ...longText(1),
            {
              kind: 'table',
              caption: '检查安排表',
              columns: [
                { label: '序号', share: 1, align: 'center' },
                { label: '受检单位', share: 3, align: 'left' },
                { label: '检查内容', share: 5, align: 'left' },
                { label: '时间', share: 2, align: 'center' },
              ],
              rows: Array.from({ length: 30 }, (_, at) => [
                String(at + 1),
                '安澜县市场监督管理局',
                '行政处罚案卷、执法人员持证上岗和亮证执法情况、执法全过程记录制度的落实情况',
                '2026年11月',
              ]),
            },
          ],
        },
        { title: '整改情况反馈表', blocks: [{ kind: 'form', rows: form('').rows }] },
      ],
    }),
  ],
  minutes: [
    letter({
      layout: 'minutes',
      letterhead: '行政执法协调监督联席会议纪要',
      urgency: null,
      number: '第3号',
      title: '安澜县行政执法协调监督第三次联席会议纪要',
      addressees: [],
      blocks: [
        { kind: 'labelled', label: '时间', text: '2026年11月20日上午9时' },
        {
          kind: 'labelled',
          label: '出席',
          text: '张明远（县司法局）、李想（县司法局）、王强（县市场监督管理局）、赵敏（县生态环境局）、孙立（县应急管理局）、周静（县交通运输局）',
        },
        ...longText(1),
      ],
      attachments: [],
      signature: null,
      note: null,
      copies: ['各参会单位'],
      colophon: { printer: '安澜县司法局办公室', printedOn: '2026-11-22' },
    }),
  ],
  form: [
    letter({
      layout: 'form',
      urgency: null,
      title: '行政执法监督通知书',
      number: '安司执监通〔2026〕2号',
      attachments: ['问题清单'],
      copies: [],
      signature: { organs: ['安澜县司法局'], date: null, sealed: true },
      counterfoil: form('行政执法监督通知书（存根）'),
      receipt: form('送达回证'),
    }),
  ],
};
