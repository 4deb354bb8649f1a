import { expect, test } from 'vitest';
import type { LedgerRow, Values } from '@/domain/kernel';
import { certificateWarning, type EnforcementOfficer } from '@/domain/officer';
import { ruleParametersInForce } from '@/domain/rule-parameters';
import { countCertificateNotices, recordCertificateAction, reviewShares } from '@/services/certificates';
import { undoCommit } from '@/services/records';
import { openBench, type TestBench } from './register-bench';

async function officers(desk: TestBench, all: readonly Values[]): Promise<readonly LedgerRow[]> {
  const entity = await desk.add('enforcement-entity', { name: '安澜县水利局' });
  const rows: LedgerRow[] = [];
  for (const values of all) rows.push(await desk.add('enforcement-officer', { entity: entity.id, ...values }));
  return rows;
}

async function one(desk: TestBench, values: Values): Promise<LedgerRow> {
  const [row] = await officers(desk, [values]);
  if (!row) throw new Error('no officer');
  return row;
}

async function officerNow(desk: TestBench, id: string): Promise<Values> {
  const [row] = await desk.bench.storage.rows('enforcement-officer', [id]);
  return row?.values ?? {};
}

test('an action and what it does to the officer are one commit, and are undone together', async () => {
  const desk = await openBench();
  const officer = await one(desk, {
    name: '陈静',
    certificateNo: 'A1',
    certificateStatus: 'valid',
    validUntil: '2027-01-01',
  });
  const done = await recordCertificateAction(desk.bench, officer, {
    action: 'suspend',
    actedOn: '2026-11-20',
    reason: '逾期未参加培训',
    suspendedFrom: '2026-11-20',
    suspendedUntil: '2027-01-20',
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  expect(done.value.count).toBe(2);
  const [header] = await desk.bench.storage.commits(null, 1);
  expect(header?.intent).toEqual({ kind: 'certificate-action', label: '办理执法证件：暂扣' });
  expect(await officerNow(desk, officer.id)).toMatchObject({
    certificateStatus: 'suspended',
    suspensionReason: '逾期未参加培训',
  });
  expect((await undoCommit(desk.bench, done.value.seq)).ok).toBe(true);
  expect(await officerNow(desk, officer.id)).toMatchObject({ certificateStatus: 'valid', suspendedFrom: null });
  expect(await desk.bench.storage.countRows({ ledger: 'certificate-action' })).toBe(0);
});

test('what the rules refuse is not written, and the field is named', async () => {
  const desk = await openBench();
  const officer = await one(desk, { name: '陈静', certificateNo: 'A1', certificateStatus: 'valid' });
  const long = await recordCertificateAction(desk.bench, officer, {
    action: 'suspend',
    actedOn: '2026-11-20',
    reason: '违规执法',
    suspendedFrom: '2026-11-20',
    suspendedUntil: '2027-11-20',
  });
  expect(long).toMatchObject({
    ok: false,
    error: [{ field: 'suspendedUntil', message: expect.stringContaining('6个月') }],
  });
  const early = await recordCertificateAction(desk.bench, officer, { action: 'resume', actedOn: '2026-11-20' });
  expect(early).toMatchObject({ ok: false, error: [{ field: null, message: expect.stringContaining('不能办理') }] });
  const unread = await recordCertificateAction(desk.bench, officer, { action: 'review', actedOn: '下个月' });
  expect(unread).toMatchObject({ ok: false, error: [{ field: 'actedOn' }] });
  expect(await desk.bench.storage.countRows({ ledger: 'certificate-action' })).toBe(0);
});

test('somebody who was faster is not overwritten', async () => {
  const desk = await openBench();
  const officer = await one(desk, { name: '陈静', certificateNo: 'A1', certificateStatus: 'valid' });
  const cancel = { action: 'cancel', actedOn: '2026-11-20', reason: '调离执法岗位' };
  expect((await recordCertificateAction(desk.bench, officer, cancel)).ok).toBe(true);
  const second = await recordCertificateAction(desk.bench, officer, { ...cancel, action: 'revoke' });
  expect(second).toMatchObject({ ok: false, error: [{ field: null, message: expect.stringContaining('已被修改') }] });
  expect(await officerNow(desk, officer.id)).toMatchObject({ certificateStatus: 'cancelled' });
});

test('the warnings above the list count the same officers as the rule warns of, each once', async () => {
  const desk = await openBench();
  const days = ['2026-11-21', '2026-11-22', '2026-12-22', '2026-12-23', '2027-02-20', '2027-02-21', null];
  const statuses = ['valid', null, 'suspended', 'revoked'];
  const rows = await officers(
    desk,
    statuses.flatMap((certificateStatus, kind) =>
      days.map((validUntil, at) => ({
        name: `人员${kind}-${at}`,
        certificateNo: `Z${kind}${at}`,
        certificateStatus,
        validUntil,
        suspendedFrom: certificateStatus === 'suspended' ? '2026-06-01' : null,
        suspendedUntil: certificateStatus === 'suspended' && at < 2 ? '2026-11-21' : null,
      })),
    ),
  );
  const limits = ruleParametersInForce();
  const expected: Record<string, number> = {};
  for (const row of rows) {
    const warning = certificateWarning(row.values as EnforcementOfficer, '2026-11-22', limits);
    if (warning) expected[warning.level] = (expected[warning.level] ?? 0) + 1;
  }
  const counted: Record<string, number> = {};
  for (const notice of await countCertificateNotices(desk.bench)) {
    const level = notice.id.replace('-unmarked', '');
    counted[level] = (counted[level] ?? 0) + notice.count;
  }
  expect(counted).toEqual(expected);
  expect(Object.keys(expected).sort()).toEqual(['expired', 'first', 'last', 'suspension-over']);
});

test('the share of legal reviewers is judged organ by organ, those that fall short first', async () => {
  const desk = await openBench();
  const small = await desk.add('enforcement-entity', { name: '安澜县林业局' });
  const rows = Array.from({ length: 21 }, (_, at) => ({ name: `人员${at}`, legalReviewer: at === 0 }));
  await officers(desk, [...rows, { name: '甲', entity: small.id, legalReviewer: true }]);
  const [first, second] = await reviewShares(desk.bench);
  expect(first).toMatchObject({
    name: expect.stringContaining('水利局'),
    officers: 21,
    reviewers: 1,
    required: 2,
    met: false,
  });
  expect(second).toMatchObject({ name: expect.stringContaining('林业局'), met: true });
});
