import type { ArticleRow } from '@/services/law-library';

/** Articles under one heading of the table of contents. */
export interface ArticleGroup {
  readonly key: string;
  /** 第一章 总则; 第一条至第一百条 where a law has no chapters. */
  readonly title: string;
  /** 0 for a chapter or 编, 1 for a section in it. */
  readonly depth: 0 | 1;
  readonly articles: readonly ArticleRow[];
}

/** So many articles are shown at once where no chapter parts them. */
const piece = 100;

function headingOf({ values }: ArticleRow): string {
  return [values.part, values.chapter].filter((one) => one !== null).join('　');
}

function pieces(articles: readonly ArticleRow[], key: string): readonly ArticleGroup[] {
  if (articles.length === 0) return [];
  const groups: ArticleGroup[] = [];
  for (let at = 0; at < articles.length; at += piece) {
    const some = articles.slice(at, at + piece);
    const [first, last] = [some[0]?.values.label ?? '', some.at(-1)?.values.label ?? ''];
    const title = articles.length <= 1 || first === last ? first : `${first}至${last}`;
    groups.push({ key: `${key}.${at}`, title, depth: 0, articles: some });
  }
  return groups;
}

/** The table of contents: one group a chapter, or a section where a chapter has some; stretches of articles without chapters. */
export function groupArticles(articles: readonly ArticleRow[]): readonly ArticleGroup[] {
  const runs: { heading: string; section: string | null; articles: ArticleRow[] }[] = [];
  for (const article of articles) {
    const heading = headingOf(article);
    const { section } = article.values;
    const last = runs.at(-1);
    if (last && last.heading === heading && last.section === section) last.articles.push(article);
    else runs.push({ heading, section, articles: [article] });
  }
  return runs.flatMap((run, at): readonly ArticleGroup[] => {
    const key = `g${at}`;
    if (run.heading === '' && run.section === null) return pieces(run.articles, key);
    if (run.section === null) return [{ key, title: run.heading, depth: 0, articles: run.articles }];
    const begins = runs[at - 1]?.heading !== run.heading;
    const own: ArticleGroup = { key, title: run.section, depth: 1, articles: run.articles };
    return begins ? [{ key: `${key}h`, title: run.heading, depth: 0, articles: [] }, own] : [own];
  });
}
