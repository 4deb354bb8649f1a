import { describe, expect, it } from 'vitest';
import { adviseTeam, noticeData, teamComplete, type Inspection, type TeamMember } from '@/domain/inspection';

const setting = {
  day: '2026-11-22',
  bureau: '安澜县司法局',
  body: { name: '安澜县城市管理局', officers: [{ name: '文鸢', identityNumber: '320799199009015029' }] },
};

function member(values: Partial<TeamMember> = {}): TeamMember {
  const base = {
    id: 'a',
    name: '俞明澈',
    identityNumber: '320799198203155012',
    certificateNo: 'LJJD0799001',
    certificateValidUntil: '2029-01-01',
    postStatus: 'on',
  };
  return { ...base, ...values };
}

const kinds = (members: readonly TeamMember[], body = setting.body): readonly string[] =>
  adviseTeam(members, { ...setting, body }).map(({ kind }) => kind);

describe('a team', () => {
  it('in order has nothing to look at', () => {
    expect(kinds([member()])).toEqual([]);
    expect(kinds([member({ certificateValidUntil: '2026-11-22' })])).toEqual([]);
  });

  it('is looked at where a certificate is missing or ends before the inspection', () => {
    expect(kinds([member({ certificateNo: null })])).toEqual(['certificate']);
    expect(kinds([member({ certificateValidUntil: '2026-11-21' })])).toEqual(['certificate']);
    expect(kinds([member({ postStatus: 'moved' })])).toEqual(['post']);
  });

  it('stays away from its own unit; people named alike are told apart by identity number', () => {
    const own = member({ name: '文鸢', identityNumber: '320799199009015029' });
    expect(adviseTeam([own], setting)[0]?.message).toContain('应当回避');
    expect(kinds([member({ name: '文鸢' })])).toEqual([]);
    expect(adviseTeam([member({ name: '文鸢', identityNumber: null })], setting)[0]?.message).toContain('同名');
    expect(kinds([member()], { name: '安澜县司法局', officers: [] })).toEqual(['recusal']);
  });

  it('has two members of staff before it goes out, its leader among them', () => {
    const values = { status: 'onsite', leader: 'a', team: ['a'] };
    expect(teamComplete(values)?.message).toContain('还缺1名');
    expect(teamComplete({ ...values, team: ['a', 'b'] })).toBeNull();
    expect(teamComplete({ ...values, team: ['b', 'c'] })?.field).toBe('leader');
    expect(teamComplete({ ...values, status: 'planned' })).toBeNull();
    expect(teamComplete({ ...values, status: 'imported' })).toBeNull();
  });
});

describe('a notice', () => {
  const values = {
    title: '三项制度检查',
    mode: 'key',
    method: ['files'],
    content: '公示情况。\n\n法制审核情况。',
    place: null,
    plannedOn: '2026-12-01',
    leader: 'b',
    team: ['a', 'b'],
  } as unknown as Inspection;

  it('says what the inspection says, the leader first, and leaves the rest to the presets', () => {
    expect(noticeData(values, (_, code) => `〈${code}〉`)).toEqual({
      method: '〈key〉',
      subject: '三项制度检查',
      content: ['公示情况。', '法制审核情况。'],
      ways: ['〈files〉'],
      startsOn: '2026-12-01',
      team: ['b', 'a'],
    });
  });
});
