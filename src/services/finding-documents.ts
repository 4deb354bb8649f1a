import type { DocumentKind } from '@/domain/document';
import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import {
  escalation,
  finding,
  findingData,
  informStep,
  isSuperiorKind,
  hasSuperior,
  isVertical,
  kindStem,
  ladder,
  misstep,
  onlyTell,
  subjectOf,
  type LadderStep,
} from '@/domain/finding';
import {
  checkRecord,
  emptyValues,
  err,
  ok,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Result,
} from '@/domain/kernel';
import { startingData } from './document-drafting';
import { surroundingsOf } from './document-facts';
import { kindsInForce } from './document-kinds';
import { draftMutations, firstDocument, idsOf, type DocumentAnswer, type DocumentRow } from './documents';
import { findingChange } from './finding-steps';
import { openFinding, stepsTaken, type FindingRow } from './findings';
import { rulePackOfBureau } from './rule-pack';
import type { Workbench } from './workbench';

type BodyRow = LedgerRow<EnforcementEntity>;

/** Findings of one body. */
export interface BodyFindings {
  readonly body: BodyRow;
  readonly rows: readonly FindingRow[];
}

function problem(field: string | null, message: string): readonly FieldProblem[] {
  return [{ field, message }];
}

/** Kinds that can carry findings to a body itself, mildest first. */
const orderingKinds = [
  'supervision-notice',
  'supervision-opinion',
  'supervision-suggestion',
  'correction-order',
  'supervision-directive',
  'supervision-decision',
];

/**
 * The kinds of document in which findings of a body can be put: for a body under vertical management the letter to its
 * superior department only (Decree 825, art. 42); for others the instruments that the rule pack in force names, in its
 * order, before the others.
 */
export async function kindsForFindings(bench: Workbench, body: EnforcementEntity): Promise<readonly DocumentKind[]> {
  const kinds = await kindsInForce(bench);
  const telling = kinds.filter((kind) => isSuperiorKind(kind.id));
  if (isVertical(body)) return telling;
  const named = (await rulePackOfBureau(bench)).instruments.map((one) => one.instrument);
  const rank = (kind: DocumentKind): number => {
    const place = named.indexOf(kind.deadline?.instrument ?? '');
    return place < 0 ? named.length : place;
  };
  const ordering = kinds
    .filter((kind) => orderingKinds.includes(kindStem(kind.id)))
    .toSorted(
      (a, b) => rank(a) - rank(b) || orderingKinds.indexOf(kindStem(a.id)) - orderingKinds.indexOf(kindStem(b.id)),
    );
  return hasSuperior(body) ? [...ordering, ...telling] : ordering;
}

/** Findings with their body, where they are all of one; else why they cannot stand in one document. */
export async function findingsOfOneBody(
  bench: Workbench,
  ids: readonly string[],
): Promise<Result<BodyFindings, string>> {
  const rows = (await bench.storage.rows(finding.id, ids)) as readonly FindingRow[];
  const [first] = rows;
  if (!first) return err('请先在台账中勾选问题');
  const bodies = new Set(rows.map((row) => row.values.entity));
  if (bodies.size > 1) return err(`所选问题属于${bodies.size}个单位，一份文书只发给一个单位，请按单位分别勾选`);
  const [body] = (await bench.storage.rows(enforcementEntity.id, [first.values.entity])) as readonly BodyRow[];
  return body ? ok({ body, rows }) : err('问题的被监督单位已不在名录中，请先更正');
}

/** Why findings cannot be put into a document now; null where they can. */
export function groupingStop(rows: readonly FindingRow[]): string | null {
  const taken = rows.filter((row) => row.values.document !== null);
  const name = (row: FindingRow): string => row.values.number ?? row.values.summary ?? '未编号的问题';
  if (taken.length > 0) return `${taken.map(name).join('、')}已经列入文书，请打开问题查看`;
  const late = rows.filter((row) => !['open', 'rectifying'].includes(row.values.status));
  return late.length > 0 ? `${late.map(name).join('、')}不在“待处理”，不能再列入新的文书` : null;
}

/** To whom a document about a body's findings goes; an error where the register does not say. */
function addresseeFor(kind: DocumentKind, body: EnforcementEntity): Result<string, string> {
  if (!isSuperiorKind(kind.id)) return ok(kind.addressee === 'entity' ? body.name : '');
  if (body.superior !== null) return ok(body.superior);
  return err(`执法主体“${body.name}”没有登记上级主管部门，请先在执法主体名录中补填`);
}

