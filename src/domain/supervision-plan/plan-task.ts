import { defineLedger, field, type FieldProblem, type ValuesOf } from '../kernel';
import { taskConsequences } from './plan-consequences';
import { taskStates } from './task-states';

const what = '任务';
const who = '分工和时间';
const course = '落实情况';

/** The last month of a task does not lie before its first, and its last day lies in its last month. */
function monthsInOrder(values: {
  readonly monthFrom: string;
  readonly monthTo: string;
  readonly dueOn: string | null;
}): FieldProblem | null {
  if (values.monthTo < values.monthFrom) return { field: 'monthTo', message: '“完成月份”不能早于“开始月份”' };
  if (values.dueOn === null || values.dueOn.slice(0, 7) === values.monthTo) return null;
  return { field: 'dueOn', message: `“完成时限”应在完成月份${values.monthTo}以内；整月都可以完成的不填` };
}

/** Done means whole: with its day, its outcome and all of its progress. */
function doneWhole(values: {
  readonly status: string;
  readonly progress: number | null;
  readonly doneOn: string | null;
  readonly outcome: string | null;
}): FieldProblem | null {
  const { status, progress, doneOn, outcome } = values;
  if (status === 'dropped') return null;
  if (status !== 'done') {
    if (progress === 100) return { field: 'progress', message: '进度到100%的，请办理“完成”，写明完成日期和成果' };
    return doneOn === null
      ? null
      : { field: 'doneOn', message: '“完成日期”由完成环节填写：请打开方案，在任务上办理“完成”' };
  }
  if (doneOn === null) return { field: 'doneOn', message: '已完成的任务请填写“完成日期”' };
  if (outcome === null) return { field: 'outcome', message: '已完成的任务请填写“完成情况”' };
  return progress === 100 ? null : { field: 'progress', message: '已完成的任务进度应为100%' };
}

/** 方案任务: one task of a yearly plan, by the six contents of supervision (武政办〔2022〕36号) and coordination. */
export const planTask = defineLedger({
  id: 'plan-task',
  noun: '方案任务',
  title: '年度监督工作任务分工表',
  purpose: '年度监督工作方案中的各项任务：类别、方式、对象、时间、分工、成果形式和完成情况。',
  fields: {
    plan: field.reference({
      label: '所属方案',
      aliases: ['方案', '方案名称', '年度方案'],
      target: 'supervision-plan',
      required: true,
      indexed: true,
      width: 14,
      section: what,
    }),
    title: field.text({
      label: '任务名称',
      aliases: ['任务', '工作任务', '监督任务', '监督事项'],
      required: true,
      searchable: true,
      listed: true,
      width: 16,
      section: what,
      help: '如：食品药品领域行政执法专项监督',
    }),
    category: field.choice({
      label: '任务类别',
      aliases: ['类别', '监督内容', '监督事项类别'],
      table: 'duty-category',
      required: true,
      indexed: true,
      listed: true,
      width: 9,
      section: what,
    }),
    mode: field.choice({
      label: '监督方式',
      aliases: ['监督类型'],
      table: 'supervision-mode',
      indexed: true,
      width: 5,
      section: what,
    }),
    methods: field.choices({
      label: '工作方法',
      aliases: ['方法', '工作方式', '履职方式'],
      table: 'duty-method',
      width: 10,
      section: what,
    }),
    content: field.paragraph({
      label: '工作内容',
      aliases: ['内容', '主要内容', '具体内容'],
      searchable: true,
      width: 16,
      section: what,
    }),
    target: field.text({
      label: '监督对象',
      aliases: ['对象', '监督范围'],
      searchable: true,
      width: 10,
      section: what,
      help: '如：全县各行政执法部门',
    }),
    entities: field.references({
      label: '监督单位',
      aliases: ['被监督单位'],
      target: 'enforcement-entity',
      indexed: true,
      width: 12,
      section: what,
      help: '已经确定监督哪些单位的，从执法主体名录选择',
    }),
    monthFrom: field.month({
      label: '开始月份',
      aliases: ['开始时间', '起始月份'],
      span: 'first',
      required: true,
      indexed: true,
      listed: true,
      width: 5,
      section: who,
    }),
    monthTo: field.month({
      label: '完成月份',
      aliases: ['结束月份', '完成时间', '结束时间', '时间', '月份', '时间安排', '工作时间', '实施时间', '起止月份'],
      span: 'last',
      help: '导入时可以写3月、3—5月、一季度、全年',
      required: true,
      indexed: true,
      listed: true,
      width: 5,
      section: who,
    }),
    dueOn: field.date({
      label: '完成时限',
      aliases: ['截止日期', '时限'],
      width: 7,
      section: who,
      help: '定到日的填写；不填的以完成月份的最后一天为限',
    }),
    leadUnit: field.text({
      label: '牵头单位',
      aliases: ['责任单位', '牵头股室', '责任股室', '责任人'],
      searchable: true,
      listed: true,
      width: 9,
      section: who,
    }),
    assistUnits: field.text({
      label: '配合单位',
      aliases: ['协助单位', '协办单位'],
      searchable: true,
      width: 10,
      section: who,
      help: '用顿号分开',
    }),
    result: field.text({
      label: '成果形式',
      aliases: ['工作成果', '预期成果'],
      width: 8,
      section: who,
      help: '如：监督报告、通报、会议纪要',
    }),
    status: field.choice({
      label: '任务状态',
      aliases: ['状态'],
      table: 'plan-task-status',
      required: true,
      indexed: true,
      listed: true,
      derived: true,
      width: 5,
      section: course,
    }),
    progress: field.integer({
      label: '进度（%）',
      aliases: ['进度', '完成进度'],
      min: 0,
      max: 100,
      listed: true,
      width: 4,
      section: course,
    }),
    doneOn: field.date({ label: '完成日期', aliases: ['实际完成日期'], indexed: true, width: 7, section: course }),
    outcome: field.paragraph({
      label: '完成情况',
      aliases: ['落实情况', '实际成果'],
      searchable: true,
      width: 14,
      section: course,
    }),
    dropReason: field.paragraph({ label: '取消原因', derived: true, width: 10, section: course }),
    reopenReason: field.paragraph({ label: '重新开展原因', derived: true, width: 10, section: course }),
    recurring: field.text({ label: '例行工作编号', code: true, derived: true, width: 8, section: course }),
    remark: field.paragraph({ label: '备注', width: 12, section: course }),
  },
  titleFields: ['title'],
  naturalKeys: [{ fields: ['plan', 'title'], unique: true }],
  order: [{ field: 'monthFrom' }, { field: 'monthTo' }],
  states: taskStates,
  rules: [monthsInOrder, doneWhole],
  consequences: taskConsequences,
});

/** Values of a task. */
export type PlanTask = ValuesOf<typeof planTask>;
