import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { createSession, type LiveSession } from '@/services/session';
import type { Workbench } from '@/services/workbench';
import { createWriteFeed, watchedStorage, type WriteFeed } from '@/services/write-feed';
import type { Shell } from '@/shell/contract';
import { createEngine } from '@/storage/engine';
import type { Storage } from '@/storage/contract';
import { provideWorkbench } from '@/ui/workbench';

/** A desk over the real storage engine in memory; the shell and the exchange answer as a test says. */
export interface TestDesk {
  readonly workbench: Workbench & { readonly session: LiveSession };
  readonly writes: WriteFeed;
  readonly storage: Storage;
}

/** 22 November 2026, 10:00 in UTC. */
export const noon = Date.UTC(2026, 10, 22, 10);

const quietShell = {
  facts: () =>
    Promise.resolve({
      ok: true,
      value: { edition: 'desktop', version: '0.1.0', dataPlace: '数据文件夹', canSnapshot: true, canSavePdf: true },
    }),
  listSnapshots: () => Promise.resolve({ ok: true, value: [] }),
  lastState: () => Promise.resolve({ ok: true, value: null }),
  recordState: () => Promise.resolve({ ok: true, value: null }),
  getZoom: () => Promise.resolve({ ok: true, value: { percent: 100 } }),
} as unknown as Shell;

/** Parts that a test lays over the quiet ones. */
export interface TestParts {
  readonly shell?: Partial<Shell>;
  readonly exchange?: object;
  readonly storage?: Partial<Storage>;
}

/** Makes a desk. */
export function testDesk(parts: TestParts = {}): TestDesk {
  const clock = (): number => noon;
  const engine = createEngine({
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    clock,
    random: (target) => crypto.getRandomValues(target as Uint8Array<ArrayBuffer>),
  });
  const session = createSession(clock);
  const feed = createWriteFeed();
  const storage = watchedStorage(
    { ...engine, ...parts.storage },
    { emit: feed.emit, now: clock, afterWrite: session.refresh },
  );
  const exchange = { cancel: () => Promise.resolve(), ...parts.exchange } as unknown as Workbench['exchange'];
  return {
    workbench: { storage, exchange, shell: { ...quietShell, ...parts.shell }, clock, session },
    writes: feed,
    storage: engine,
  };
}

/** The profile of an invented bureau. */
export const someProfile = {
  name: '安澜县司法局',
  shortName: '安澜司法局',
  issuerCode: '安司',
  divisionCode: '320799',
  level: 'county',
  government: '安澜县人民政府',
  governmentCode: '安政',
  address: null,
  phone: null,
  superior: null,
  rulePack: 'national-2026',
  person: '王敏',
} as const;

/** A router that knows every address and shows nothing. */
export function quietRouter(): Router {
  return createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<div />' } }],
  });
}

/** Mounts a component at a desk and waits until it has settled. */
export async function mountAt(
  desk: TestDesk,
  component: Component,
  props: Record<string, unknown> = {},
): Promise<VueWrapper> {
  const wrapper = mount(component, {
    props,
    attachTo: document.body,
    global: {
      plugins: [createPinia(), quietRouter()],
      provide: provided(desk),
    },
  });
  await settle();
  return wrapper;
}

function provided(desk: TestDesk): Record<symbol, unknown> {
  const given: Record<symbol, unknown> = {};
  const provide = (key: symbol, value: unknown): void => void (given[key] = value);
  provideWorkbench({ provide } as unknown as Parameters<typeof provideWorkbench>[0], desk.workbench, desk.writes);
  return given;
}

/** Waits until the storage in memory has answered all that was asked so far. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await flushPromises();
  }
}
