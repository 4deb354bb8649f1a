// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { saveProfile } from '@/services/bureau-profile';
import { openWorkbench } from '@/services/workbench';
import { someProfile, testDesk } from './frame-desk';

const remembers = (records: number) => ({
  lastState: () => Promise.resolve({ ok: true as const, value: { records, schemaVersion: 1 } }),
});

describe('opening the desk', () => {
  it('takes an empty database on a new computer for a first run', async () => {
    const { workbench } = testDesk();
    expect(await openWorkbench(workbench)).toEqual({ kind: 'first-run' });
  });

  it('never takes an empty database for a first run where records are remembered', async () => {
    const { workbench } = testDesk({ shell: remembers(812) });
    expect(await openWorkbench(workbench)).toEqual({ kind: 'suspected-loss', remembered: 812, snapshots: 0 });
  });

  it('never takes an empty database for a first run where copies are kept', async () => {
    const snapshot = { name: 'copy-20261121-080000.sdz', createdAt: '2026-11-21T00:00:00.000Z', size: 9 };
    const { workbench } = testDesk({
      shell: { listSnapshots: () => Promise.resolve({ ok: true, value: [snapshot] }) },
    });
    expect(await openWorkbench(workbench)).toEqual({ kind: 'suspected-loss', remembered: 0, snapshots: 1 });
  });

  it('starts anew after the person has confirmed that the data are gone', async () => {
    const { workbench } = testDesk({ shell: remembers(812) });
    expect(await openWorkbench(workbench, true)).toEqual({ kind: 'first-run' });
  });

  it('is ready once the profile is saved, and knows who works here', async () => {
    const { workbench } = testDesk();
    await openWorkbench(workbench);
    expect((await saveProfile(workbench, someProfile)).ok).toBe(true);
    const opened = await openWorkbench(workbench);
    expect(opened.kind).toBe('ready');
    expect(workbench.session.context()).toMatchObject({ actor: '王敏', origin: '320799', today: '2026-11-22' });
  });

  it('says that far fewer records are left than the shell remembers', async () => {
    const { workbench } = testDesk({ shell: remembers(500) });
    await openWorkbench(workbench, true);
    await saveProfile(workbench, someProfile);
    expect(await openWorkbench(workbench)).toMatchObject({ kind: 'ready', droppedFrom: 500 });
  });
});
