import {
  compareVersions,
  dutyItem,
  dutyVersion,
  versionInForce,
  type DutyItem,
  type DutyVersion,
  type ListComparison,
} from '@/domain/duty';
import {
  createIdFactory,
  emptyValues,
  err,
  type CommitReceipt,
  type DateText,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Result,
  type Values,
} from '@/domain/kernel';
import { allRows } from './all-rows';
import { refusalText } from './records';
import type { Workbench } from './workbench';

/** A version of a list with the record it stands in. */
export type VersionRow = LedgerRow<DutyVersion>;

/** More items than one commit should copy at once; no county's list is near it. */
const copyLimit = 5000;

/** All versions, the latest first. */
export async function listVersions(bench: Workbench): Promise<readonly VersionRow[]> {
  const rows = (await allRows(bench, { ledger: dutyVersion.id })) as readonly VersionRow[];
  const start = (row: VersionRow): string => row.values.effectiveFrom ?? '9999';
  return rows.toSorted((a, b) => (start(a) < start(b) ? 1 : start(a) > start(b) ? -1 : 0));
}

/** Ids of the versions in force on a day, one for each kind of list and body that issues it. */
export function versionsInForce(versions: readonly VersionRow[], day: DateText): ReadonlySet<string> {
  const facts = versions.map((row) => ({ ...row.values, id: row.id }));
  const found = facts.flatMap((one) => {
    const standing = versionInForce(facts, { kind: one.kind, issuingBody: one.issuingBody }, day);
    return standing ? [standing.id] : [];
  });
  return new Set(found);
}

/** Two versions to compare: the earlier and the later. */
export interface VersionPair {
  readonly earlier: string;
  readonly later: string;
}

/**
 * What a comparison starts with: the version in force and the one before it of the same list; where only one is there,
 * a draft after it. Null where no list has two versions.
 */
export function usualPair(versions: readonly VersionRow[], day: DateText): VersionPair | null {
  const inForce = versionsInForce(versions, day);
  const listOf = (row: VersionRow): string => `${row.values.kind}|${row.values.issuingBody ?? ''}`;
  const candidates = [...versions.filter((row) => inForce.has(row.id)), ...versions];
  for (const row of candidates) {
    const same = versions.filter((other) => listOf(other) === listOf(row));
    const at = same.indexOf(row);
    const before = same[at + 1];
    if (before) return { earlier: before.id, later: row.id };
    const after = same[at - 1];
    if (after) return { earlier: row.id, later: after.id };
  }
  return null;
}

/** Items of a version, in their order. */
export async function itemsOfVersion(bench: Workbench, versionId: string): Promise<readonly LedgerRow<DutyItem>[]> {
  const filters = [{ field: 'version', op: 'equals', value: versionId } as const];
  const rows = await allRows(bench, { ledger: dutyItem.id, filters, sort: [{ field: 'seq' }, { field: 'itemName' }] });
  return rows as readonly LedgerRow<DutyItem>[];
}

/** What the later of two versions has added, changed and removed. */
export async function compareTwoVersions(bench: Workbench, pair: VersionPair): Promise<ListComparison> {
  const [earlier, later] = await Promise.all([itemsOfVersion(bench, pair.earlier), itemsOfVersion(bench, pair.later)]);
  return compareVersions(earlier, later);
}

/** What a copied version starts with: a draft of the same list. */
export function copiedVersion(version: DutyVersion): Values {
  const { kind, issuingBody } = version;
  return { title: `${version.title}（修订稿）`, kind, issuingBody, status: 'draft' };
}

/**
 * Makes a new version out of an old one with all of its items, in one commit. Days and document numbers of the items are
 * left out, since they belonged to the old version.
 */
export async function copyVersion(
  bench: Workbench,
  source: LedgerRow,
  values: Values,
): Promise<Result<CommitReceipt, readonly FieldProblem[]>> {
  const items = await itemsOfVersion(bench, source.id);
  if (items.length > copyLimit) {
    return err([
      { field: null, message: `这一版有${items.length}条事项，一次最多复制${copyLimit}条。请先导出，再分批导入新版。` },
    ]);
  }
  const newId = createIdFactory(bench.clock, (target) => crypto.getRandomValues(target as Uint8Array<ArrayBuffer>));
  const id = newId();
  const fresh = { version: id, effectiveFrom: null, effectiveUntil: null, approvalDocNo: null };
  const mutations: Mutation[] = [
    { op: 'create', ledger: dutyVersion.id, id, values: { ...emptyValues(dutyVersion), ...values } },
    ...items.map((item): Mutation => ({ op: 'create', ledger: dutyItem.id, values: { ...item.values, ...fresh } })),
  ];
  const label = `以旧版为基础新建清单版本，复制事项${items.length}条`;
  const written = await bench.storage.commit({ kind: 'create', label }, mutations, bench.session.context());
  if (written.ok) return written;
  const { error } = written;
  return err(error.kind === 'invalid' ? error.problems : [{ field: null, message: refusalText(error) }]);
}
