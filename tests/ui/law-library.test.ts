import { expect, test } from 'vitest';
import { lawArticle, lawText } from '@/domain/law';
import { createExchange } from '@/exchange/exchange';
import {
  articlesOf,
  chooseLaw,
  importLaw,
  lawOf,
  storedVersions,
  type LawRow,
  type ReadLaw,
} from '@/services/law-library';
import { articleOfCitation, articleWords, searchArticles } from '@/services/law-search';
import { purgeRecords, removeRecords, restoreRecords, undoCommit } from '@/services/records';
import { searchAll } from '@/services/search';
import type { Workbench } from '@/services/workbench';
import { openBench } from './register-bench';

const first = [
  '# 安澜县行政执法监督办法',
  '（2024年1月5日安澜县人民政府令第3号公布 自2024年3月1日起施行）',
  '第一章 总则',
  '第一条 为了规范监督，制定本办法。',
  '第二条 监督可以采取下列方式：',
  '（一）案卷评查；',
  '（二）听证。',
  '按照第三条的规定办理。',
  '第二章 附则',
  '第三条 本办法自2024年3月1日起施行。',
].join('\n\n');
const amended = first
  .replace('公布 自2024年3月1日起施行）', '公布 2026年2月6日安澜县人民政府令第9号修订）')
  .replace('（二）听证。', '（二）暗访。');

/** A desk whose open dialog gives these texts one after another, read by the real exchange. */
async function deskWith(...texts: readonly string[]): Promise<Workbench> {
  const waiting = [...texts];
  const openFile = () => {
    const bytes = new TextEncoder().encode(waiting.shift() ?? '');
    return Promise.resolve({ ok: true, value: { name: '办法.md', bytes } } as const);
  };
  const { bench } = await openBench({ exchange: createExchange(), shell: { openFile } });
  return bench;
}

async function chosen(bench: Workbench): Promise<ReadLaw> {
  const answer = await chooseLaw(bench);
  if (!answer.ok || answer.value === null) throw new Error(answer.ok ? 'nothing was chosen' : answer.error);
  return answer.value;
}

