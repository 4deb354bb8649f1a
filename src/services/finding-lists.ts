import { daysLate, finding, latenessText, rectificationMeasure, type RectificationMeasure } from '@/domain/finding';
import type { DateText, LedgerRow, ListQuery, SheetRow } from '@/domain/kernel';
import { allRows } from './all-rows';
import { limitsOf } from './due-limits';
import { owingFilters } from './finding-notices';
import type { FindingRow } from './findings';
import { printRows } from './print-list';
import type { Workbench } from './workbench';

/** Fields of the printed 整改台账, in the order of its columns. */
export const ledgerFields = [
  'number',
  'entity',
  'source',
  'foundOn',
  'type',
  'fact',
  'basis',
  'documentNo',
  'requirement',
  'dueOn',
  'measures',
  'personInCharge',
  'status',
  'progress',
  'verificationMethod',
  'closedOn',
  'closedBy',
] as const;

/** Most findings that are printed at once. */
const limit = 2000;

/** A printed list with the number of findings that it stands for. */
export interface PrintedFindings {
  readonly rows: readonly SheetRow[];
  readonly total: number;
}

/** Measures of findings as one text each: 1. 补充公示（已完成）. */
async function measureTexts(bench: Workbench, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string[]>();
  for (let at = 0; at < ids.length; at += 500) {
    const filters = [{ field: 'finding', op: 'any', values: ids.slice(at, at + 500) } as const];
    const rows = await allRows(bench, { ledger: rectificationMeasure.id, filters });
    for (const row of (rows as readonly LedgerRow<RectificationMeasure>[]).toReversed()) {
      const { finding: owner, measure, doneOn } = row.values;
      const known = texts.get(owner) ?? [];
      texts.set(owner, [...known, `${known.length + 1}. ${measure}${doneOn === null ? '' : '（已完成）'}`]);
    }
  }
  return new Map([...texts].map(([id, lines]) => [id, lines.join('\n')]));
}

/** The rows of the 整改台账 under the conditions of a list; measures that were entered singly stand as one text. */
export async function ledgerRows(bench: Workbench, query: ListQuery): Promise<PrintedFindings> {
  const { rows, total } = await printRows(bench, query, [...ledgerFields], limit);
  const ids = (await bench.storage.ids(query)).slice(0, rows.length);
  const texts = await measureTexts(bench, ids);
  const place = ledgerFields.indexOf('measures');
  const filled = rows.map((row, at): SheetRow => {
    const own = texts.get(ids[at] ?? '');
    return own === undefined ? row : row.with(place, own);
  });
  return { rows: filled, total };
}

/** One finding on the 督办清单. */
export interface WatchedFinding {
  readonly number: string;
  readonly body: string;
  readonly fact: string;
  readonly requirement: string;
  readonly documentNo: string;
  readonly dueOn: DateText;
  /** Days past the deadline; negative before it. */
  readonly late: number;
  /** 逾期3天, 今日到期, 还有5天. */
  readonly lateness: string;
  readonly person: string;
}

/**
 * What is to be pressed for: findings past their deadline, and those whose deadline ends within 7 working days, the
 * latest first.
 */
export async function watchedFindings(bench: Workbench): Promise<readonly WatchedFinding[]> {
  const today = bench.session.today();
  const { seven } = await limitsOf(bench);
  const query = { ledger: finding.id, filters: owingFilters({ to: seven }), sort: [{ field: 'dueOn' }] };
  const page = await bench.storage.page(query, 0, limit);
  return (page.rows as readonly FindingRow[]).flatMap(({ values }): readonly WatchedFinding[] => {
    const late = daysLate(values, today);
    if (late === null || values.dueOn === null) return [];
    return [
      {
        number: values.number ?? '',
        body: page.titles[values.entity] ?? '',
        fact: values.summary ?? values.fact,
        requirement: values.requirement ?? '',
        documentNo: values.documentNo ?? '',
        dueOn: values.dueOn,
        late,
        lateness: latenessText(late),
        person: [values.leaderInCharge, values.personInCharge].filter(Boolean).join('、'),
      },
    ];
  });
}
