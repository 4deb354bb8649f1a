import { z } from 'zod';
import type { DateText } from './dates';
import { err, ok, type Result } from './result';

/** Files by which bureaus exchange items that are data: kinds of documents, scoring sheets. */
export interface ItemFormat<T> {
  /** Mark of the file. */
  readonly mark: string;
  /** A program refuses a file of a version above its own. */
  readonly version: number;
  /** Name of the list in the file. */
  readonly list: string;
  /** What one item is called: 模板. */
  readonly noun: string;
  /** What is said of a file that is none of these. */
  readonly foreign: string;
  /** Reads one item; null where it is none, or Chinese sentences on why it cannot be used. */
  readonly read: (data: unknown) => Result<T, readonly string[]> | null;
}

/** Longest content of an item in characters of JSON, as the ledgers of own items keep it. */
export const longestItem = 200_000;

/** What a file of items holds. */
export interface ItemFile<T> {
  readonly exportedOn: DateText;
  /** Bureau that wrote it. */
  readonly bureau: string;
  readonly items: readonly T[];
}

const head = z.object({ format: z.string(), version: z.number().int().min(1) });
const frame = z.object({ exportedOn: z.string(), bureau: z.string() });
const list = z.array(z.unknown()).min(1).max(500);

/** Writes items as the text of a file. */
export function writeItemFile<T>(format: ItemFormat<T>, { exportedOn, bureau, items }: ItemFile<T>): string {
  const whole = { format: format.mark, version: format.version, exportedOn, bureau, [format.list]: items };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function nameIn(data: unknown, place: number, noun: string): string {
  const name = typeof data === 'object' && data !== null ? (data as { readonly name?: unknown }).name : null;
  return typeof name === 'string' && name !== '' ? `“${name}”` : `第${place + 1}个${noun}`;
}

function judgeOne<T>(format: ItemFormat<T>, data: unknown, place: number): Result<T, readonly string[]> {
  const name = nameIn(data, place, format.noun);
  const item = format.read(data);
  if (item === null) return err([`${name}的内容不完整或者被改坏了，请从原来的工作台重新导出`]);
  if (!item.ok) return err(item.error.map((problem) => `${name}：${problem}`));
  const tooLong = JSON.stringify(item.value).length > longestItem;
  return tooLong ? err([`${name}太长，请删减后再导入`]) : item;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/**
 * Reads a file of items. All or nothing: one item that cannot be used refuses the file.
 * @returns the items, or Chinese sentences on what is wrong with which.
 */
export function readItemFile<T extends { readonly name: string }>(
  format: ItemFormat<T>,
  text: string,
): Result<ItemFile<T>, readonly string[]> {
  const data = parsed(text);
  const mark = head.safeParse(data);
  if (!mark.success || mark.data.format !== format.mark) return err([format.foreign]);
  if (mark.data.version > format.version) {
    return err([`这个${format.noun}文件由更新版本的工作台导出，请先升级本机的工作台再导入`]);
  }
  const rest = frame.safeParse(data);
  const found = list.safeParse((data as Readonly<Record<string, unknown>>)[format.list]);
  if (!rest.success || !found.success) return err([`${format.noun}文件不完整，请重新导出后再导入`]);
  const judged = found.data.map((one, place) => judgeOne(format, one, place));
  const refused = judged.flatMap((one) => (one.ok ? [] : one.error));
  if (refused.length > 0) return err(refused);
  const items = judged.flatMap((one) => (one.ok ? [one.value] : []));
  const names = items.map((item) => item.name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) return err([`文件中有两个名为“${twice}”的${format.noun}，请改名后重新导出`]);
  return ok({ ...rest.data, items });
}
