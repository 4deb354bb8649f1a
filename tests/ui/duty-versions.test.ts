import { expect, test } from 'vitest';
import type { LedgerRow, Values } from '@/domain/kernel';
import {
  compareTwoVersions,
  copiedVersion,
  copyVersion,
  itemsOfVersion,
  listVersions,
  usualPair,
  versionsInForce,
  type VersionRow,
} from '@/services/duty-versions';
import { undoCommit } from '@/services/records';
import { dutyComparisonPage } from '@/ui/print/duty-comparison';
import { showComparison } from '@/ui/views/duty/comparison-view';
import { openBench, type TestBench } from './register-bench';

async function version(desk: TestBench, values: Values): Promise<VersionRow> {
  return (await desk.add('duty-version', {
    kind: 'supervision',
    issuingBody: '安澜县司法局',
    ...values,
  })) as VersionRow;
}

async function twoVersions(desk: TestBench): Promise<{ old: LedgerRow; now: VersionRow }> {
  const old = await version(desk, {
    title: '2025年版',
    status: 'repealed',
    effectiveFrom: '2025-01-01',
    effectiveUntil: '2025-12-31',
  });
  const now = await version(desk, { title: '2026年版', status: 'issued', effectiveFrom: '2026-01-01' });
  const item = (id: string, values: Values): Promise<LedgerRow> => desk.add('duty-item', { version: id, ...values });
  await item(old.id, { itemName: '案卷评查', methods: ['file-review'], responsibleOffice: '法制股' });
  await item(old.id, { itemName: '旧的事项' });
  await item(now.id, { seq: 1, itemName: '案卷评查', methods: ['file-review'], responsibleOffice: '监督股' });
  await item(now.id, { seq: 2, itemName: '涉企检查<监督>', approvalDocNo: '安政办发〔2026〕1号' });
  return { old, now };
}

test('the comparison begins with the version in force and the one before, of the same list', async () => {
  const desk = await openBench();
  const { old, now } = await twoVersions(desk);
  await version(desk, {
    title: '别的单位',
    status: 'issued',
    issuingBody: '安澜县水利局',
    effectiveFrom: '2026-06-01',
  });
  const versions = await listVersions(desk.bench);
  expect(versionsInForce(versions, '2026-11-22')).toContain(now.id);
  expect([...versionsInForce(versions, '2025-06-01')]).toEqual([old.id]);
  expect(usualPair(versions, '2026-11-22')).toEqual({ earlier: old.id, later: now.id });
  expect(usualPair(versions.slice(0, 1), '2026-11-22')).toBeNull();
});

test('added, changed and removed items are told in words and printed with everything escaped', async () => {
  const desk = await openBench();
  const { old, now } = await twoVersions(desk);
  const found = await compareTwoVersions(desk.bench, { earlier: old.id, later: now.id });
  const shown = showComparison(found, { codes: desk.bench.session.codes, titleOf: (_ledger, id) => id });
  expect(shown).toMatchObject({
    added: [{ name: '涉企检查<监督>' }],
    changed: [{ name: '案卷评查', differences: [{ label: '承办机构', before: '法制股', after: '监督股' }] }],
    removed: [{ name: '旧的事项' }],
    unchanged: 0,
  });
  const meta = { earlier: '2025年版', later: '2026年版', unit: '安澜县司法局', preparedBy: '陈静', date: '2026-11-22' };
  const page = dutyComparisonPage({ ...meta, ...shown });
  expect(page).toContain('涉企检查&lt;监督&gt;');
  expect(page).toContain('新增1项，变动1项，取消1项，未变0项。');
  expect(page).not.toMatch(/<script|style=/);
});

test('a copy has all items of its basis, is a draft of its own, and goes away in one step', async () => {
  const desk = await openBench();
  const { now } = await twoVersions(desk);
  const refused = await copyVersion(desk.bench, now, { ...copiedVersion(now.values), title: '2026年版' });
  expect(refused).toMatchObject({ ok: false, error: [{ message: expect.stringMatching(/[\u4e00-\u9fff]/) }] });
  const answer = await copyVersion(desk.bench, now, copiedVersion(now.values));
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const copy = (await listVersions(desk.bench)).find((row) => row.values.title === '2026年版（修订稿）');
  if (!copy) throw new Error('no copy');
  expect(copy.values).toMatchObject({ status: 'draft', effectiveFrom: null });
  const items = await itemsOfVersion(desk.bench, copy.id);
  expect(items.map((item) => [item.values.itemName, item.values.approvalDocNo])).toEqual([
    ['案卷评查', null],
    ['涉企检查<监督>', null],
  ]);
  const same = await compareTwoVersions(desk.bench, { earlier: now.id, later: copy.id });
  expect(same).toMatchObject({ added: [], changed: [], removed: [], unchanged: 2 });
  expect((await undoCommit(desk.bench, answer.value.seq)).ok).toBe(true);
  expect(await listVersions(desk.bench)).toHaveLength(2);
});
