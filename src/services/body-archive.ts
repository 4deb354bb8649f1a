import { finding, type Finding } from '@/domain/finding';
import { presentValue, type DateText } from '@/domain/kernel';
import type { OpenedBody } from './body';
import { bodyScores, type BodyScore } from './body-scores';
import { bodyParts, partQuery } from './body-parts';
import type { FindingRow } from './findings';
import type { Workbench } from './workbench';

/** A finding that still runs, as the archive names it. */
export interface ArchiveFinding {
  readonly number: string;
  readonly fact: string;
  readonly foundOn: DateText;
  readonly dueOn: string;
  readonly status: string;
}

/** What stands on the printed archive of a body. */
export interface BodyArchive {
  readonly unit: string;
  readonly preparedBy: string;
  readonly today: DateText;
  readonly opened: OpenedBody;
  readonly scores: readonly BodyScore[];
  /** Open findings, the nearest deadline first: as many as the page takes. */
  readonly open: readonly ArchiveFinding[];
}

/** Open findings on the page. */
const shownFindings = 8;

async function openFindings(bench: Workbench, body: string): Promise<readonly ArchiveFinding[]> {
  const open = { field: 'closedOn', op: 'empty' } as const;
  const running = {
    field: 'status',
    op: 'any',
    values: ['open', 'issued', 'rectifying', 'submitted', 'verified', 'informed', 'recorded'],
  } as const;
  const query = partQuery(bodyParts.findings, body);
  const asked = { ...query, filters: [...(query.filters ?? []), running, open], sort: [{ field: 'dueOn' }] };
  const { rows } = await bench.storage.page(asked, 0, shownFindings);
  const context = { codes: bench.session.codes, titleOf: () => '' };
  return (rows as readonly FindingRow[]).map(({ values }: { values: Finding }) => ({
    number: values.number ?? '',
    fact: values.summary ?? values.fact,
    foundOn: values.foundOn,
    dueOn: values.dueOn ?? '',
    status: presentValue(finding.fields.status, values.status, context),
  }));
}

/** Gathers what the printed 监督档案 of a body says. */
export async function bodyArchive(bench: Workbench, opened: OpenedBody): Promise<BodyArchive> {
  const { id } = opened.row;
  const [scores, open] = await Promise.all([bodyScores(bench, id), openFindings(bench, id)]);
  const { profile } = bench.session;
  return {
    unit: profile?.name ?? '',
    preparedBy: profile?.person ?? '',
    today: bench.session.today(),
    opened,
    scores,
    open,
  };
}
