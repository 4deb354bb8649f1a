import {
  createIdFactory,
  dateFromParts,
  emptyValues,
  err,
  ok,
  type CommitReceipt,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Result,
  type Values,
} from '@/domain/kernel';
import { lawArticle, lawText, type DraftArticle, type LawArticle, type LawDraft, type LawText } from '@/domain/law';
import { allRows } from './all-rows';
import { changedValues, refusalText } from './records';
import type { Workbench } from './workbench';

/** A law in one version. */
export type LawRow = LedgerRow<LawText>;
/** An article. */
export type ArticleRow = LedgerRow<LawArticle>;

/** A law read from a file, with what the register proposes to keep about it. */
export interface ReadLaw {
  readonly fileName: string;
  readonly draft: LawDraft;
  /** Proposed values of the law's record, for a person to confirm. */
  readonly values: Values;
}

/** Fields that a person confirms before a law is stored. */
export const lawInputs = [
  'title',
  'version',
  'kind',
  'issuer',
  'documentNo',
  'promulgatedOn',
  'effectiveOn',
  'status',
  'source',
] as const;

/** What the register proposes for a law as it was read: the text's own words, and the time it stands in. */
export function proposedValues(draft: LawDraft, fileName: string, today: string): Values {
  const { kind, issuer, documentNo, promulgatedOn, effectiveOn, version } = draft.facts;
  // Many files are named after the version: 行政处罚法(2021).md.
  const year = /[（(](\d{4})(年)?[^）)]*[）)]/.exec(fileName)?.[1];
  const named = year && dateFromParts(Number(year), 1, 1) ? `${year}年版` : null;
  return {
    ...emptyValues(lawText),
    title: draft.title,
    version: version ?? named,
    kind,
    issuer,
    documentNo,
    promulgatedOn,
    effectiveOn,
    status: effectiveOn !== null && effectiveOn > today ? 'coming' : 'valid',
    articleCount: draft.articleCount,
    note: draft.note === '' ? null : draft.note,
    source: fileName,
  };
}

/** Lets the person choose a file and reads it as a law; null where the dialog was cancelled. Nothing is stored. */
export async function chooseLaw(bench: Workbench): Promise<Result<ReadLaw | null, string>> {
  const opened = await bench.shell.openFile({ purpose: 'law' });
  if (!opened.ok) return err(opened.error.message);
  if (opened.value === null) return ok(null);
  const { name, bytes } = opened.value;
  const read = await bench.exchange.readLaw(bytes, name);
  if (!read.ok) return err(read.error.message);
  const draft = read.value;
  return ok({ fileName: name, draft, values: proposedValues(draft, name, bench.session.today()) });
}

/** What is stored of a law already. */
export interface StoredVersions {
  /** The same title in the same version. */
  readonly same: LawRow | null;
  /** The same title in other versions, the latest first. */
  readonly others: readonly LawRow[];
}

/** Looks for the versions of a law that are stored, by its full title. */
export async function storedVersions(bench: Workbench, title: string, version: string): Promise<StoredVersions> {
  const filters = [{ field: 'title', op: 'equals', value: title } as const];
  const rows = (await allRows(bench, { ledger: lawText.id, filters })) as readonly LawRow[];
  return {
    same: rows.find((row) => row.values.version === version) ?? null,
    others: rows.filter((row) => row.values.version !== version),
  };
}

function articleValues(article: DraftArticle, law: string, at: number): Values {
  const { label, number, suffix, heading, part, chapter, section, text } = article;
  return { law, seq: at + 1, part, chapter, section, label, number, suffix, heading, text: text || null };
}

/** What makes the stored articles of a law those of the draft. Articles keep their record by their label. */
function articleMutations(law: string, draft: LawDraft, stored: readonly ArticleRow[]): readonly Mutation[] {
  const left = [...stored];
  const kept = draft.articles.map((article, at): Mutation | null => {
    const values = articleValues(article, law, at);
    const index = left.findIndex((row) => row.values.label === article.label);
    const [row] = index < 0 ? [] : left.splice(index, 1);
    if (!row) return { op: 'create', ledger: lawArticle.id, values };
    const changes = changedValues(lawArticle, row.values, values);
    if (Object.keys(changes).length === 0) return null;
    return { op: 'update', ledger: lawArticle.id, id: row.id, changes, revision: row.revision };
  });
  const gone = left.flatMap(({ id }): Mutation[] => [
    { op: 'remove', ledger: lawArticle.id, id },
    { op: 'purge', ledger: lawArticle.id, id },
  ]);
  return [...kept.flatMap((one) => one ?? []), ...gone];
}

/** What to do with the versions that are stored. */
export interface ImportChoice {
  /** The record whose text this one takes the place of. */
  readonly replace: LawRow | null;
  /** Older versions to be marked as 已修改. */
  readonly supersede: readonly LawRow[];
}

/**
 * Stores a law with its articles in one commit: as a new record, or in the place of the same version, whose record and
 * articles keep their identifiers, so that citations stay right.
 * @param values of the law's record as the person confirmed them.
 * @returns problems by field; the whole is refused where the same title and version are stored and not replaced.
 */
export async function importLaw(
  bench: Workbench,
  read: ReadLaw,
  values: Values,
  choice: ImportChoice,
): Promise<Result<CommitReceipt & { readonly lawId: string }, readonly FieldProblem[]>> {
  const { replace, supersede } = choice;
  const newId = createIdFactory(bench.clock, (target) => crypto.getRandomValues(target as Uint8Array<ArrayBuffer>));
  const id = replace?.id ?? newId();
  const whole = { ...read.values, ...values, articleCount: read.draft.articleCount };
  const stored = replace ? await articlesOf(bench, id) : [];
  const law: Mutation = replace
    ? {
        op: 'update',
        ledger: lawText.id,
        id,
        changes: changedValues(lawText, replace.values, { ...replace.values, ...whole }),
        revision: replace.revision,
      }
    : { op: 'create', ledger: lawText.id, id, values: whole };
  const older = supersede.map((row): Mutation => ({
    op: 'update',
    ledger: lawText.id,
    id: row.id,
    changes: { status: 'amended' },
    revision: row.revision,
  }));
  const mutations = [law, ...older, ...articleMutations(id, read.draft, stored)];
  const label = `${replace ? '重新导入' : '导入'}法律法规，条文${read.draft.articles.length}条`;
  const written = await bench.storage.commit({ kind: 'import', label }, mutations, bench.session.context());
  if (written.ok) return ok({ ...written.value, lawId: id });
  const { error } = written;
  return err(error.kind === 'invalid' ? error.problems : [{ field: null, message: refusalText(error) }]);
}

/** A law by its record; null where there is none or it is in the recycle bin. */
export async function lawOf(bench: Workbench, lawId: string): Promise<LawRow | null> {
  const [row] = (await bench.storage.rows(lawText.id, [lawId])) as readonly LawRow[];
  return row && row.deletedAt === null ? row : null;
}

/** All articles of a law in their order. */
export async function articlesOf(bench: Workbench, lawId: string): Promise<readonly ArticleRow[]> {
  const filters = [{ field: 'law', op: 'equals', value: lawId } as const];
  const rows = await allRows(bench, { ledger: lawArticle.id, filters, sort: [{ field: 'seq' }] });
  return rows as readonly ArticleRow[];
}
