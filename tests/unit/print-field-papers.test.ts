import { describe, expect, it } from 'vitest';
import type { DrawLists, DrawResult } from '@/domain/draw';
import { emptyValues } from '@/domain/kernel';
import { inspection, shippedChecklists, type Checks, type Inspection } from '@/domain/inspection';
import { drawRecordPage } from '@/ui/print/draw-record';
import { inspectionRecordPage, type PrintedInspection } from '@/ui/print/inspection-record';

const checks: Checks = {
  lists: shippedChecklists(),
  entries: { 'three-systems/01': { result: 'failed', note: '没有公示' } },
};

function printed(more: Partial<PrintedInspection> = {}): string {
  const values = { ...(emptyValues(inspection) as Inspection), course: '查阅案卷10件', signedBy: '周倩' };
  return inspectionRecordPage({
    filled: false,
    bureau: '安澜县司法局',
    title: '三项制度检查',
    body: '安澜县水利局',
    mode: '专项监督',
    values,
    members: [
      { name: '王伟', certificateNo: 'LJJD0799001', leads: true },
      { name: '王伟', certificateNo: 'LJJD0799002', leads: false },
    ],
    noticeNo: '',
    checks,
    findings: [],
    ...more,
  });
}

describe('the record of an inspection on paper', () => {
  it('is an empty form to fill in by hand: every area of the check lists, open boxes, and room for all signatures', () => {
    const paper = printed();
    for (const area of ['三项制度', '主体资格', '裁量基准', '双随机', '两法衔接', '涉企']) {
      expect(
        checks.lists.some((list) => list.area.includes(area) || list.title.includes(area)),
        area,
      ).toBe(true);
    }
    for (const list of checks.lists) for (const item of list.items) expect(paper).toContain(item.text);
    expect(paper).not.toContain('☑');
    expect(paper).not.toContain('查阅案卷10件');
    for (const who of ['负责人或者在场人员签字（盖章）', '检查人员', '见证人']) expect(paper).toContain(who);
  });

  it('has what was entered afterwards, with the signature page', () => {
    const paper = printed({ filled: true, findings: [{ number: 'WT-2026-1', fact: '没有公示检查标准' }] });
    expect(paper).toContain('☑不符合');
    for (const text of ['查阅案卷10件', '没有公示检查标准', '已由周倩签字', '见证人']) expect(paper).toContain(text);
  });

  it('names one leader, also among two of one name, each with the number of the certificate', () => {
    expect(printed()).toContain('王伟（组长，监督证号LJJD0799001）、王伟（监督证号LJJD0799002）');
  });
});

describe('the record of a draw on paper', () => {
  const lists: DrawLists = {
    title: '专项检查随机抽取',
    source: 'enforcement-entity',
    objects: [{ id: 'o1', name: '水利局', entity: 'o1', unit: '水利局', weight: 3, reason: '上级交办' }],
    people: ['p1', 'p2', 'p3'].map((id, at) => ({
      id,
      register: 'expert' as const,
      name: `专家${at}`,
      unit: '县法学会',
      history: [],
      recusals: at === 2 ? [{ object: 'o1', kind: 'declared' as const, reason: '近亲属在该单位任职' }] : [],
    })),
    objectCount: 1,
    inspectorsEach: 2,
  };
  const inspectors = ['p1', 'p2'].map((id) => ({ id, key: 'ab'.repeat(32), load: 0 }));
  const result: DrawResult = {
    algorithm: 'sha256-tickets-1',
    order: [{ id: 'o1', key: 'cd'.repeat(32), ticket: 2 }],
    drawn: [{ id: 'o1', inspectors }],
  };

  it('has lists, weights, recusals, seed and result, how to check them, and both signatures', () => {
    const paper = drawRecordPage({
      title: lists.title,
      unit: '安澜县司法局',
      source: '执法主体',
      preparedOn: '2026-11-22',
      drawnOn: '2026-11-22',
      drawer: '陈静',
      witness: '周岚',
      seed: 'seed-of-the-draw',
      algorithm: 'sha256-tickets-1',
      digest: 'digest-of-the-lists',
      resultDigest: 'digest-of-the-result',
      voided: null,
      lists,
      result,
    });
    for (const text of [
      '抽取人（陈静）签字',
      '见证人（周岚）签字',
      'seed-of-the-draw',
      'digest-of-the-lists',
      'digest-of-the-result',
      '上级交办',
      '水利局：近亲属在该单位任职',
      '专家0（县法学会）、专家1（县法学会）',
      'cd'.repeat(32),
      '怎样验证',
      'certutil',
    ]) {
      expect(paper).toContain(text);
    }
  });
});
