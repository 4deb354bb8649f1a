import { deadlineExtension, type DeadlineExtensionRecord } from '@/domain/finding';
import {
  checkRecord,
  emptyValues,
  err,
  isDateText,
  ok,
  type Deadline,
  type DeadlineExtension,
  type FieldProblem,
  type LedgerRow,
  type Values,
} from '@/domain/kernel';
import { calendarOf } from './calendar';
import type { DocumentAnswer } from './documents';
import { findingDeadline, grantedExtension } from './finding-deadline';
import { findingChange, writeFinding } from './finding-steps';
import { openFinding, type FindingRow, type OpenedFinding } from './findings';
import type { Workbench } from './workbench';

/** An extension with its record. */
export type ExtensionRow = LedgerRow<DeadlineExtensionRecord>;

function problem(field: string | null, message: string): readonly FieldProblem[] {
  return [{ field, message }];
}

const extensible: readonly string[] = ['issued', 'rectifying'];

/** Why no extension can be asked for; null where it can. */
export function extensionStop({ row, extensions }: OpenedFinding): string | null {
  if (!extensible.includes(row.values.status)) return '交办以后、报告整改情况以前，才能申请延期';
  if (row.values.dueOn === null) return '这个问题没有整改期限，不需要延期';
  const waiting = extensions.some((one) => one.values.result === null);
  return waiting ? '还有一件延期申请没有审批，请先审批' : null;
}

function untilProblem(row: FindingRow, field: string, until: unknown): readonly FieldProblem[] {
  if (typeof until !== 'string' || !isDateText(until)) return problem(field, '请填写延至哪一天');
  const { dueOn } = row.values;
  if (dueOn === null || until > dueOn) return [];
  return problem(field, `延至的日期（${until}）应在现在的整改期限（${dueOn}）之后`);
}

/** The day until which more time is asked for; with hours, the day on which they end. */
async function askedUntil(bench: Workbench, opened: OpenedFinding, values: Values): Promise<DocumentAnswer<string>> {
  const { hours = null, until = null } = values;
  if (hours === null) {
    const late = untilProblem(opened.row, 'until', until);
    return late.length > 0 ? err(late) : ok(String(until));
  }
  const deadline = await extendedDeadline(bench, opened, moreTime(hours, null, values['reason']));
  return deadline.ok ? ok(deadline.value.due) : deadline;
}

/** Records that a body asks for more time, with its reason. The deadline stays until somebody approves. */
export async function requestExtension(
  bench: Workbench,
  row: FindingRow,
  values: Values,
): Promise<DocumentAnswer<FindingRow>> {
  const opened = await openFinding(bench, row.id);
  if (opened === null) return err(problem(null, '这个问题已不存在，请刷新列表'));
  const stop = extensionStop(opened);
  if (stop !== null) return err(problem(null, stop));
  const asked = await askedUntil(bench, opened, values);
  if (!asked.ok) return asked;
  const whole = { ...emptyValues(deadlineExtension), ...values, until: asked.value, finding: row.id };
  const wrong = checkRecord(deadlineExtension, whole, bench.session.context());
  if (wrong.length > 0) return err(wrong);
  return writeFinding(bench, row, '申请整改延期', [{ op: 'create', ledger: deadlineExtension.id, values: whole }]);
}

/** The deadline with what was granted before and with more time. */
async function extendedDeadline(
  bench: Workbench,
  { row, extensions }: OpenedFinding,
  more: DeadlineExtension,
): Promise<DocumentAnswer<Deadline>> {
  const { dueOn } = row.values;
  const granted = extensions
    .map((one) => one.values)
    .filter((one) => one.result === 'granted' && one.grantedUntil !== null && one.grantedUntil <= (dueOn ?? ''));
  return findingDeadline(bench, row, [...granted.map(grantedExtension), more], await calendarOf(bench));
}

/** More time as it is asked for or granted: by hours where these are given, else to a day. */
function moreTime(hours: unknown, until: unknown, reason: unknown): DeadlineExtension {
  const why = typeof reason === 'string' ? { reason } : {};
  return typeof hours === 'number' ? { amount: hours, unit: 'hour', ...why } : { until: String(until), ...why };
}

/**
 * Approves or refuses an extension. Approved, the deadline is computed anew from the terms that the finding keeps, and
 * explained; a rule pack changed since does not matter.
 */
export async function decideExtension(
  bench: Workbench,
  extension: ExtensionRow,
  values: Values,
): Promise<DocumentAnswer<FindingRow>> {
  const opened = await openFinding(bench, extension.values.finding);
  if (opened === null) return err(problem(null, '这件申请的问题已不存在，请刷新列表'));
  const { row } = opened;
  if (extension.values.result !== null) return err(problem(null, '这件申请已经审批过了，请刷新'));
  const granted = values['result'] === 'granted';
  const decided: Values = granted ? values : { ...values, grantedUntil: null, grantedHours: null };
  const byHours = granted && typeof decided['grantedHours'] === 'number';
  const whole = { ...extension.values, ...decided, ...(byHours ? { grantedUntil: row.values.dueOn } : {}) };
  if (values['result'] === null || values['result'] === undefined) return err(problem('result', '请选择“审批结果”'));
  const wrong = [
    ...checkRecord(deadlineExtension, whole, bench.session.context()),
    ...(granted && !byHours ? untilProblem(row, 'grantedUntil', values['grantedUntil']) : []),
  ];
  if (wrong.length > 0) return err(wrong);
  const { id, revision } = extension;
  const write = (further: Values) =>
    ({ op: 'update', ledger: deadlineExtension.id, id, revision, changes: further }) as const;
  if (!granted) return writeFinding(bench, row, '审批延期：不同意', [write(decided)]);
  const more = moreTime(decided['grantedHours'], values['grantedUntil'], extension.values.reason);
  const deadline = await extendedDeadline(bench, opened, more);
  if (!deadline.ok) return deadline;
  const { due, explanation } = deadline.value;
  return writeFinding(bench, row, '审批延期：同意', [
    write({
      ...decided,
      namedUntil: byHours ? null : (decided['grantedUntil'] ?? null),
      grantedUntil: due,
      explanation,
    }),
    findingChange(row, { dueOn: due, dueReason: explanation }),
  ]);
}
