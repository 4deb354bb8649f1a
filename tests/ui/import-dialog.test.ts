// @vitest-environment happy-dom
import { utils, write } from '@e965/xlsx';
import { afterEach, expect, test, vi } from 'vitest';
import type { Exchange } from '@/exchange/contract';
import { createExchange } from '@/exchange/exchange';
import ImportDialog from '@/ui/views/import/ImportDialog.vue';
import { eventually, openBench, show, type TestBench } from './register-bench';

vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  document.body.innerHTML = '';
});

const good = [['全称'], ['安澜县水利局'], ['安澜县林业局'], ['安澜县财政局']];

function bookOf(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '名录');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

interface Opened {
  readonly desk: TestBench;
  readonly emitted: () => Record<string, unknown[][]>;
  readonly unmount: () => void;
}

/** The dialog of the entities on a real engine and reader; the person chooses this file. */
async function openDialog(rows: readonly (readonly string[])[], parts: Partial<Exchange> = {}): Promise<Opened> {
  const exchange: Exchange = { ...createExchange(), ...parts };
  const shell = { openFile: async () => ({ ok: true as const, value: { name: '名录.xlsx', bytes: bookOf(rows) } }) };
  const desk = await openBench({ exchange, shell });
  await exchange.connect(desk.bench.storage);
  const { wrapper } = await show(desk, ImportDialog, { ledgerId: 'enforcement-entity' });
  const dialog = wrapper.findComponent(ImportDialog);
  return { desk, emitted: () => dialog.emitted(), unmount: () => wrapper.unmount() };
}

function buttonNamed(text: string): HTMLButtonElement {
  const found = Array.from(document.querySelectorAll('button')).find((one) => one.textContent.includes(text));
  if (!found) throw new Error(`no button ${text}`);
  return found;
}

/** Presses a button as soon as it is there and can be pressed. */
async function press(text: string): Promise<void> {
  await eventually(() => {
    if (buttonNamed(text).disabled) throw new Error(`${text} is disabled`);
  });
  buttonNamed(text).click();
}

async function sees(text: string): Promise<void> {
  await eventually(() => expect(document.body.textContent).toContain(text));
}

test('from the file to the commit and back, and the receipt is told to the register', async () => {
  const { desk, emitted } = await openDialog(good);
  await press('选择文件');
  await sees('将读取 3 行');
  await press('下一步：对应各列');
  await press('下一步：核对');
  await sees('共读取3行：新增3条');
  expect(await desk.bench.storage.countRows({ ledger: 'enforcement-entity' })).toBe(0);
  await press('导入3条');
  await sees('已保存：新增3条，更新0条');
  expect(emitted()['done']).toMatchObject([[{ count: 3 }]]);
  await press('撤销本次导入');
  await sees('已撤销本次导入');
  expect(await desk.bench.storage.countRows({ ledger: 'enforcement-entity' })).toBe(0);
  expect(emitted()['done']).toHaveLength(2);
});

test('leaving lets go of the file and of what was compared', async () => {
  const closed = vi.fn(async () => undefined);
  const { desk, unmount } = await openDialog(good, { closeWorkbook: closed });
  const ended = vi.spyOn(desk.bench.storage, 'endImport');
  await press('选择文件');
  await press('下一步：对应各列');
  await press('下一步：核对');
  await sees('共读取3行');
  unmount();
  await eventually(() => expect(closed).toHaveBeenCalledOnce());
  await eventually(() => expect(ended).toHaveBeenCalledOnce());
});

test('reading can be cancelled, and the dialog says so and goes on', async () => {
  const answers: ((value: Awaited<ReturnType<Exchange['openWorkbook']>>) => void)[] = [];
  const cancel = vi.fn(async () => answers[0]?.({ ok: false, error: { kind: 'cancelled', message: '已取消' } }));
  await openDialog(good, {
    cancel,
    openWorkbook: (task) =>
      new Promise((resolve) => {
        answers.push(resolve);
        task.onProgress({ done: 1, total: 4, stage: '正在打开' });
      }),
  });
  await press('选择文件');
  await sees('正在打开');
  await press('取消');
  await sees('已取消读取，可以重新选择文件。');
  expect(cancel).toHaveBeenCalledOnce();
});

test('a refused file is told in words and leaves the first step open', async () => {
  await openDialog(good, {
    openWorkbook: async () => ({
      ok: false,
      error: { kind: 'encrypted', message: '文件有密码，请先去掉密码再导入。' },
    }),
  });
  await press('选择文件');
  await sees('文件有密码，请先去掉密码再导入。');
  expect(buttonNamed('下一步').disabled).toBe(true);
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('密码');
});

test('a file can be dropped on the dialog; one that falls beside it does not take the place of the page', async () => {
  await openDialog(good);
  await sees('也可以把文件拖到这里');
  const beside = new Event('drop', { cancelable: true, bubbles: true });
  document.body.dispatchEvent(beside);
  expect(beside.defaultPrevented).toBe(true);
  const file = new File([bookOf(good)], '名录.xlsx');
  const drop = Object.assign(new Event('drop', { cancelable: true, bubbles: true }), {
    dataTransfer: { files: [file] },
  });
  document.querySelector('.file-step')?.dispatchEvent(drop);
  await sees('将读取 3 行');
});
