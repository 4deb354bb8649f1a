import { enforcementEntity } from '@/domain/entity';
import { dueLevelOf, dueLevels, spanOfLevel, type DaySpan, type DueLevel } from '@/domain/due';
import { limitsOf } from './due-limits';
import { earliest, type FoundDue, type Gathered } from './due-source';
import { dueSources } from './due-sources';
import type { Workbench } from './workbench';

/** One deadline that still runs, of whatever noun. */
export interface Due extends FoundDue {
  /** One of {@link dueSources}. */
  readonly source: string;
  /** What it is about: 问题整改, 文书答复, 执法证件 … */
  readonly subject: string;
  readonly level: DueLevel;
  /** The bureau itself must act; else it waits for others. */
  readonly ours: boolean;
  /** Name of the body; null where it is about none. */
  readonly body: string | null;
}

/** How many deadlines of one kind are how near. */
export interface DueCount {
  readonly source: string;
  readonly subject: string;
  readonly ours: boolean;
  readonly level: Exclude<DueLevel, 'later'>;
  readonly count: number;
  /** Page that lists just these. */
  readonly path: string;
}

/** What of the deadlines is asked for. */
export interface DueOptions {
  /** Only what is about this body. */
  readonly entity?: string;
  /** Only these sources. */
  readonly sources?: readonly string[];
  /** At most so many, the earliest. */
  readonly limit?: number;
  /** Shared with other figures of the same look. */
  readonly gathered?: Gathered;
}

/** The levels that call for something. */
export const nearLevels = dueLevels.filter((level): level is Exclude<DueLevel, 'later'> => level !== 'later');

/** All deadlines that still run, within days, the earliest first. */
export async function listDues(bench: Workbench, span: DaySpan, options: DueOptions = {}): Promise<readonly Due[]> {
  const { entity, sources, limit = Infinity, gathered } = options;
  const limits = await limitsOf(bench);
  const asked = dueSources.filter(({ id }) => sources === undefined || sources.includes(id));
  const scope = { ...span, ...(entity === undefined ? {} : { entity }), ...(limit === Infinity ? {} : { limit }) };
  const found = await Promise.all(
    asked.map(async (source) => {
      const { id, subject, ours } = source;
      const dues = await source.find(bench, scope, gathered);
      return dues.map((due) => ({ ...due, source: id, subject, ours, level: dueLevelOf(due.due, limits) }));
    }),
  );
  const dues = earliest(found.flat(), limit);
  const bodies = [...new Set(dues.flatMap((due) => due.entity ?? []))];
  const names = await bench.storage.titles(enforcementEntity.id, bodies);
  return dues.map((due) => ({ ...due, body: due.entity === null ? null : (names[due.entity] ?? null) }));
}

/** Which deadlines a page lists: those of a level, of a source, or a source's without regard to the day. */
export interface DuesAddress {
  readonly level?: DueLevel;
  readonly source?: string;
  readonly all?: boolean;
}

/** Address of the page that lists some deadlines. */
export function duesPath({ level, source, all = false }: DuesAddress): string {
  const asked = { ...(level ? { level } : {}), ...(source ? { source } : {}), ...(all ? { all: '1' } : {}) };
  return `/deadlines?${new URLSearchParams(asked).toString()}`;
}

/** How many deadlines are past, due today, and near, by source; those without any are left out. */
export async function countDues(bench: Workbench, gathered?: Gathered): Promise<readonly DueCount[]> {
  const limits = await limitsOf(bench);
  const spans = nearLevels.map((level) => spanOfLevel(level, limits));
  const counts = await Promise.all(
    dueSources.map(async ({ id, subject, ours, count }): Promise<readonly DueCount[]> => {
      const counted = await count(bench, spans, gathered);
      return nearLevels.map((level, at) => {
        return { source: id, subject, ours, level, count: counted[at] ?? 0, path: duesPath({ level, source: id }) };
      });
    }),
  );
  return counts.flat().filter(({ count }) => count > 0);
}
