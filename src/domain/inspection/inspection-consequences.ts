import { enterpriseVisit } from '../draw';
import { emptyValues, ok, type Consequences, type DateText, type Mutation, type RecordFinder } from '../kernel';

/** What of an inspection bears on the records around it. */
interface Course {
  readonly status: string;
  readonly title: string;
  readonly mode: string;
  readonly startedOn: DateText | null;
  readonly enterprise: string | null;
  readonly enterpriseCode: string | null;
}

/** States in which the team has been at the enterprise. History that is recorded afterwards registers no visit. */
const held: readonly string[] = ['onsite', 'recorded', 'closed'];

function visitsEnterprise(course: Course | null): boolean {
  return course !== null && held.includes(course.status) && course.enterprise !== null && course.startedOn !== null;
}

/** The visit to an enterprise, counted against its yearly ceiling (国办发〔2024〕54号); once for an inspection. */
function visit(id: string, after: Course, find: RecordFinder): readonly Mutation[] {
  if (find.referring('enterprise-visit', 'inspection', id).length > 0) return [];
  const values = {
    ...emptyValues(enterpriseVisit),
    enterprise: after.enterprise,
    uscc: after.enterpriseCode,
    kind: after.mode === 'special' ? 'special' : 'routine',
    visitedOn: after.startedOn,
    matter: after.title,
    countsToCeiling: true,
    inspection: id,
  };
  return [{ op: 'create', ledger: 'enterprise-visit', values }];
}

/** Closing an inspection freezes the results of its check lists. */
function frozen(id: string, find: RecordFinder): readonly Mutation[] {
  const record = find.byId('inspection-record', id);
  if (!record || record.values['status'] === 'frozen') return [];
  const { revision } = record;
  return [{ op: 'update', ledger: 'inspection-record', id, revision, changes: { status: 'frozen' } }];
}

/** What follows from the course of an inspection: the visit to an enterprise is registered, its record frozen at the end. */
export const inspectionConsequences: Consequences<Course> = {
  ledgers: ['inspection-record', 'enterprise-visit'],
  of: ({ id, before, after }, find) => {
    if (after === null) return ok([]);
    const visits = visitsEnterprise(after) && !visitsEnterprise(before) ? visit(id, after, find) : [];
    const closing = after.status === 'closed' && before?.status !== 'closed' ? frozen(id, find) : [];
    return ok([...visits, ...closing]);
  },
};
