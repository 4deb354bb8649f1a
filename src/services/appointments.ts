import {
  checkRecord,
  emptyValues,
  err,
  type CommitReceipt,
  type DateText,
  type FieldProblem,
  type Filter,
  type LedgerRow,
  type Mutation,
  type Result,
  type Values,
} from '@/domain/kernel';
import {
  appointmentTerm,
  checkEligibility,
  followingTerm,
  overlappingTerms,
  renewalWarnings,
  supervisorActivity,
  termStateOn,
  type AppointmentTerm,
  type EligibilityItem,
  type LaySupervisor,
  type TermWarning,
} from '@/domain/supervisor';
import { allRows } from './all-rows';
import { refusalText } from './records';
import { rulesInForce } from './rules';
import type { Workbench } from './workbench';

/** A term with the record it stands in. */
export type TermRow = LedgerRow<AppointmentTerm>;

/** What stands in the way: problems of fields, or one of the whole. */
export type AppointmentAnswer = Result<CommitReceipt, readonly FieldProblem[]>;

/** Terms of a supervisor, the latest first. */
export async function termsOf(bench: Workbench, supervisorId: string): Promise<readonly TermRow[]> {
  const filters = [{ field: 'supervisor', op: 'equals', value: supervisorId } as const];
  const rows = await allRows(bench, { ledger: appointmentTerm.id, filters });
  return (rows as readonly TermRow[]).toSorted((a, b) => (a.values.startsOn < b.values.startsOn ? 1 : -1));
}

/** The conditions of appointing a person, judged for the first day of the term. */
export async function eligibilityOf(
  bench: Workbench,
  person: LaySupervisor,
  appointedOn: DateText,
): Promise<readonly EligibilityItem[]> {
  const { parameters } = await rulesInForce(bench);
  return checkEligibility(person, appointedOn, parameters);
}

/** What the form of a new term starts with: after a former term the one that follows it, else nothing but today. */
export function proposedTerm(terms: readonly TermRow[], today: DateText): Values {
  const last = terms.find((term) => term.values.status !== 'proposed')?.values;
  if (!last) return { kind: 'first', status: 'serving', startsOn: today };
  const left = last.status === 'dismissed' || last.status === 'resigned';
  const dates = left ? { startsOn: today, endsOn: null } : followingTerm(last);
  return { kind: left ? 'first' : 'renewal', status: 'serving', ...dates };
}

async function write(bench: Workbench, label: string, mutations: readonly Mutation[]): Promise<AppointmentAnswer> {
  const written = await bench.storage.commit({ kind: 'appoint', label }, mutations, bench.session.context());
  if (written.ok) return written;
  const { error } = written;
  return err(error.kind === 'invalid' ? error.problems : [{ field: null, message: refusalText(error) }]);
}

/**
 * Appoints or renews: a new term, never another date in an old one. A term that shares days with a former one that was
 * not ended is refused, since a person would then be appointed twice.
 */
export async function appoint(bench: Workbench, supervisorId: string, values: Values): Promise<AppointmentAnswer> {
  const whole = { ...emptyValues(appointmentTerm), ...values, supervisor: supervisorId };
  const problems = checkRecord(appointmentTerm, whole, bench.session.context());
  if (problems.length > 0) return err(problems);
  const term = whole as unknown as AppointmentTerm;
  const terms = await termsOf(bench, supervisorId);
  const [other] = overlappingTerms(
    terms.map((row) => row.values),
    term,
  );
  if (other) {
    const message = `与已有聘期（${other.startsOn}至${other.endsOn}）重叠，请改“聘期起”，或先办理解聘`;
    return err([{ field: 'startsOn', message }]);
  }
  const label = term.kind === 'renewal' ? '续聘监督员' : '聘任监督员';
  return write(bench, label, [{ op: 'create', ledger: appointmentTerm.id, values: whole }]);
}

/** Ends a term before its time, with day and reason. */
export function endTerm(bench: Workbench, term: LedgerRow, values: Values): Promise<AppointmentAnswer> {
  const label = values['status'] === 'resigned' ? '监督员辞任' : '解聘监督员';
  const { id, revision } = term;
  return write(bench, label, [{ op: 'update', ledger: appointmentTerm.id, id, revision, changes: values }]);
}

/** A warning about a term's end, with the supervisor's name. */
export interface NamedTermWarning extends TermWarning<AppointmentTerm & { readonly id: string }> {
  readonly name: string;
}

/** Terms that run out, or ran out without being renewed, the most urgent first. */
export async function termWarnings(bench: Workbench): Promise<readonly NamedTermWarning[]> {
  const { parameters } = await rulesInForce(bench);
  const rows = (await allRows(bench, { ledger: appointmentTerm.id })) as readonly TermRow[];
  const terms = rows.map((row) => ({ ...row.values, id: row.id }));
  const warnings = renewalWarnings(terms, bench.session.today(), parameters);
  const ids = warnings.map((warning) => warning.term.supervisor);
  const titles = await bench.storage.titles('lay-supervisor', ids);
  return warnings.flatMap((warning) => {
    const name = titles[warning.term.supervisor];
    // Whoever stands in the recycle bin needs no renewal.
    return name === undefined ? [] : [{ ...warning, name }];
  });
}

/** The term that a letter or a card is made out for on a day: the one served, else the next to come. */
export function termInForce(terms: readonly TermRow[], day: DateText): TermRow | null {
  const of = (state: string): TermRow | undefined => terms.find((term) => termStateOn(term.values, day) === state);
  return of('serving') ?? of('waiting') ?? null;
}

/** What a supervisor did in a year, as recorded: all activities, and those with an opinion. */
export async function activityCounts(
  bench: Workbench,
  supervisorId: string,
  year: number,
): Promise<{ readonly activities: number; readonly opinions: number }> {
  const ofTheYear: readonly Filter[] = [
    { field: 'supervisor', op: 'equals', value: supervisorId },
    { field: 'date', op: 'between', from: `${year}-01-01`, to: `${year}-12-31` },
  ];
  const [activities, opinions] = await Promise.all([
    bench.storage.countRows({ ledger: supervisorActivity.id, filters: ofTheYear }),
    bench.storage.countRows({
      ledger: supervisorActivity.id,
      filters: [...ofTheYear, { field: 'opinion', op: 'filled' }],
    }),
  ]);
  return { activities, opinions };
}
