import { mount, type VueWrapper } from '@vue/test-utils';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createPinia, type Pinia } from 'pinia';
import { vi } from 'vitest';
import { h, type Component } from 'vue';
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router';
import type { LedgerRow, Values } from '@/domain/kernel';
import { emptyValues } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import type { Exchange } from '@/exchange/contract';
import { createSession } from '@/services/session';
import type { Workbench } from '@/services/workbench';
import { createWriteFeed, watchedStorage, type WriteFeed } from '@/services/write-feed';
import type { Shell } from '@/shell/contract';
import { createEngine } from '@/storage/engine';
import { provideWorkbench } from '@/ui/workbench';

/** A desk on a database in memory: the real engine, a shell and an exchange that only what a test sets can answer. */
export interface TestBench {
  readonly bench: Workbench;
  readonly writes: WriteFeed;
  /** Stores a record with these values, all others empty. */
  readonly add: (ledger: string, values: Values) => Promise<LedgerRow>;
}

const profile: Values = {
  name: '安澜县司法局',
  shortName: '安澜司法局',
  issuerCode: '安司',
  divisionCode: '320799',
  level: 'county',
  superior: null,
  rulePack: 'national-2026',
  person: '陈静',
};

/** Opens an empty desk whose bureau is known. */
export async function openBench(
  parts: { shell?: Partial<Shell>; exchange?: Partial<Exchange> } = {},
): Promise<TestBench> {
  let tick = Date.parse('2026-11-22T02:00:00Z');
  let seed = 1;
  const clock = (): number => (tick += 1000);
  const random = (target: Uint8Array): Uint8Array => target.map(() => (seed = (seed * 16807) % 2147483647) & 0xff);
  const engine = createEngine({ indexedDB: new IDBFactory(), IDBKeyRange, clock, random });
  const session = createSession(clock);
  const feed = createWriteFeed();
  await engine.useCodeTables(session.codes);
  const opened = await engine.open();
  if (!opened.ok) throw new Error(opened.error.message);
  const storage = watchedStorage(engine, { emit: feed.emit, now: clock, afterWrite: session.refresh });
  const bench: Workbench = {
    storage,
    exchange: (parts.exchange ?? {}) as Exchange,
    shell: (parts.shell ?? {}) as Shell,
    clock,
    session,
  };
  async function add(ledger: string, values: Values): Promise<LedgerRow> {
    const whole = { ...emptyValues(ledgerOf(ledger)), ...values };
    const answer = await storage.commit(
      { kind: 'create', label: '准备数据' },
      [{ op: 'create', ledger, values: whole }],
      session.context(),
    );
    const row = answer.ok ? answer.value.rows[0] : undefined;
    if (!row) throw new Error(JSON.stringify(answer));
    return row;
  }
  await add('bureau-profile', profile);
  return { bench, writes: feed, add };
}

/** A view in the page, with the router at an address; the stores of an earlier one where they are handed in. */
export async function show(
  desk: TestBench,
  view: Component,
  props: Record<string, unknown>,
  pinia: Pinia = createPinia(),
): Promise<{ readonly wrapper: VueWrapper; readonly router: Router }> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: view, props: () => props },
      { path: '/:rest(.*)*', component: { render: () => h('div') } },
    ],
  });
  await router.push('/');
  const wrapper = mount(RouterView, {
    attachTo: document.body,
    global: {
      plugins: [pinia, router, { install: (app) => provideWorkbench(app, desk.bench, desk.writes) }],
    },
  });
  return { wrapper, router };
}

/** Waits until something holds; fails with its last error where it does not come true within 100 seconds. */
export function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 100_000, interval: 5 });
}
