import { beforeEach, describe, expect, it } from 'vitest';
import { officialDocument } from '@/domain/document';
import { finding } from '@/domain/finding';
import type { Values } from '@/domain/kernel';
import { enterNotice } from '@/services/calendar';
import { refreshDueDays } from '@/services/deadline-refresh';
import { raiseObjection } from '@/services/document-objections';
import { groupIntoDocument } from '@/services/finding-documents';
import { decideExtension, requestExtension } from '@/services/finding-extensions';
import { undoCommit } from '@/services/records';
import type { DocumentRow } from '@/services/documents';
import { valueOf } from './desk';
import { found, now, openFindingDesk, serve, type FindingDesk } from './finding-desk';

let desk: FindingDesk;
beforeEach(async () => {
  desk = await openFindingDesk();
});

const source = '国务院办公厅关于2027年部分节假日安排的通知';
const stretch = (name: string, day: string, until: string | null = null, kind = 'off') => ({
  year: 2027,
  name,
  day,
  until,
  kind,
  source,
});
/** Made for the test: what the real notice of 2027 says is not known. */
const notice = {
  year: 2027,
  source,
  stretches: [
    stretch('元旦', '2027-01-01', '2027-01-03'),
    stretch('元旦', '2027-01-09', null, 'work'),
    stretch('春节', '2027-02-05', '2027-02-11'),
    stretch('春节', '2027-02-20', null, 'work'),
    stretch('清明节', '2027-04-05'),
    stretch('劳动节', '2027-05-01', '2027-05-05'),
    stretch('端午节', '2027-06-09'),
    stretch('中秋节', '2027-09-15'),
    stretch('国庆节', '2027-10-01', '2027-10-07'),
  ],
};

/** Two findings of one document, to be corrected within 30 working days: until the first days of 2027. */
async function issued(): Promise<{ readonly ids: readonly string[]; readonly document: DocumentRow }> {
  const rows = await found(desk.bench, desk.bodies.market, 2);
  const ids = rows.map(({ id }) => id);
  const draft = valueOf(await groupIntoDocument(desk.bench, ids, 'supervision-opinion'));
  return { ids, document: await serve(desk.bench, draft) };
}

async function valuesOf(ledger: string, id: string): Promise<Values> {
  const [row] = await desk.bench.storage.rows(ledger, [id]);
  if (!row) throw new Error('no such record');
  return row.values;
}

describe('deadlines in a year without a notice', () => {
  it('are estimated and say so, and are computed anew when the notice comes, findings with their document', async () => {
    const { bench } = desk;
    const { ids, document } = await issued();
    expect(document.values.dueOn).toBe('2027-01-06');
    expect(document.values.dueReason).toContain(
      '2027年的放假安排尚未登记，相关日子按周末和法定节日暂估，登记后重新计算',
    );
    expect(await valuesOf(finding.id, ids[0] ?? '')).toMatchObject({ dueOn: '2027-01-06' });
    valueOf(await enterNotice(bench, notice));
    expect(valueOf(await refreshDueDays(bench))).toEqual({ documents: 1, findings: 2, answers: 0 });
    for (const id of ids) {
      const { dueOn, dueReason } = await valuesOf(finding.id, id);
      expect(dueOn).toBe('2027-01-06');
      expect(dueReason).toContain('1月1日至3日元旦放假不计');
      expect(dueReason).not.toContain('暂估');
      const [entry] = await bench.storage.history(finding.id, id);
      expect(entry?.header.intent.label).toBe('按新的放假安排重算期限');
    }
    const [entry] = await bench.storage.history(officialDocument.id, document.id);
    expect(entry?.header.intent.label).toBe('按新的放假安排重算期限');
    expect(valueOf(await refreshDueDays(bench))).toEqual({ documents: 0, findings: 0, answers: 0 });
  });

  it('move with the notice to another day, and back when that is undone', async () => {
    const { bench } = desk;
    const { ids, document } = await issued();
    const longer = {
      ...notice,
      stretches: [stretch('元旦', '2027-01-01', '2027-01-05'), ...notice.stretches.slice(2)],
    };
    valueOf(await enterNotice(bench, longer));
    valueOf(await refreshDueDays(bench));
    expect(await valuesOf(finding.id, ids[1] ?? '')).toMatchObject({ dueOn: '2027-01-08' });
    const [last] = await bench.storage.commits(null, 1);
    expect((await undoCommit(bench, last?.seq ?? 0)).ok).toBe(true);
    expect(await valuesOf(officialDocument.id, document.id)).toMatchObject({ dueOn: '2027-01-06' });
    expect(await valuesOf(finding.id, ids[1] ?? '')).toMatchObject({ dueOn: '2027-01-06' });
  });

  it('keep their terms: a rule pack changed since changes nothing', async () => {
    const { bench } = desk;
    const { document } = await issued();
    const rule = { instrument: 'opinion', purpose: 'rectify', amount: 5, unit: 'working-day', from: 'received' };
    await desk.add('deadline-rule', { ...rule, source: '本县规定第一条' });
    expect(valueOf(await refreshDueDays(bench))).toEqual({ documents: 0, findings: 0, answers: 0 });
    valueOf(await enterNotice(bench, notice));
    valueOf(await refreshDueDays(bench));
    const after = await valuesOf(officialDocument.id, document.id);
    expect(after['dueReason']).toContain('第30个工作日');
    expect(after['deadlineTerms']).toBe(document.values.deadlineTerms);
  });

  it('are looked at also where they were extended, and where an answer is owed', async () => {
    const { bench } = desk;
    const { ids, document } = await issued();
    const [id = ''] = ids;
    const asked = { askedOn: '2026-11-30', reason: '重新取证', until: '2027-02-05' };
    valueOf(await requestExtension(bench, (await now(bench, id)).row, asked));
    const [extension] = (await now(bench, id)).extensions;
    if (!extension) throw new Error('nothing was asked for');
    const decision = { result: 'granted', approvedBy: '王局长', approvedOn: '2026-12-01', grantedUntil: '2027-02-05' };
    valueOf(await decideExtension(bench, extension, decision));
    // Without a notice only the days that the law names are off: New Year's Eve is one of them.
    const before = await valuesOf(finding.id, id);
    expect(before['dueReason']).toContain('暂估');
    const objection = {
      applicant: '安澜县市场监督管理局',
      raisedOn: '2026-12-14',
      acceptedOn: '2026-12-14',
      grounds: '事实有出入',
    };
    valueOf(await raiseObjection(bench, document, objection));
    valueOf(await enterNotice(bench, notice));
    expect(valueOf(await refreshDueDays(bench))).toEqual({ documents: 1, findings: 2, answers: 1 });
    const { dueOn, dueReason } = await valuesOf(finding.id, id);
    expect(dueOn).toBe('2027-02-12');
    expect(dueReason).toContain('经批准延长至2月5日');
    expect(dueReason).toContain('适逢春节放假，顺延至2月12日');
    expect(dueReason).not.toContain('暂估');
    expect((await now(bench, id)).extensions[0]?.values).toMatchObject({
      namedUntil: '2027-02-05',
      grantedUntil: '2027-02-12',
    });
    const [reply] = (await bench.storage.page({ ledger: 'document-objection' }, 0, 1)).rows;
    expect(reply?.values['dueReason']).toContain('1月1日至3日元旦放假不计');
    expect(valueOf(await refreshDueDays(bench))).toEqual({ documents: 0, findings: 0, answers: 0 });
  });
});
