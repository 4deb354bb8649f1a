import { expect, test } from 'vitest';
import type { LedgerRow } from '@/domain/kernel';
import type { LaySupervisor } from '@/domain/supervisor';
import {
  activityCounts,
  appoint,
  endTerm,
  proposedTerm,
  termInForce,
  termsOf,
  termWarnings,
} from '@/services/appointments';
import { appointmentLetterPage, type AppointmentLetter } from '@/ui/print/appointment-letter';
import { supervisorCardPage, type SupervisorCard } from '@/ui/print/supervisor-card';
import { areaOf, cardOf, letterOf } from '@/ui/views/supervisor/papers';
import { openBench, type TestBench } from './register-bench';

const today = '2026-11-22';

async function person(desk: TestBench): Promise<LedgerRow<LaySupervisor>> {
  const row = await desk.add('lay-supervisor', {
    name: '陈静',
    kind: 'invited',
    gender: '2',
    employer: '安澜县第二中学',
  });
  return row as LedgerRow<LaySupervisor>;
}

test('a renewal is a new term that begins the day after, and silences the warning', async () => {
  const desk = await openBench();
  const { id } = await person(desk);
  const first = { kind: 'first', status: 'serving', startsOn: '2023-12-01', endsOn: '2026-11-30' };
  expect((await appoint(desk.bench, id, first)).ok).toBe(true);
  expect(await termWarnings(desk.bench)).toMatchObject([
    { level: 'last', daysLeft: 8, name: expect.stringContaining('陈静') },
  ]);
  const proposal = proposedTerm(await termsOf(desk.bench, id), today);
  expect(proposal).toEqual({ kind: 'renewal', status: 'serving', startsOn: '2026-12-01', endsOn: '2029-11-30' });
  expect((await appoint(desk.bench, id, proposal)).ok).toBe(true);
  const terms = await termsOf(desk.bench, id);
  expect(terms.map((term) => term.values.startsOn)).toEqual(['2026-12-01', '2023-12-01']);
  expect(terms[1]?.revision).toBe(1);
  expect(await termWarnings(desk.bench)).toEqual([]);
  expect(termInForce(terms, today)?.values.startsOn).toBe('2023-12-01');
});

test('terms that share days are refused, and so is an end without a reason', async () => {
  const desk = await openBench();
  const { id } = await person(desk);
  const term = { kind: 'first', status: 'serving', startsOn: '2026-01-01', endsOn: '2028-12-31' };
  expect((await appoint(desk.bench, id, term)).ok).toBe(true);
  const second = await appoint(desk.bench, id, { ...term, startsOn: '2028-12-31', endsOn: '2029-12-31' });
  expect(second).toMatchObject({ ok: false, error: [{ field: 'startsOn', message: expect.stringContaining('重叠') }] });
  const [row] = await termsOf(desk.bench, id);
  if (!row) throw new Error('no term');
  const bare = await endTerm(desk.bench, row, { status: 'dismissed', endedOn: today, endReason: null });
  expect(bare).toMatchObject({ ok: false, error: [{ field: 'endReason' }] });
  const ended = await endTerm(desk.bench, row, { status: 'dismissed', endedOn: today, endReason: 'transfer' });
  expect(ended.ok).toBe(true);
  expect(termInForce(await termsOf(desk.bench, id), today)).toBeNull();
  expect(await termWarnings(desk.bench)).toEqual([]);
  expect(proposedTerm(await termsOf(desk.bench, id), today)).toMatchObject({ kind: 'first', startsOn: today });
});

test('nobody in the recycle bin is named in a warning', async () => {
  const desk = await openBench();
  const { id } = await person(desk);
  await appoint(desk.bench, id, { status: 'serving', startsOn: '2023-12-01', endsOn: '2026-11-30' });
  expect(await termWarnings(desk.bench)).toHaveLength(1);
  const [term] = await termsOf(desk.bench, id);
  const gone = await desk.bench.storage.commit(
    { kind: 'remove', label: '删除' },
    [
      { op: 'remove', ledger: 'appointment-term', id: term?.id ?? '' },
      { op: 'remove', ledger: 'lay-supervisor', id },
    ],
    desk.bench.session.context(),
  );
  expect(gone.ok).toBe(true);
  expect(await termWarnings(desk.bench)).toEqual([]);
});

test('activities of the year are counted for the evaluation', async () => {
  const desk = await openBench();
  const { id } = await person(desk);
  const activity = { supervisor: id, kind: 'research', subject: '走访' };
  await desk.add('supervisor-activity', { ...activity, date: '2026-01-01', opinion: '加强公示' });
  await desk.add('supervisor-activity', { ...activity, date: '2026-12-31' });
  await desk.add('supervisor-activity', { ...activity, date: '2025-12-31', opinion: '旧的' });
  expect(await activityCounts(desk.bench, id, 2026)).toEqual({ activities: 2, opinions: 1 });
});

const letter: AppointmentLetter = {
  name: '陈<静>',
  office: '特邀行政执法监督员',
  area: '安澜县',
  session: '第三届',
  letterNo: 'P-1',
  decisionNo: '',
  from: '2026-03-01',
  until: '2029-02-28',
  renewal: false,
  issuer: '安澜县司法局',
  issuedOn: '2026-03-01',
};

test('letters and cards carry what the term says; all text from outside is escaped and nothing is scripted', async () => {
  const page = appointmentLetterPage([letter, { ...letter, name: '王明', renewal: true, letterNo: '' }]);
  expect(page).toContain('陈&lt;静&gt;');
  expect(page).toContain('兹聘请您为<strong>安澜县第三届特邀行政执法监督员</strong>');
  expect(page).toContain('2029年2月28日');
  expect(page.match(/class="appointment-letter"/g)).toHaveLength(2);
  expect(page).toContain('兹续聘您为');
  expect(page).not.toMatch(/<script|style=/);

  const desk = await openBench();
  const row = await person(desk);
  await appoint(desk.bench, row.id, {
    status: 'serving',
    startsOn: '2026-03-01',
    endsOn: '2029-02-28',
    badgeNo: 'Z-7',
  });
  const [term] = await termsOf(desk.bench, row.id);
  if (!term) throw new Error('no term');
  expect(cardOf(desk.bench, { person: row, term })).toMatchObject({ cardNo: 'Z-7', workplace: '安澜县第二中学' });
  expect(letterOf(desk.bench, { person: row, term })).toMatchObject({ office: '特邀行政执法监督员', renewal: false });
  expect([areaOf('安澜县司法局'), areaOf('安澜县人民政府')]).toEqual(['安澜县', '']);
});

test('eleven cards take two sheets, and each back lies behind its front when the paper is turned', () => {
  const card = (at: number): SupervisorCard => ({
    name: `人${at}`,
    gender: '女',
    office: '行政执法监督员',
    workplace: '',
    cardNo: `Z-${at}`,
    from: null,
    until: `2029-01-${String(at + 1).padStart(2, '0')}`,
    issuer: '安澜县司法局',
  });
  const page = supervisorCardPage(Array.from({ length: 11 }, (_, at) => card(at)));
  const sheets = page.split('<section class="card-sheet">').slice(1);
  expect(sheets).toHaveLength(4);
  const days = (sheet: string | undefined): string[] =>
    Array.from(sheet?.matchAll(/1月(\d+)日/g) ?? [], (one) => one[1] ?? '');
  expect(days(sheets[1])).toEqual(['2', '1', '4', '3', '6', '5', '8', '7', '10', '9']);
  expect(sheets[3]).toMatch(/card-none.*1月11日/);
  expect(page).toContain('class="paper-a4 portrait unnumbered"');
});
