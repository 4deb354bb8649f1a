import { describe, expect, it } from 'vitest';
import { ceilingMessage, ceilingState, recusalsOf, sameEnterprise, weightOf, weightProblem } from '@/domain/draw';

const unit = { id: 'e1', name: '安澜县水利局', shortName: '县水利局' };
const nobody = { employer: null, formerEmployers: null, posts: [] };
const since = '2024-11-22';

describe('recusals by the registers', () => {
  it('cover the own unit, by post or by employer', () => {
    const post = { ...nobody, posts: [{ entity: 'e1', until: null }] };
    expect(recusalsOf('o', [unit], post, since)[0]).toMatchObject({ kind: 'own-unit', reason: '在安澜县水利局工作' });
    const employed = { ...nobody, employer: '安澜县水利局法制股股长' };
    expect(recusalsOf('o', [unit], employed, since)[0]?.kind).toBe('own-unit');
    expect(recusalsOf('o', [unit], { ...nobody, employer: '县水利局' }, since)[0]?.kind).toBe('own-unit');
  });

  it('cover units of the past two years, and no earlier ones', () => {
    const left = (until: string) => ({ ...nobody, posts: [{ entity: 'e1', until }] });
    expect(recusalsOf('o', [unit], left('2025-03-01'), since)[0]?.kind).toBe('worked');
    expect(recusalsOf('o', [unit], left('2024-11-21'), since)).toEqual([]);
    const former = { ...nobody, formerEmployers: '某律所、安澜县水利局' };
    expect(recusalsOf('o', [unit], former, since)[0]).toMatchObject({ kind: 'worked' });
  });

  it('leave everybody else', () => {
    expect(recusalsOf('o', [unit], { ...nobody, employer: '安澜县林业局' }, since)).toEqual([]);
  });
});

describe('weights', () => {
  it('say their reason and stay within ten by rule', () => {
    const many = { total: 30, serious: 2, overdue: 1 };
    expect(weightOf('equal', many).weight).toBe(1);
    expect(weightOf('findings', { total: 3, serious: 0, overdue: 0 })).toEqual({
      weight: 4,
      reason: '近两年登记问题3个',
    });
    expect(weightOf('risk', { total: 1, serious: 1, overdue: 1 }).weight).toBe(6);
    expect(weightOf('risk', many).weight).toBe(10);
  });

  it('by hand need a whole number and a reason', () => {
    expect(weightProblem({ weight: 0, reason: '重点' })).toContain('1至100');
    expect(weightProblem({ weight: 2, reason: ' ' })).toContain('为什么');
    expect(weightProblem({ weight: 2, reason: '上级交办' })).toBeNull();
  });
});

describe('the yearly ceiling of an enterprise', () => {
  const visits = (count: number) => Array.from({ length: count }, () => ({ countsToCeiling: null }));

  it('warns before it, at it and beyond it', () => {
    const levels = [0, 1, 2, 3, 4].map((count) => ceilingState(visits(count), 3).level);
    expect(levels).toEqual(['below', 'below', 'near', 'reached', 'over']);
    expect(ceilingMessage('甲公司', '2026', ceilingState(visits(1), 3))).toBeNull();
    expect(ceilingMessage('甲公司', '2026', ceilingState(visits(2), 3))).toContain('再检查1次就达到上限');
    expect(ceilingMessage('甲公司', '2026', ceilingState(visits(3), 3))).toContain('已达到上限');
    expect(ceilingMessage('甲公司', '2026', ceilingState(visits(4), 3))).toContain('已超过1次');
  });

  it('leaves out what does not count', () => {
    const state = ceilingState([...visits(1), { countsToCeiling: false }], 3);
    expect(state).toMatchObject({ counted: 1, uncounted: 1 });
  });

  it('knows an enterprise by its code, also under a new name', () => {
    const code = '91320700MA00000000';
    expect(sameEnterprise({ enterprise: '甲公司', uscc: code }, { enterprise: '乙公司', uscc: code })).toBe(true);
    expect(sameEnterprise({ enterprise: '甲公司', uscc: null }, { enterprise: '甲公司', uscc: code })).toBe(true);
    expect(sameEnterprise({ enterprise: '甲公司', uscc: null }, { enterprise: '乙公司', uscc: null })).toBe(false);
  });
});
