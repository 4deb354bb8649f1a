import { describe, expect, it, vi } from 'vitest';
import { createGate, isOurPage } from '../../electron/main/gate';
import type { Caller, Verbs } from '../../electron/main/gate';
import { oneAtATime } from '../../electron/main/verbs';
import { shellContract } from '../../src/shell/contract';

vi.mock('electron', () => ({}));

const ours = { id: 1 };
const frame = { origin: 'app://bureau', url: 'app://bureau/#/', parent: null };
const good: Caller = { sender: ours, senderFrame: frame };

const getZoom = vi.fn(() => Promise.resolve({ ok: true as const, value: { percent: 100 } }));
const setZoom = vi.fn(() => Promise.resolve({ ok: true as const, value: null }));
const recordState = vi.fn(() => Promise.reject(new Error('张三 110101199003070000')));
const verbs = { getZoom, setZoom, recordState } as unknown as Verbs;
const gate = createGate(verbs, () => ours);

describe('the gate', () => {
  it('answers the main frame of our window', async () => {
    expect(await gate(good, 'getZoom', null)).toEqual({ ok: true, value: { percent: 100 } });
  });

  const strangers: readonly (readonly [string, Caller])[] = [
    ['another window', { ...good, sender: { id: 2 } }],
    ['a frame that is gone', { ...good, senderFrame: null }],
    ['a frame inside the page', { ...good, senderFrame: { ...frame, parent: {} } }],
    ['another origin', { ...good, senderFrame: { ...frame, origin: 'https://evil.example' } }],
    ['an opaque origin', { ...good, senderFrame: { ...frame, origin: 'null' } }],
    ['another address', { ...good, senderFrame: { ...frame, url: 'https://evil.example/app://bureau/' } }],
  ];
  it.each(strangers)('refuses %s', async (_name, caller) => {
    getZoom.mockClear();
    expect(isOurPage(caller, ours)).toBe(false);
    expect(await gate(caller, 'getZoom', null)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(getZoom).not.toHaveBeenCalled();
  });

  it('refuses everybody while there is no window', () => {
    expect(isOurPage({ ...good, sender: null }, null)).toBe(false);
  });

  it.each(['eval', 'constructor', '__proto__', 'toString', 7, null])('refuses the unknown verb %s', async (verb) => {
    expect(await gate(good, verb, null)).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it.each([{ percent: 500 }, { percent: '100' }, {}, null, { percent: 100.5 }])(
    'refuses a request against the schema: %o',
    async (request) => {
      setZoom.mockClear();
      expect(await gate(good, 'setZoom', request)).toMatchObject({ ok: false, error: { code: 'refused' } });
      expect(setZoom).not.toHaveBeenCalled();
    },
  );

  it('answers a bug as a value, without its text', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await gate(good, 'recordState', { records: 1, schemaVersion: 1 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(JSON.stringify(answer)).not.toContain('张三');
    expect(JSON.stringify(logged.mock.calls)).not.toContain('张三');
    logged.mockRestore();
  });

  it('lets no name of a copy carry a path', () => {
    const { request } = shellContract.readSnapshot;
    expect(request.safeParse({ name: 'copy-20260305-083000.sdz' }).success).toBe(true);
    for (const name of ['../copy-20260305-083000.sdz', 'copy-20260305-083000.sdz/../x', '/etc/passwd', '']) {
      expect(request.safeParse({ name }).success).toBe(false);
    }
  });
});

it('lets a notice lead to a page of the application only', () => {
  const { request } = shellContract.notify;
  const notice = { title: '今天的期限提醒', body: '逾期3项。' };
  expect(request.safeParse({ ...notice, path: '/deadlines?level=overdue&source=finding' }).success).toBe(true);
  for (const path of ['deadlines', '//evil.example', '/a#/b', 'https://evil.example', '/<script>', '']) {
    expect(request.safeParse({ ...notice, path }).success).toBe(false);
  }
});

describe('dialogs', () => {
  it('open one at a time', async () => {
    const alone = oneAtATime();
    let finish: (value: string) => void = () => undefined;
    const first = alone(() => new Promise<string>((resolve) => (finish = resolve)), 'busy');
    expect(await alone(() => Promise.resolve('second'), 'busy')).toBe('busy');
    finish('first');
    expect(await first).toBe('first');
    expect(await alone(() => Promise.resolve('third'), 'busy')).toBe('third');
  });
});
