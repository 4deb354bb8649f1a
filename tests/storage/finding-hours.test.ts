import { beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '@/domain/kernel';
import { groupIntoDocument } from '@/services/finding-documents';
import { decideExtension, requestExtension } from '@/services/finding-extensions';
import { errorOf, valueOf } from './desk';
import { found, now, openFindingDesk, serve, type FindingDesk } from './finding-desk';

let desk: FindingDesk;
beforeEach(async () => {
  desk = await openFindingDesk();
});

/** A finding to be corrected within 24 hours after 10:30 of 24 November. */
async function issued(): Promise<string> {
  const [row] = await found(desk.bench, desk.bodies.market, 1);
  const draft = valueOf(await groupIntoDocument(desk.bench, [row?.id ?? ''], 'supervision-opinion'));
  const deadline = { amount: 24, unit: 'hour', on: null, source: '' } as const;
  await serve(desk.bench, draft, '2026-11-24', { data: { due: deadline }, proof: { receivedAt: '10时30分' } });
  return row?.id ?? '';
}

async function decided(id: string, decision: Values) {
  const [extension] = (await now(desk.bench, id)).extensions.filter((one) => one.values.result === null);
  if (!extension) throw new Error('nothing was asked for');
  return valueOf(
    await decideExtension(desk.bench, extension, { approvedBy: '王局长', approvedOn: '2026-11-25', ...decision }),
  );
}

describe('a rectification due within hours', () => {
  it('is extended by hours from the hour at which it ends, not from its last day', async () => {
    const id = await issued();
    const opened = await now(desk.bench, id);
    expect(opened.row.values.dueOn).toBe('2026-11-25');
    expect(opened.row.values.dueReason).toContain('满24小时为11月25日10:30');
    const asked = { askedOn: '2026-11-24', reason: '当事人在外地', hours: 12 };
    valueOf(await requestExtension(desk.bench, opened.row, asked));
    expect((await now(desk.bench, id)).extensions[0]?.values).toMatchObject({ hours: 12, until: '2026-11-25' });
    const after = await decided(id, { result: 'granted', grantedHours: 20 });
    expect(after.values.dueOn).toBe('2026-11-26');
    expect(after.values.dueReason).toContain('经批准延长20小时至11月26日06:30（当事人在外地）');
    valueOf(await requestExtension(desk.bench, after, { ...asked, askedOn: '2026-11-25' }));
    const again = await decided(id, { result: 'granted', grantedHours: 12 });
    expect(again.values.dueReason).toContain('至11月26日06:30（当事人在外地），经批准延长12小时至11月26日18:30');
  });

  it('is extended to the whole of a day as well', async () => {
    const id = await issued();
    const { row } = await now(desk.bench, id);
    valueOf(await requestExtension(desk.bench, row, { askedOn: '2026-11-24', reason: '取证', until: '2026-11-30' }));
    const after = await decided(id, { result: 'granted', grantedUntil: '2026-11-30' });
    expect(after.values).toMatchObject({ dueOn: '2026-11-30', dueReason: expect.stringContaining('延长至11月30日') });
  });

  it('is not asked to be extended by no time at all', async () => {
    const { row } = await now(desk.bench, await issued());
    const asked = { askedOn: '2026-11-24', reason: '取证', hours: 0 };
    expect(errorOf(await requestExtension(desk.bench, row, asked)).length).toBeGreaterThan(0);
    expect(errorOf(await requestExtension(desk.bench, row, { ...asked, hours: null }))[0]?.field).toBe('until');
  });
});
