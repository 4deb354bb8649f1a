import { describe, expect, it } from 'vitest';
import {
  checkLists,
  distinctNames,
  expertUnavailable,
  objectLabel,
  personLabel,
  staffUnavailable,
  supervisorUnavailable,
  weightProblem,
  type DrawLists,
} from '@/domain/draw';

const day = '2026-11-22';

describe('who can take part in a draw', () => {
  const term = { startsOn: '2025-01-01', endsOn: '2026-12-31', status: 'serving', endedOn: null, endReason: null };

  it('is a lay supervisor whose term is in force, on its last day too', () => {
    expect(supervisorUnavailable([term], day)).toBeNull();
    expect(supervisorUnavailable([{ ...term, endsOn: day }], day)).toBeNull();
    const before = { ...term, startsOn: '2023-01-01', endsOn: '2024-12-31' };
    expect(supervisorUnavailable([before, term], day)).toBeNull();
  });

  it('is no lay supervisor whose term ended, was ended, has not begun or is not registered; each says why', () => {
    const said: readonly (readonly [readonly (typeof term)[], string])[] = [
      [[{ ...term, endsOn: '2026-11-21' }], '聘期2026-11-21已满'],
      [[{ ...term, status: 'ended' }], '聘期已满'],
      [[{ ...term, startsOn: '2027-01-01', endsOn: '2028-12-31' }], '聘期2027-01-01才开始'],
      [[{ ...term, status: 'dismissed', endedOn: '2026-05-01' as never }], '2026-05-01已解聘'],
      [[{ ...term, status: 'resigned', endedOn: '2026-06-01' as never }], '2026-06-01已辞任'],
      [[{ ...term, status: 'proposed' }], '拟聘，还没有聘任'],
      [[], '没有登记聘期，请先在监督员名册中登记'],
    ];
    for (const [terms, reason] of said) expect(supervisorUnavailable(terms, day)).toBe(reason);
  });

  it('is no member of staff away from the post or with a certificate that ended', () => {
    expect(staffUnavailable({ postStatus: null, certificateValidUntil: null }, day)).toBeNull();
    expect(staffUnavailable({ postStatus: 'on', certificateValidUntil: day }, day)).toBeNull();
    expect(staffUnavailable({ postStatus: 'retired', certificateValidUntil: null }, day)).toBe('登记为不在岗');
    expect(staffUnavailable({ postStatus: 'on', certificateValidUntil: '2026-11-21' }, day)).toBe(
      '监督证2026-11-21已到期',
    );
  });

  it('is no expert who left the pool or whose time in it is over', () => {
    expect(expertUnavailable({ left: null, validUntil: '2026-11-22' }, day)).toBeNull();
    expect(expertUnavailable({ left: true, validUntil: null }, day)).toBe('已出库');
    expect(expertUnavailable({ left: null, validUntil: '2026-11-21' }, day)).toBe('在库期限2026-11-21已满');
  });
});

describe('people named alike', () => {
  const wang = { id: '0198-aaaaaa', name: '王伟', unit: '安澜县司法局', number: 'LJJD0799001' };

  it('are told apart by unit and number; others keep their plain name', () => {
    const names = distinctNames([
      wang,
      { ...wang, id: '0198-bbbbbb', unit: '城关司法所', number: null },
      { id: 'c', name: '文鸢', unit: '安澜县司法局', number: null },
    ]);
    expect([...names.values()]).toEqual(['王伟（安澜县司法局，LJJD0799001）', '王伟（城关司法所）', '文鸢']);
  });

  it('are told apart by their records where unit and number are the same or missing', () => {
    const same = [wang, { ...wang, id: '0198-bbbbbb' }];
    expect([...distinctNames(same).values()]).toEqual([
      '王伟（安澜县司法局，LJJD0799001，编号尾号aaaaaa）',
      '王伟（安澜县司法局，LJJD0799001，编号尾号bbbbbb）',
    ]);
    const bare = [
      { ...wang, unit: '', number: null },
      { ...wang, id: '0198-bbbbbb', unit: '', number: null },
    ];
    expect(new Set(distinctNames(bare).values()).size).toBe(2);
  });

  it('are shown with their unit once', () => {
    expect(personLabel({ name: '文鸢', unit: '安澜县司法局' })).toBe('文鸢（安澜县司法局）');
    expect(personLabel({ name: '王伟（城关司法所）', unit: '城关司法所' })).toBe('王伟（城关司法所）');
    expect(objectLabel({ name: '林同', unit: '安澜县水利局' })).toBe('林同（安澜县水利局）');
    expect(objectLabel({ name: '安澜县水利局', unit: '安澜县水利局' })).toBe('安澜县水利局');
  });
});

describe('lists of a draw', () => {
  const object = { id: 'o1', name: '水利局', entity: null, unit: '水利局', weight: 1, reason: '测试' };
  const people = ['p1', 'p2'].map((id) => ({
    id,
    register: 'expert' as const,
    name: id,
    unit: '',
    history: [],
    recusals: [],
  }));
  const lists: DrawLists = { title: 't', source: 's', objects: [object], people, objectCount: 1, inspectorsEach: 2 };

  it('send out at least two inspectors', () => {
    expect(checkLists(lists).general).toEqual([]);
    expect(checkLists({ ...lists, inspectorsEach: 1 }).general).toEqual([
      '每个对象的检查人员不得少于2人，现在填写的是1人',
    ]);
  });

  it('name no body and no person twice', () => {
    expect(checkLists({ ...lists, objects: [object, object] }).general).toEqual(['对象名单中有重复的对象']);
    expect(checkLists({ ...lists, people: [...people, ...people] }).general).toEqual(['人员名单中有重复的人员']);
  });

  it('have weights of whole tickets with a reason', () => {
    for (const weight of [0, -1, 1.5, 101, Number.NaN]) {
      expect(weightProblem({ weight, reason: '上级交办' })).toBe('权重应为1至100的整数');
    }
    expect(weightProblem({ weight: 3, reason: ' ' })).toBe('请写明为什么用这个权重');
    expect(weightProblem({ weight: 100, reason: '上级交办' })).toBeNull();
  });
});
