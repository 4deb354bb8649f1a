import type { DaySpan } from '@/domain/due';
import type { DateText, Filter, LedgerRow, ListQuery } from '@/domain/kernel';
import type { Workbench } from './workbench';

/** One deadline as its source finds it. */
export interface FoundDue {
  /** Record that it stands in. */
  readonly id: string;
  /** What is due, without the body's name. */
  readonly text: string;
  /** Identifier of the body it is about, in the ledger of bodies; null where it is about none. */
  readonly entity: string | null;
  readonly due: DateText;
  /** Page where it is dealt with. */
  readonly path: string;
}

/** What of a source is asked for. */
export interface DueScope extends DaySpan {
  /** Only what is about this body. */
  readonly entity?: string;
  /** At most so many, the earliest. */
  readonly limit?: number;
}

/** What was gathered in one look at the desk, by source, so that several figures do not gather it again. */
export type Gathered = Map<string, Promise<readonly FoundDue[]>>;

/** One kind of deadline: where it stands, when it is over, and who has to act. */
export interface DueSource {
  readonly id: string;
  /** What it is about, in a word or two: 问题整改. */
  readonly subject: string;
  /** The bureau itself must act; else it waits for others. */
  readonly ours: boolean;
  /** Open deadlines within days, the earliest first. */
  readonly find: (bench: Workbench, scope: DueScope, gathered?: Gathered) => Promise<readonly FoundDue[]>;
  /** How many there are within each of some spans of days; no record is carried over where they stand in one ledger. */
  readonly count: (bench: Workbench, spans: readonly DaySpan[], gathered?: Gathered) => Promise<readonly number[]>;
}

/** Rows taken over at once; a source that is asked without a limit goes on until it has them all. */
const piece = 1000;

/** The condition that a field's day lies within others. */
export function between(field: string, { from, to }: DaySpan): Filter {
  return { field, op: 'between', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

interface LedgerSource<V> extends Pick<DueSource, 'id' | 'subject' | 'ours'> {
  readonly ledger: string;
  /** Field of the last day. */
  readonly due: keyof V & string;
  /** When it still runs: conditions joined by "and", and such lists of them joined by "or" that shut each other out. */
  readonly open: readonly (readonly Filter[])[];
  /** Field of the body; null where there is none. */
  readonly entity: (keyof V & string) | null;
  readonly text: (values: V, titles: Readonly<Record<string, string>>) => string;
  readonly path: (row: LedgerRow<V>) => string;
}

/** Deadlines that stand in a field of one ledger, with conditions that tell whether they still run. */
export function ledgerSource<V>(source: LedgerSource<V>): DueSource {
  const { id, subject, ours, ledger, due, open, entity } = source;
  const asFound = (row: LedgerRow<V>, titles: Readonly<Record<string, string>>): FoundDue => ({
    id: row.id,
    text: source.text(row.values, titles),
    entity: entity === null ? null : ((row.values[entity] as string | null) ?? null),
    due: row.values[due] as DateText,
    path: source.path(row),
  });
  async function pages(bench: Workbench, query: ListQuery, limit: number): Promise<readonly FoundDue[]> {
    const found: FoundDue[] = [];
    while (found.length < limit) {
      const page = await bench.storage.page(query, found.length, Math.min(piece, limit - found.length));
      found.push(...(page.rows as readonly LedgerRow<V>[]).map((row) => asFound(row, page.titles)));
      if (page.rows.length === 0 || found.length >= page.total) break;
    }
    return found;
  }
  return {
    id,
    subject,
    ours,
    async find(bench, { entity: body, limit = Infinity, ...span }) {
      if (body !== undefined && entity === null) return [];
      const own: readonly Filter[] = body === undefined ? [] : [{ field: entity ?? '', op: 'equals', value: body }];
      const found = await Promise.all(
        open.map((conditions) => {
          const filters = [...conditions, between(due, span), ...own];
          return pages(bench, { ledger, filters, sort: [{ field: due }] }, limit);
        }),
      );
      return earliest(found.flat(), limit);
    },
    async count(bench, spans) {
      const whole = between(due, spanOver(spans));
      const found = await Promise.all(
        open.map((conditions) =>
          bench.storage.values({ ledger, filters: [...conditions, whole], sort: [{ field: due }] }, [due]),
        ),
      );
      const days = found.flat().map(([day]) => String(day));
      return spans.map((span) => days.filter((day) => isWithin(day, span)).length);
    },
  };
}

interface GatheredSource extends Pick<DueSource, 'id' | 'subject' | 'ours'> {
  /** All that still run, of one body where it is named; in any order. */
  readonly gather: (bench: Workbench, entity: string | undefined) => Promise<readonly FoundDue[]>;
  /** False where none of them is ever about a body. */
  readonly ofBodies?: boolean;
}

/** Deadlines that follow from several records together; such are few. */
export function gatheredSource({ id, subject, ours, gather, ofBodies = true }: GatheredSource): DueSource {
  function whole(bench: Workbench, gathered: Gathered | undefined): Promise<readonly FoundDue[]> {
    const known = gathered?.get(id) ?? gather(bench, undefined);
    gathered?.set(id, known);
    return known;
  }
  return {
    id,
    subject,
    ours,
    find: async (bench, { entity, limit = Infinity, ...span }, gathered) => {
      if (entity !== undefined && !ofBodies) return [];
      const found = await (entity === undefined ? whole(bench, gathered) : gather(bench, entity));
      return earliest(
        found.filter((one) => isWithin(one.due, span) && (entity === undefined || one.entity === entity)),
        limit,
      );
    },
    async count(bench, spans, gathered) {
      const found = await whole(bench, gathered);
      return spans.map((span) => found.filter((one) => isWithin(one.due, span)).length);
    },
  };
}

/** The days from the first to the last of some spans. */
function spanOver(spans: readonly DaySpan[]): DaySpan {
  const froms = spans.map((span) => span.from ?? '');
  const tos = spans.map((span) => span.to ?? '9999');
  const [from, to] = [froms.toSorted()[0] ?? '', tos.toSorted().at(-1) ?? '9999'];
  return { ...(from === '' ? {} : { from }), ...(to === '9999' ? {} : { to }) };
}

/** Whether a day lies within others. */
export function isWithin(day: DateText, { from, to }: DaySpan): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** The earliest of some deadlines; those of one day by their text. */
export function earliest<D extends Pick<FoundDue, 'due' | 'text'>>(found: readonly D[], limit: number): readonly D[] {
  const sorted = found.toSorted((a, b) => (a.due === b.due ? (a.text < b.text ? -1 : 1) : a.due < b.due ? -1 : 1));
  return sorted.length > limit ? sorted.slice(0, limit) : sorted;
}