interface DocumentOrder extends BodyFindings {
  readonly kind: DocumentKind;
  readonly reason?: string;
}

/** The mutations that draft a document about findings. */
async function drafting(
  bench: Workbench,
  id: string,
  order: DocumentOrder,
): Promise<DocumentAnswer<readonly Mutation[]>> {
  const { kind, body, rows, reason = '' } = order;
  const addressee = addresseeFor(kind, body.values);
  if (!addressee.ok) return err(problem(null, addressee.error));
  const findings = rows.map((row) => row.values);
  const told = { findings, body: body.values.name, reason };
  const data = findingData(kind, await startingData(bench, kind), told);
  const draft = { kind, entity: body.id, addressee: addressee.value, subject: subjectOf(findings), data };
  return draftMutations(bench, id, draft, await surroundingsOf(bench));
}

/**
 * Puts several findings of one body into one document: a draft with the problems filled in, named by each finding, in one
 * commit. When the document is served the findings take their state and their deadline from it.
 */
export async function groupIntoDocument(
  bench: Workbench,
  ids: readonly string[],
  kindId: string,
): Promise<DocumentAnswer<DocumentRow>> {
  const found = await findingsOfOneBody(bench, ids);
  if (!found.ok) return err(problem(null, found.error));
  const { body, rows } = found.value;
  const stop = groupingStop(rows);
  if (stop !== null) return err(problem(null, stop));
  const kind = (await kindsForFindings(bench, body.values)).find((one) => one.id === kindId);
  if (!kind) return err(problem(null, isVertical(body.values) ? onlyTell(body.values) : '这种文书不能用来交办问题'));
  const id = idsOf(bench)();
  const draft = await drafting(bench, id, { kind, body, rows });
  if (!draft.ok) return draft;
  const mutations = [...draft.value, ...rows.map((row) => findingChange(row, { document: id }))];
  const intent = { kind: 'finding-step', label: `拟制${kind.name}，列入问题${rows.length}个` } as const;
  return firstDocument(await bench.storage.commit(intent, mutations, bench.session.context()));
}

/** What an escalation is given. */
export interface EscalationOrder {
  readonly step: LadderStep;
  readonly on: string;
  readonly reason: string;
}

function kindIdOf(step: LadderStep): string {
  return step === 'inform' ? informStep.kind : (ladder.find((one) => one.step === step)?.kind ?? '');
}

async function escalationStop(
  bench: Workbench,
  { body, rows }: BodyFindings,
  step: LadderStep,
): Promise<string | null> {
  for (const row of rows) {
    const opened = await openFinding(bench, row.id);
    const done = opened ? stepsTaken(opened) : [];
    const problem = misstep(step, body.values, { status: row.values.status, done });
    if (problem) return problem.message;
  }
  return null;
}

/**
 * Goes one step further with findings of one body: drafts the document of the step and enters the step for each, in one
 * commit. Served, the document takes the findings over with its own deadline.
 */
export async function escalate(
  bench: Workbench,
  ids: readonly string[],
  order: EscalationOrder,
): Promise<DocumentAnswer<DocumentRow>> {
  const found = await findingsOfOneBody(bench, ids);
  if (!found.ok) return err(problem(null, found.error));
  const stop = await escalationStop(bench, found.value, order.step);
  if (stop !== null) return err(problem('step', stop));
  const wanted = kindIdOf(order.step);
  const kind = (await kindsInForce(bench)).find((one) => kindStem(one.id) === wanted);
  if (!kind) return err(problem('step', '文书模板中没有这种文书'));
  const id = idsOf(bench)();
  const entries = found.value.rows.map((row) => ({
    ...emptyValues(escalation),
    ...order,
    finding: row.id,
    document: id,
  }));
  for (const entry of entries) {
    const wrong = checkRecord(escalation, entry, bench.session.context());
    if (wrong.length > 0) return err(wrong);
  }
  const draft = await drafting(bench, id, { ...found.value, kind, reason: order.reason });
  if (!draft.ok) return draft;
  const records = entries.map((values): Mutation => ({ op: 'create', ledger: escalation.id, values }));
  const intent = { kind: 'finding-step', label: `督促升级：拟制${kind.name}` } as const;
  const written = await bench.storage.commit(intent, [...draft.value, ...records], bench.session.context());
  return firstDocument(written);
}
