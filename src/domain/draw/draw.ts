import { defineLedger, field, type ValuesOf } from '../kernel';
import { drawConsequences, drawInOrder, drawnWithinList, provableOrEntered, witnessIsAnother } from './draw-rules';
import { drawStates } from './draw-states';

const basic = '抽取';
const people = '人员';
const proof = '验证';
const end = '结果';

/** 随机抽取 (双随机): whom to inspect and who inspects, drawn from frozen lists by a seed fixed before the draw. */
export const draw = defineLedger({
  id: 'draw',
  noun: '抽取',
  title: '随机抽取记录',
  purpose: '每一次检查对象和检查人员的随机抽取：抽取前固定的名单摘要和种子，抽取结果，抽取人和见证人。',
  fields: {
    title: field.text({
      label: '抽取名称',
      aliases: ['抽取事项', '批次名称', '批次号'],
      required: true,
      searchable: true,
      indexed: true,
      listed: true,
      width: 18,
      section: basic,
      help: '如：2026年下半年行政处罚案件专项监督检查随机抽取',
    }),
    source: field.choice({
      label: '抽取对象',
      aliases: ['对象类别', '对象库'],
      required: true,
      table: 'draw-source',
      indexed: true,
      listed: true,
      width: 5,
      section: basic,
    }),
    status: field.choice({
      label: '抽取状态',
      aliases: ['状态'],
      required: true,
      table: 'draw-status',
      indexed: true,
      listed: true,
      derived: true,
      width: 5,
      section: basic,
    }),
    task: field.reference({
      label: '方案任务',
      aliases: ['年度方案任务', '对应任务'],
      target: 'plan-task',
      indexed: true,
      width: 12,
      section: basic,
      help: '落实年度监督工作方案哪一项任务；方案以外的抽取不填',
    }),
    preparedOn: field.date({ label: '准备日期', derived: true, width: 7, section: basic }),
    drawnOn: field.date({
      label: '抽取日期',
      aliases: ['抽取时间'],
      indexed: true,
      listed: true,
      width: 7,
      section: basic,
    }),
    objectTotal: field.integer({
      label: '名单数',
      aliases: ['对象数', '对象总数', '抽查基数'],
      min: 1,
      listed: true,
      width: 4,
      section: basic,
    }),
    objectCount: field.integer({
      label: '抽取数',
      aliases: ['抽中数', '抽取对象数'],
      min: 1,
      listed: true,
      width: 4,
      section: basic,
    }),
    inspectorTotal: field.integer({ label: '检查人员数', aliases: ['人员总数'], min: 1, width: 5, section: people }),
    inspectorsEach: field.integer({
      label: '每个对象检查人员数',
      aliases: ['每组人数'],
      min: 1,
      max: 20,
      width: 6,
      section: people,
    }),
    drawer: field.text({
      label: '抽取人',
      required: true,
      searchable: true,
      listed: true,
      width: 5,
      section: people,
    }),
    witness: field.text({ label: '见证人', searchable: true, listed: true, width: 5, section: people }),
    seed: field.text({
      label: '随机种子',
      aliases: ['种子'],
      derived: true,
      code: true,
      width: 16,
      section: proof,
    }),
    algorithm: field.text({ label: '算法', aliases: ['抽取算法版本'], derived: true, width: 8, section: proof }),
    digest: field.text({
      label: '名单摘要',
      aliases: ['名单SHA-256'],
      derived: true,
      code: true,
      width: 16,
      section: proof,
    }),
    drawnObjects: field.paragraph({
      label: '抽中对象',
      aliases: ['抽取结果', '抽中名单'],
      searchable: true,
      width: 16,
      section: end,
    }),
    drawnInspectors: field.paragraph({
      label: '检查人员',
      aliases: ['抽中人员'],
      searchable: true,
      width: 16,
      section: end,
    }),
    resultDigest: field.text({
      label: '结果摘要',
      aliases: ['结果SHA-256'],
      derived: true,
      code: true,
      width: 16,
      section: end,
    }),
    voidedOn: field.date({ label: '作废日期', derived: true, width: 7, section: end }),
    voidReason: field.paragraph({ label: '作废原因', derived: true, width: 10, section: end }),
    remark: field.paragraph({ label: '备注', width: 10, section: end }),
  },
  titleFields: ['title', 'drawnOn'],
  naturalKeys: [{ fields: ['title', 'drawnOn'], unique: false }],
  states: drawStates,
  rules: [drawnWithinList, provableOrEntered, drawInOrder, witnessIsAnother],
  permanent: { message: '抽取记录不能删除，抽过的每一次都要留痕；不用的请打开它办理“作废”，写明原因' },
  consequences: drawConsequences,
});

/** Values of a draw. */
export type Draw = ValuesOf<typeof draw>;
