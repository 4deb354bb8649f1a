// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import type { ShellRequest } from '@/shell/contract';
import { useDueNotices } from '@/ui/frame/useDueNotices';
import { useDisplay } from '@/ui/stores/display';
import { eventually, openBench, show, type TestBench } from './register-bench';

const Frame = defineComponent(() => {
  useDueNotices();
  return () => h('div');
});

type Notice = ShellRequest<'notify'>;

async function openDesk(): Promise<{ desk: TestBench; told: Notice[] }> {
  const told: Notice[] = [];
  const notify = (notice: Notice) => {
    told.push(notice);
    return Promise.resolve({ ok: true, value: { shown: true } } as const);
  };
  return { desk: await openBench({ shell: { notify } }), told };
}

async function addFinding(desk: TestBench, entity: string, dueOn: string): Promise<void> {
  const base = { fact: `限${dueOn}`, source: 'inspection', foundOn: '2026-09-01', status: 'recorded' };
  await desk.add('finding', { ...base, entity, dueOn });
}

async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

const hour = 3_600_000;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('once a day one notice tells in numbers what is past and near, later ones only what came up since', async () => {
  const { desk, told } = await openDesk();
  const entity = (await desk.add('enforcement-entity', { name: '安澜县水利局' })).id;
  await addFinding(desk, entity, '2026-11-20');
  await addFinding(desk, entity, '2026-11-24');
  await addFinding(desk, entity, '2026-12-20');
  const { wrapper } = await show(desk, Frame, {});
  expect(told).toEqual([]);
  await pass(11_000);
  await eventually(() => expect(told).toHaveLength(1));
  expect(told[0]).toEqual({
    title: '今天的期限提醒',
    body: '逾期1项，3个工作日内1项。点击查看。',
    path: '/deadlines?level=overdue',
  });
  expect(JSON.stringify(told)).not.toContain('水利');

  await addFinding(desk, entity, '2026-11-22');
  await eventually(async () => {
    await pass(hour);
    expect(told).toHaveLength(2);
  });
  expect(told[1]).toMatchObject({
    title: '新的到期提醒',
    body: '今日到期1项。点击查看。',
    path: '/deadlines?level=today',
  });
  wrapper.unmount();

  // After another start on the same day the same is not said again.
  const again = await show(desk, Frame, {});
  await pass(11_000);
  await eventually(() => expect(vi.getTimerCount()).toBe(1));
  await addFinding(desk, entity, '2026-11-19');
  await eventually(async () => {
    await pass(hour);
    expect(told).toHaveLength(3);
  });
  expect(told[2]).toMatchObject({ title: '新的到期提醒', body: '逾期1项。点击查看。' });
  again.wrapper.unmount();
});

test('nothing is told where notices are switched off, or where nothing is near', async () => {
  const { desk, told } = await openDesk();
  const entity = (await desk.add('enforcement-entity', { name: '安澜县水利局' })).id;
  const empty = await show(desk, Frame, {});
  await pass(11_000);
  await eventually(() => expect(vi.getTimerCount()).toBe(1));
  empty.wrapper.unmount();
  await addFinding(desk, entity, '2026-11-20');
  const { wrapper } = await show(desk, Frame, {});
  useDisplay().notices = false;
  await pass(3 * hour);
  expect(told).toEqual([]);
  expect(JSON.parse(localStorage.getItem('supervision-desk.display') ?? '{}')).toMatchObject({ notices: false });
  wrapper.unmount();
});
