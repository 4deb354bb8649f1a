// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { refreshDueDays } from '@/services/deadline-refresh';
import { useDeadlineRefresh } from '@/ui/frame/useDeadlineRefresh';
import { eventually, openBench, show } from './register-bench';

vi.mock('@/services/deadline-refresh', () => ({
  refreshDueDays: vi.fn(async () => ({ ok: true, value: { documents: 0, findings: 0, answers: 0 } })),
}));

const Frame = defineComponent(() => {
  useDeadlineRefresh();
  return () => h('div');
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

test('kept deadlines are computed anew once after the start and whenever the days off change, not otherwise', async () => {
  const desk = await openBench();
  const { wrapper } = await show(desk, Frame, {});
  expect(refreshDueDays).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  await eventually(() => expect(refreshDueDays).toHaveBeenCalledTimes(1));
  const day = await desk.add('calendar-notice', { year: 2027, day: '2027-01-01', kind: 'off', name: '元旦' });
  await eventually(() => expect(refreshDueDays).toHaveBeenCalledTimes(2));
  await desk.add('enforcement-entity', { name: '安澜县水利局' });
  await desk.bench.storage.commit(
    { kind: 'remove', label: '删除放假安排' },
    [{ op: 'remove', ledger: 'calendar-notice', id: day.id }],
    desk.bench.session.context(),
  );
  await eventually(() => expect(refreshDueDays).toHaveBeenCalledTimes(3));
  wrapper.unmount();
});
