// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createBrowserShell } from '../../src/shell/browser';
import { createShell } from '../../src/shell';
import { shellContract } from '../../src/shell/contract';
import type { DesktopBridge, ShellVerb } from '../../src/shell';
import { kindProblem, openKinds, saveKinds, sizeText } from '../../src/shell/file-kinds';

beforeEach(() => localStorage.clear());

describe('the shell in a browser', () => {
  it('has every verb of the contract', () => {
    expect(Object.keys(createBrowserShell()).sort()).toEqual(Object.keys(shellContract).sort());
  });

  it('says plainly, in Chinese, what it cannot do and what to do instead', async () => {
    const shell = createBrowserShell();
    const facts = await shell.facts(null);
    expect(facts).toMatchObject({ ok: true, value: { edition: 'browser', canSnapshot: false, canSavePdf: false } });
    expect(facts.ok && shellContract.facts.reply.safeParse(facts.value).success).toBe(true);
    const pdf = await shell.renderPdf({ html: '', title: '', paper: 'A4', landscape: false });
    expect(pdf).toMatchObject({
      ok: false,
      error: { code: 'unsupported', message: expect.stringContaining('另存为 PDF') },
    });
    const copy = await shell.storeSnapshot({ bytes: new Uint8Array() });
    expect(copy).toMatchObject({ ok: false, error: { code: 'unsupported', message: expect.stringContaining('备份') } });
    expect(await shell.listSnapshots(null)).toEqual({ ok: true, value: [] });
  });

  it('remembers zoom and the state of the data from one start to the next', async () => {
    const shell = createBrowserShell();
    expect(await shell.getZoom(null)).toEqual({ ok: true, value: { percent: 100 } });
    expect(await shell.lastState(null)).toEqual({ ok: true, value: null });
    await shell.setZoom({ percent: 150 });
    const numbers = [{ prefix: '安司执监检', year: 2026, last: 37 }];
    await shell.recordState({ records: 812, schemaVersion: 1, numbers });
    const next = createBrowserShell();
    expect(await next.getZoom(null)).toEqual({ ok: true, value: { percent: 150 } });
    expect(await next.lastState(null)).toEqual({ ok: true, value: { records: 812, schemaVersion: 1, numbers } });
  });

  it('takes spoilt memories for none', async () => {
    localStorage.setItem('supervision-desk.zoom', '"large"');
    localStorage.setItem('supervision-desk.state', '{"records":');
    const shell = createBrowserShell();
    expect(await shell.getZoom(null)).toEqual({ ok: true, value: { percent: 100 } });
    expect(await shell.lastState(null)).toEqual({ ok: true, value: null });
  });

  it('refuses to save under an ending of another purpose', async () => {
    const refused = await createBrowserShell().saveFile({ purpose: 'pdf', name: 'a.exe', bytes: new Uint8Array() });
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused' } });
  });
});

describe('the shell of the desktop', () => {
  it('is chosen where its bridge is, and hands over every verb as it is', async () => {
    const asked: [ShellVerb, unknown][] = [];
    const bridge = {
      invoke: (verb: ShellVerb, request: unknown) => {
        asked.push([verb, request]);
        return Promise.resolve({ ok: true, value: { percent: 125 } });
      },
      onMenuOrder: () => () => undefined,
    } as unknown as DesktopBridge;
    Object.assign(globalThis, { desktop: bridge });
    const shell = createShell();
    Reflect.deleteProperty(globalThis, 'desktop');
    expect(Object.keys(shell).sort()).toEqual(Object.keys(shellContract).sort());
    expect(await shell.getZoom(null)).toEqual({ ok: true, value: { percent: 125 } });
    await shell.setZoom({ percent: 80 });
    expect(asked).toEqual([
      ['getZoom', null],
      ['setZoom', { percent: 80 }],
    ]);
  });
});

describe('kinds of files', () => {
  it('have endings and limits, and say in Chinese what is wrong', () => {
    expect(kindProblem(openKinds.workbook, '名单.XLSX', 10)).toBeNull();
    expect(kindProblem(openKinds.workbook, '名单', 10)).toContain('xlsx');
    expect(kindProblem(openKinds.workbook, '名单.xlsx', openKinds.workbook.limit + 1)).toContain('100 MB');
    expect(kindProblem(saveKinds.attachment, '任何.abc', 10)).toBeNull();
    expect(sizeText(2048 * 1024 * 1024)).toBe('2048 MB');
  });
});
