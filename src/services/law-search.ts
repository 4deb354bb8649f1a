import { toHalfWidth, type Filter, type LedgerRow } from '@/domain/kernel';
import { articleLabel, lawArticle, lawText, type Citation } from '@/domain/law';
import { lawOf, type ArticleRow, type LawRow } from './law-library';
import type { Workbench } from './workbench';

/** An article that search found, with its law. */
export interface ArticleHit {
  readonly article: ArticleRow;
  readonly law: LawRow;
}

/** What search found. */
export interface FoundArticles {
  readonly hits: readonly ArticleHit[];
  /** All that there are. */
  readonly total: number;
  /** The words that were looked for, for marking them. */
  readonly words: readonly string[];
}

/** Where to look. */
export interface SearchScope {
  /** Only this law. */
  readonly lawId?: string | null;
  /** Only laws that are in force or coming into force. */
  readonly standing?: boolean;
  readonly limit: number;
}

/** Words as people type them: 25条, 第25条 and ２５条 mean 第二十五条. */
export function articleWords(text: string): readonly string[] {
  return toHalfWidth(text)
    .split(/[\s《》]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const asked = /^第?(\d{1,4})条?(?:之(\d+))?$/.exec(word);
      const number = Number(asked?.[1] ?? 0);
      if (!asked || number < 1 || (!/[第条]/.test(word) && word.length > 3)) return word;
      return articleLabel(number, asked[2] === undefined ? null : Number(asked[2]));
    });
}

async function standingLaws(bench: Workbench): Promise<readonly string[]> {
  const filters: readonly Filter[] = [{ field: 'status', op: 'any', values: ['valid', 'coming'] }];
  return bench.storage.ids({ ledger: lawText.id, filters });
}

/** The article that is asked for by its number comes before those that only speak of it. */
function byNumberFirst(rows: readonly ArticleRow[], words: readonly string[]): readonly ArticleRow[] {
  const asked = new Set(words);
  const rank = (row: ArticleRow): number => (asked.has(row.values.label) ? 0 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Finds articles by words in the name of their law, their number or their text, by Chinese, pinyin or initials; all words
 * must be found. Without words it finds nothing, unless one law is asked for.
 */
export async function searchArticles(bench: Workbench, text: string, scope: SearchScope): Promise<FoundArticles> {
  const words = articleWords(text);
  const { lawId = null, standing = false, limit } = scope;
  if (words.length === 0 && lawId === null) return { hits: [], total: 0, words };
  const laws = lawId !== null ? [lawId] : standing ? await standingLaws(bench) : null;
  const filters: readonly Filter[] = laws === null ? [] : [{ field: 'law', op: 'any', values: laws }];
  const query = { ledger: lawArticle.id, search: words.join(' '), filters };
  const numbered = words.find((word) => /^第.+条(之.+)?$/.test(word));
  const exact = numbered
    ? await bench.storage.page(
        { ...query, filters: [...filters, { field: 'label', op: 'equals', value: numbered }] },
        0,
        limit,
      )
    : null;
  const page = await bench.storage.page(query, 0, limit);
  const known = new Set(exact?.rows.map((row) => row.id));
  const both = [...(exact?.rows ?? []), ...page.rows.filter((row) => !known.has(row.id))];
  const rows: readonly LedgerRow[] = both.slice(0, limit);
  const articles = byNumberFirst(rows as readonly ArticleRow[], words);
  const ids = [...new Set(articles.map((row) => row.values.law))];
  const found = new Map((await bench.storage.rows(lawText.id, ids)).map((row) => [row.id, row as LawRow]));
  const hits = articles.flatMap((article) => {
    const law = found.get(article.values.law);
    return law ? [{ article, law }] : [];
  });
  return { hits, total: page.total, words };
}

/** The article that a citation means, in the version it was taken from; null where it is no longer stored. */
export async function articleOfCitation(
  bench: Workbench,
  citation: Pick<Citation, 'lawId' | 'article'>,
): Promise<ArticleHit | null> {
  const law = await lawOf(bench, citation.lawId);
  if (!law) return null;
  const filters: readonly Filter[] = [
    { field: 'law', op: 'equals', value: citation.lawId },
    { field: 'label', op: 'equals', value: citation.article },
  ];
  const { rows } = await bench.storage.page({ ledger: lawArticle.id, filters }, 0, 1);
  const [article] = rows as readonly ArticleRow[];
  return article ? { article, law } : null;
}
