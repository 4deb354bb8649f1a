import {
  weightOf,
  type DrawObject,
  type FindingCounts,
  type UnitNames,
  type Weight,
  type WeightRule,
} from '@/domain/draw';
import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import type { CaseFile } from '@/domain/file-review';
import { finding, type Finding } from '@/domain/finding';
import { addMonths, codeLabel, type DateText, type LedgerRow, type Values } from '@/domain/kernel';
import type { EnforcementOfficer } from '@/domain/officer';
import { allRows } from './all-rows';
import type { Workbench } from './workbench';

/** Registers whose records can be drawn. */
export const drawSources = ['enforcement-entity', 'case-file', 'enforcement-officer'] as const;
/** One of {@link drawSources}. */
export type DrawSource = (typeof drawSources)[number];

/** A chosen object before it has its weight, with the bodies it belongs to. */
export interface Candidate {
  readonly object: Omit<DrawObject, 'weight' | 'reason'>;
  readonly units: readonly UnitNames[];
  readonly findings: FindingCounts;
}

/** First day of the two years that recusal and weights look back on. */
export function lookBack(today: DateText): DateText {
  return addMonths(today, -24);
}

const settled: readonly string[] = ['closed', 'transferred', 'informed', 'unfounded', 'recorded'];

async function findingCounts(bench: Workbench): Promise<ReadonlyMap<string, FindingCounts>> {
  const today = bench.session.today();
  const filters = [{ field: 'foundOn', op: 'between', from: lookBack(today), to: today } as const];
  const rows = (await allRows(bench, { ledger: finding.id, filters })) as readonly LedgerRow<Finding>[];
  const counts = new Map<string, FindingCounts>();
  for (const { values } of rows) {
    if (values.status === 'unfounded') continue;
    const { total, serious, overdue } = counts.get(values.entity) ?? { total: 0, serious: 0, overdue: 0 };
    const grave = values.severity === 'serious' || values.severity === 'grave';
    const late = !settled.includes(values.status) && values.dueOn !== null && values.dueOn < today;
    counts.set(values.entity, {
      total: total + 1,
      serious: serious + Number(grave),
      overdue: overdue + Number(late),
    });
  }
  return counts;
}

function entityOf(source: DrawSource, row: LedgerRow): string | null {
  if (source === 'enforcement-entity') return row.id;
  return (row.values as Pick<CaseFile, 'entity'> | Pick<EnforcementOfficer, 'entity'>).entity;
}

/** What an object is called so that two alike are told apart. */
function nameOf(bench: Workbench, source: DrawSource, row: LedgerRow): string {
  if (source === 'enforcement-entity') return (row.values as EnforcementEntity).name;
  if (source === 'case-file') {
    const { number, title, kind } = row.values as CaseFile;
    const what = title ?? codeLabel(bench.session.codes, 'case-file-kind', kind);
    return [number, what].filter((one) => one !== null && one !== '').join(' ');
  }
  const { name, certificateNo } = row.values as EnforcementOfficer;
  return certificateNo === null ? name : `${name}（${certificateNo}）`;
}

async function rowsById<V = Values>(bench: Workbench, ledger: string, ids: readonly string[]) {
  const rows = ids.length === 0 ? [] : ((await bench.storage.rows(ledger, ids)) as readonly LedgerRow<V>[]);
  return new Map(rows.filter((row) => row.deletedAt === null).map((row) => [row.id, row]));
}

function namesOf({ id, values }: LedgerRow<EnforcementEntity>): UnitNames {
  return { id, name: values.name, shortName: values.shortName };
}

/** Bodies with those above them, by id: who belongs to either stands aside. */
export async function unitsOf(
  bench: Workbench,
  entities: readonly string[],
): Promise<ReadonlyMap<string, readonly UnitNames[]>> {
  const bodies = await rowsById<EnforcementEntity>(bench, enforcementEntity.id, [...new Set(entities)]);
  const parentIds = [...bodies.values()].flatMap((body) => body.values.parent ?? []);
  const parents = await rowsById<EnforcementEntity>(bench, enforcementEntity.id, [...new Set(parentIds)]);
  return new Map(
    [...bodies].map(([id, body]) => {
      const above = body.values.parent ? parents.get(body.values.parent) : undefined;
      return [id, [body, above].flatMap((one) => (one ? [namesOf(one)] : []))];
    }),
  );
}

/**
 * The chosen records as objects of a draw, in the order of their names, with their bodies, the bodies above those, and
 * the findings of the past two years.
 */
export async function candidatesOf(
  bench: Workbench,
  source: DrawSource,
  ids: readonly string[],
): Promise<readonly Candidate[]> {
  const rows = [...(await rowsById(bench, source, ids)).values()];
  const known = await unitsOf(
    bench,
    rows.flatMap((row) => entityOf(source, row) ?? []),
  );
  const counts = await findingCounts(bench);
  return rows
    .map((row) => {
      const entity = entityOf(source, row);
      const units = known.get(entity ?? '') ?? [];
      return {
        object: { id: row.id, name: nameOf(bench, source, row), entity, unit: units[0]?.name ?? '' },
        units,
        findings: counts.get(entity ?? '') ?? { total: 0, serious: 0, overdue: 0 },
      };
    })
    .sort((a, b) => a.object.name.localeCompare(b.object.name, 'zh-CN'));
}

/** Candidates with their weights: by a rule, or as given by hand for single ones. */
export function weighted(
  candidates: readonly Candidate[],
  rule: WeightRule,
  byHand: ReadonlyMap<string, Weight>,
): readonly DrawObject[] {
  return candidates.map(({ object, findings }) => {
    const own = byHand.get(object.id);
    return { ...object, ...(own ? { weight: own.weight, reason: own.reason.trim() } : weightOf(rule, findings)) };
  });
}
