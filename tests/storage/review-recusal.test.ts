import { beforeEach, describe, expect, it } from 'vitest';
import type { Mutation, Values } from '@/domain/kernel';
import { assignReviewers, shareOut } from '@/services/review-assigning';
import { declareRecusal } from '@/services/review-recusal';
import type { BatchFile } from '@/services/reviews';
import { errorOf, valueOf } from './desk';
import { openReviewDesk, type ReviewDesk } from './review-desk';

let desk: ReviewDesk;
beforeEach(async () => {
  desk = await openReviewDesk(2, false);
});

async function change(ledger: string, id: string, changes: Values): Promise<void> {
  const { bench } = desk;
  const [row] = await bench.storage.rows(ledger, [id]);
  const update: Mutation = { op: 'update', ledger, id, revision: row?.revision ?? 0, changes };
  valueOf(await bench.storage.commit({ kind: 'edit', label: '改' }, [update], bench.session.context()));
}

/** The file of a body, whose handlers are its own. */
async function fileOf(body: string): Promise<BatchFile> {
  const file = (await desk.open()).files.find(({ row }) => row.values.entity === body);
  if (!file) throw new Error('no file');
  return file;
}

async function refusal(body: string, pair: readonly [string, string]): Promise<string> {
  const answer = await assignReviewers(desk.bench, await desk.open(), [await fileOf(body)], pair);
  return errorOf(answer)[0]?.message ?? '';
}

async function withExpert(values: Values): Promise<void> {
  const { id } = await desk.add('expert', { name: '郭教授', ...values });
  await change('review-batch', desk.batch, { experts: [id] });
}

describe('a reviewer stands aside', () => {
  it('from the own unit, as the register of experts has it', async () => {
    const [market, urban] = desk.bodies;
    await withExpert({ employer: '安澜县市场监督管理局' });
    expect(await refusal(market, ['郭教授', '甲律师'])).toContain('应当回避“罚2026-2”（在安澜县市场监督管理局工作）');
    valueOf(await assignReviewers(desk.bench, await desk.open(), [await fileOf(urban)], ['郭教授', '甲律师']));
  });

  it('from a unit of the past two years, told by the register or by the officers’ own', async () => {
    const [market, urban] = desk.bodies;
    await withExpert({ employer: '县律师协会', formerEmployers: '安澜县市场监督管理局' });
    expect(await refusal(market, ['甲律师', '郭教授'])).toContain('近两年在安澜县市场监督管理局工作过');
    const identityNumber = '110101199003070134';
    const officer = { name: '祝以恒', identityNumber, entity: urban, postStatus: 'on' };
    await desk.add('enforcement-officer', officer);
    const { id } = await desk.add('supervision-staff', { name: '祝以恒二', identityNumber, unit: 'bureau' });
    await change('review-batch', desk.batch, { reviewers: [id] });
    expect(await refusal(urban, ['祝以恒二', '甲律师'])).toContain('在安澜县城市管理局工作');
  });

  it('from a file for which an interest was declared, with its reason', async () => {
    const [market] = desk.bodies;
    const { row } = await fileOf(market);
    expect(errorOf(await declareRecusal(desk.bench, [row], '甲律师', ' '))[0]?.field).toBe('reason');
    valueOf(await declareRecusal(desk.bench, [row], '甲律师', '曾代理该案'));
    expect(await refusal(market, ['甲律师', '乙教授'])).toContain('申报回避：曾代理该案');
  });

  it('and is refused a seat by the storage itself', async () => {
    const [market] = desk.bodies;
    const { row } = await fileOf(market);
    const { bench } = desk;
    const changes = { firstReviewer: '丙（安澜县市场监督管理局）', secondReviewer: '甲律师' };
    const update: Mutation = { op: 'update', ledger: 'case-file', id: row.id, revision: row.revision, changes };
    const answer = await bench.storage.commit({ kind: 'edit', label: '改' }, [update], bench.session.context());
    expect(JSON.stringify(errorOf(answer))).toContain('应当回避');
  });

  it('and where too few are left the refusal says who stands aside why and how many are missing', async () => {
    const [market] = desk.bodies;
    valueOf(await declareRecusal(desk.bench, [(await fileOf(market)).row], '甲律师', '曾代理该案'));
    const message = errorOf(await shareOut(desk.bench, await desk.open()))[0]?.message;
    expect(message).toContain('只有1人，还差1人');
    expect(message).toContain('甲律师（申报回避：曾代理该案）');
  });

  it('and who has left the experts scores nothing', async () => {
    await withExpert({ employer: '县律师协会', left: true });
    expect(await refusal(desk.bodies[0], ['郭教授', '甲律师'])).toContain('已出库');
  });

  it('and two of one name are told apart by department, unit or as they are invited', async () => {
    const one = await desk.add('supervision-staff', { name: '姜敏', unit: 'bureau', department: '执法监督股' });
    const two = await desk.add('expert', { name: '姜敏', employer: '县律师协会' });
    await change('review-batch', desk.batch, { reviewers: [one.id], experts: [two.id], invited: '姜敏' });
    const names = (await desk.open()).reviewers.map((reviewer) => reviewer.name);
    expect(names).toEqual(['姜敏（安澜县司法局，执法监督股）', '姜敏（县律师协会）', '姜敏']);
  });
});