async function stored(
  bench: Workbench,
  read: ReadLaw,
  choice: { readonly replace?: LawRow; readonly supersede?: readonly LawRow[] } = {},
) {
  const { replace = null, supersede = [] } = choice;
  const answer = await importLaw(bench, read, read.values, { replace, supersede });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

async function titlesAndLabels(bench: Workbench, text: string): Promise<readonly string[]> {
  const { hits } = await searchArticles(bench, text, { limit: 50 });
  return hits.map(({ law, article }) => `${law.values.version}${article.values.label}`);
}

test('choosing a file stores nothing; importing stores law and articles in one commit that can be undone', async () => {
  const bench = await deskWith(first);
  const empty = await bench.storage.stateDigest();
  const read = await chosen(bench);
  expect(read.values).toMatchObject({ version: '2024年公布', kind: null, status: 'valid', articleCount: 3 });
  expect(await bench.storage.stateDigest()).toBe(empty);
  const law = { ...read, values: { ...read.values, kind: 'local-rule' } };
  const receipt = await stored(bench, law);
  expect(receipt.count).toBe(4);
  const articles = await articlesOf(bench, receipt.lawId);
  expect(articles.map((row) => [row.values.label, row.values.chapter])).toEqual([
    ['第一条', '第一章 总则'],
    ['第二条', '第一章 总则'],
    ['第三条', '第二章 附则'],
  ]);
  expect((await undoCommit(bench, receipt.seq)).ok).toBe(true);
  expect(await bench.storage.stateDigest()).toBe(empty);
});

test('a law without its kind is refused at that field, and a file without articles with its sentence', async () => {
  const bench = await deskWith(first, '大家好。');
  const read = await chosen(bench);
  const refused = await importLaw(bench, read, read.values, { replace: null, supersede: [] });
  expect(refused).toMatchObject({ ok: false, error: [{ field: 'kind' }] });
  expect(await bench.storage.countRows({ ledger: lawArticle.id })).toBe(0);
  const sentence = await chooseLaw(bench);
  expect(sentence).toMatchObject({ ok: false, error: expect.stringContaining('没有找到条文') });
});

/** The two versions in the library, the first marked as amended. */
async function bothVersions() {
  const bench = await deskWith(first, amended, amended);
  const local = { kind: 'local-rule' };
  const old = await chosen(bench);
  const one = await stored(bench, { ...old, values: { ...old.values, ...local } });
  const next = await chosen(bench);
  const { same, others } = await storedVersions(bench, '安澜县行政执法监督办法', String(next.values['version']));
  const two = await stored(bench, { ...next, values: { ...next.values, ...local } }, { supersede: others });
  return { bench, one, two, same, others };
}

test('another version stands beside the old one, and both stay citable', async () => {
  const { bench, one, two, same, others } = await bothVersions();
  expect([same, others.map((row) => row.id)]).toEqual([null, [one.lawId]]);
  expect((await lawOf(bench, one.lawId))?.values.status).toBe('amended');
  const cited = await articleOfCitation(bench, { lawId: one.lawId, article: '第二条' });
  expect(cited?.article.values.text).toContain('听证');
  const now = await articleOfCitation(bench, { lawId: two.lawId, article: '第二条' });
  expect(now?.article.values.text).toContain('暗访');
});

test('the same version is refused unless it is replaced, and then keeps its identifiers', async () => {
  const { bench, one } = await bothVersions();
  const again = await chosen(bench);
  const values = { ...again.values, kind: 'local-rule', version: '2024年公布' };
  const refused = await importLaw(bench, again, values, { replace: null, supersede: [] });
  expect(refused).toMatchObject({ ok: false, error: [{ message: expect.stringContaining('请核对是否重复登记') }] });
  const before = await articlesOf(bench, one.lawId);
  const law = await lawOf(bench, one.lawId);
  if (!law) throw new Error('the law is missing');
  const shorter = { ...again, draft: { ...again.draft, articles: again.draft.articles.slice(0, 2), articleCount: 2 } };
  const done = await importLaw(bench, shorter, values, { replace: law, supersede: [] });
  expect(done).toMatchObject({ ok: true, value: { lawId: one.lawId } });
  const after = await articlesOf(bench, one.lawId);
  expect(after.map((row) => row.id)).toEqual(before.slice(0, 2).map((row) => row.id));
  expect(after[1]?.values.text).toContain('暗访');
  expect(await bench.storage.countRows({ ledger: lawArticle.id, deleted: true })).toBe(0);
});

test('articles are found by law, number and words; the one asked for by number comes first', async () => {
  const { bench } = await bothVersions();
  expect(articleWords('《处罚法》 25条 第３条之１ 2024 5')).toEqual([
    '处罚法',
    '第二十五条',
    '第三条之一',
    '2024',
    '第五条',
  ]);
  expect(await titlesAndLabels(bench, '监督办法 听证')).toEqual(['2024年公布第二条']);
  expect(await titlesAndLabels(bench, '3条 2024年公布')).toEqual(['2024年公布第三条', '2024年公布第二条']);
  expect(await titlesAndLabels(bench, 'ajpc')).toHaveLength(2);
  const standing = await searchArticles(bench, '案卷评查', { standing: true, limit: 50 });
  expect(standing.hits.map((hit) => hit.law.values.version)).toEqual(['2026年修订']);
  expect((await searchArticles(bench, ' ', { limit: 50 })).total).toBe(0);
  const everywhere = await searchAll(bench, '安澜 2026年修订', 10);
  expect(everywhere.map((hit) => hit.ledger)).toEqual([lawText.id]);
});

test('articles leave and come back with their law', async () => {
  const { bench, one } = await bothVersions();
  const left = (): Promise<number> => bench.storage.countRows({ ledger: lawArticle.id });
  expect(await removeRecords(bench, lawText, [one.lawId])).toMatchObject({ ok: true });
  expect(await left()).toBe(3);
  expect(await articleOfCitation(bench, { lawId: one.lawId, article: '第二条' })).toBeNull();
  expect(await restoreRecords(bench, lawText, [one.lawId])).toMatchObject({ ok: true });
  expect(await left()).toBe(6);
  await removeRecords(bench, lawText, [one.lawId]);
  expect(await purgeRecords(bench, lawText, [one.lawId])).toMatchObject({ ok: true, value: { count: 4 } });
  expect(await bench.storage.countRows({ ledger: lawArticle.id, deleted: true })).toBe(0);
});
