// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { err, ok } from '@/domain/kernel';
import { addSampleData, removeSampleData } from '@/services/sample-data';
import { openWorkbench, registeredOf, totalOf } from '@/services/workbench';
import { createWriteFeed, watchedStorage, type WriteEvent } from '@/services/write-feed';
import type { Storage } from '@/storage/contract';
import { useDesk } from '@/ui/stores/desk';
import { createPinia, setActivePinia } from 'pinia';
import { saveProfile } from '@/services/bureau-profile';
import { noon, someProfile, testDesk } from './frame-desk';

function listenTo(storage: Partial<Storage>) {
  const feed = createWriteFeed();
  const heard: WriteEvent[] = [];
  feed.subscribe((event) => heard.push(event));
  const hooks = { emit: feed.emit, now: () => noon, afterWrite: () => Promise.resolve() };
  return { heard, watched: watchedStorage(storage as Storage, hooks) };
}

const intent = { kind: 'edit', label: '修改' } as const;
const { workbench } = testDesk();

describe('the state of saving', () => {
  it('says saved only after the commit has been answered', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const pending = new Promise((resolve) => (answer = resolve));
    const { heard, watched } = listenTo({ commit: () => pending as never });
    const written = watched.commit(intent, [], workbench.session.context());
    expect(heard).toEqual([{ kind: 'saving' }]);
    answer(ok({ seq: 1, rows: [], count: 0 }));
    await written;
    expect(heard.at(-1)).toEqual({ kind: 'saved', at: noon });
  });

  it('says that nothing was saved where the storage failed or broke', async () => {
    const full = listenTo({ commit: () => Promise.resolve(err({ kind: 'storage-full', message: '磁盘已满' })) });
    await full.watched.commit(intent, [], workbench.session.context());
    expect(full.heard.at(-1)).toEqual({ kind: 'failed' });
    const broken = listenTo({ commit: () => Promise.reject(new Error('worker gone')) });
    await expect(broken.watched.commit(intent, [], workbench.session.context())).rejects.toThrow('worker gone');
    expect(broken.heard.at(-1)).toEqual({ kind: 'failed' });
  });

  it('goes back to the former state where the input was refused', () => {
    setActivePinia(createPinia());
    const desk = useDesk();
    desk.noteWrite({ kind: 'saved', at: noon });
    desk.noteWrite({ kind: 'saving' });
    desk.noteWrite({ kind: 'refused' });
    expect(desk.saving).toEqual({ kind: 'saved', at: noon });
  });
});

describe('the sample data', () => {
  it('are all marked as such and leave nothing behind when taken away in one commit, also in the recycle bin', async () => {
    const desk = testDesk();
    await openWorkbench(desk.workbench);
    await saveProfile(desk.workbench, someProfile);
    const added = await addSampleData(desk.workbench);
    expect(added.ok).toBe(true);
    const counts = await desk.storage.counts();
    expect(registeredOf(counts)).toBeGreaterThan(50);
    // The bureau's own profile is the only record that is no sample.
    expect(await desk.storage.sampleRecords()).toHaveLength(totalOf(counts) - 1);
    const [activity] = await desk.storage.ids({ ledger: 'supervisor-activity' });
    const intoBin = { op: 'remove', ledger: 'supervisor-activity', id: activity ?? '' } as const;
    expect(await desk.storage.commit(intent, [intoBin], desk.workbench.session.context())).toMatchObject({ ok: true });
    const removed = await removeSampleData(desk.workbench);
    expect(removed).toMatchObject({ ok: true });
    expect(registeredOf(await desk.storage.counts())).toBe(0);
    expect(await desk.storage.sampleRecords()).toEqual([]);
    expect(await desk.storage.commits(null, 10)).toHaveLength(4);
  });

  it('stay where a record of the person refers to one of them, and the refusal says so', async () => {
    const desk = testDesk();
    await openWorkbench(desk.workbench);
    await saveProfile(desk.workbench, someProfile);
    await addSampleData(desk.workbench);
    const [entity] = await desk.storage.ids({ ledger: 'enforcement-entity' });
    const own = { name: '刘洋', entity: entity ?? '' };
    const officer = { op: 'create', ledger: 'enforcement-officer', values: own } as const;
    const created = await desk.storage.commit(intent, [officer], desk.workbench.session.context());
    expect(created).toMatchObject({ ok: true });
    const removed = await removeSampleData(desk.workbench);
    expect(removed).toMatchObject({ ok: false, error: { kind: 'referenced' } });
    expect((await desk.storage.sampleRecords()).length).toBeGreaterThan(50);
  });
});
