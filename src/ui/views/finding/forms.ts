import { deadlineExtension, escalation, finding, stepsAfter, verification } from '@/domain/finding';
import type { Ledger, Values } from '@/domain/kernel';
import type { DocumentAnswer } from '@/services/documents';
import { escalate } from '@/services/finding-documents';
import { countsHours } from '@/services/finding-deadline';
import { extensionStop, requestExtension } from '@/services/finding-extensions';
import { closeOut, orderDirectly, reopenFinding, takeFindingStep, verifyFinding } from '@/services/finding-steps';
import { stepsTaken, type OpenedFinding } from '@/services/findings';
import type { Workbench } from '@/services/workbench';

/** A step of a finding that asks for some fields. */
export interface FindingForm {
  /** What the button says. */
  readonly label: string;
  readonly ledger: Pick<Ledger, 'fields'>;
  readonly fields: readonly string[];
  readonly initial: Values;
  /** Above the fields: what to know before. */
  readonly lead?: string;
  /** Carries it out; a document's identifier where it leads to one. */
  readonly submit: (values: Values) => Promise<DocumentAnswer<{ readonly id: string }>>;
  /** The answer's record is a draft to go on with. */
  readonly leadsToDocument?: boolean;
}

type Maker = (bench: Workbench, opened: OpenedFinding) => FindingForm | null;

function plain(to: string, label: string, fields: readonly string[], preset: (bench: Workbench) => Values): Maker {
  return (bench, { row }) => ({
    label,
    ledger: finding,
    fields,
    initial: { ...row.values, ...preset(bench) },
    submit: (values) => takeFindingStep(bench, row, to, values),
  });
}

const direct: Maker = (bench, { row }) => ({
  label: row.values.status === 'recorded' ? '纳入整改' : '直接交办',
  ledger: finding,
  fields: ['requirement', 'dueOn', 'leaderInCharge', 'personInCharge'],
  initial: row.values,
  lead: '不制发文书、当面交办立行立改的小问题用这一项；整改期限自行指定。',
  submit: (values) => orderDirectly(bench, row, values),
});

const verify: Maker = (bench, { row }) => {
  const closed = row.values.status === 'closed';
  const { actor, today } = bench.session.context();
  const looked = {
    ...verification.fields,
    dueOn: { ...finding.fields.dueOn, label: '新的整改期限', help: '反弹或不通过时填写' },
  };
  return {
    label: closed ? '登记回头看' : '登记核验',
    ledger: closed ? { fields: looked } : verification,
    fields: ['method', 'verifiedOn', 'verifiers', 'result', 'opinion', ...(closed ? ['dueOn'] : [])],
    initial: { method: closed ? 'follow-up' : 'paper', verifiedOn: today, verifiers: actor, result: 'passed' },
    submit: (values) => verifyFinding(bench, row, values),
  };
};

const close: Maker = (bench, { row }) => ({
  label: '销号',
  ledger: finding,
  fields: ['closedOn', 'closedBy', 'closeOpinion'],
  initial: { closedOn: bench.session.today(), closeOpinion: '同意销号。' },
  submit: (values) => closeOut(bench, row, values),
});

const reopen: Maker = (bench, { row }) => ({
  label: '重新挂号',
  ledger: finding,
  fields: ['returnReason', 'dueOn'],
  initial: {},
  lead: '同一问题又出现时重新挂号，编号不变；同类问题出现在别的事项中的，另登记新问题并选“原问题”。',
  submit: (values) => reopenFinding(bench, row, values),
});

const extend: Maker = (bench, opened) =>
  extensionStop(opened) !== null
    ? null
    : {
        label: '申请延期',
        ledger: deadlineExtension,
        fields: ['askedOn', countsHours(opened.row) ? 'hours' : 'until', 'reason'],
        initial: { askedOn: bench.session.today() },
        lead: `现在的整改期限是${opened.row.values.dueOn ?? ''}；批准以后才改期。`,
        submit: (values) => requestExtension(bench, opened.row, values),
      };

const press: Maker = (bench, opened) => {
  const { row, body } = opened;
  const offered = body ? stepsAfter(body.values, stepsTaken(opened)) : [];
  const [first] = offered;
  if (!first) return null;
  const labels = bench.session.codes['escalation-step']?.entries ?? [];
  const names = offered.map(({ step }) => labels.find((entry) => entry.code === step)?.label ?? step);
  return {
    label: '督促升级',
    ledger: escalation,
    fields: ['step', 'on', 'reason'],
    initial: { step: first.step, on: bench.session.today(), reason: null },
    lead: `可以采取：${names.join('、')}。登记后拟制相应的文书，送达后按新文书的期限计算。`,
    submit: (values) =>
      escalate(bench, [row.id], {
        step: values['step'] as typeof first.step,
        on: String(values['on'] ?? ''),
        reason: String(values['reason'] ?? ''),
      }),
    leadsToDocument: true,
  };
};

const today =
  (field: string) =>
  (bench: Workbench): Values => ({ [field]: bench.session.today() });

const begin = plain('rectifying', '开始整改', ['leaderInCharge', 'personInCharge'], () => ({}));
const submit = plain('submitted', '提交整改报告', ['submittedOn', 'progress', 'evidence'], today('submittedOn'));
const refer = plain(
  'transferred',
  '移送',
  ['transferredOn', 'transferredTo', 'transferReason'],
  today('transferredOn'),
);
const dismiss = plain('unfounded', '查否', ['unfoundedReason'], () => ({}));
const back = plain('rectifying', '退回整改', ['returnReason'], () => ({ returnReason: null }));

/** What can be done in each state, the usual next step first. */
const makers: Readonly<Record<string, readonly Maker[]>> = {
  open: [direct, refer, dismiss],
  issued: [begin, submit, extend, press, refer, dismiss],
  rectifying: [submit, extend, press, refer, dismiss],
  submitted: [verify],
  verified: [close, back],
  closed: [verify, reopen],
  informed: [close],
  transferred: [close],
  recorded: [direct, close],
};

/** The steps that a finding offers, the usual next one first. */
export function findingForms(bench: Workbench, opened: OpenedFinding): readonly FindingForm[] {
  return (makers[opened.row.values.status] ?? []).flatMap((make) => make(bench, opened) ?? []);
}
