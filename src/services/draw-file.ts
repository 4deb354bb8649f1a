import { err, ok, type Result } from '@/domain/kernel';
import type { OpenedDraw } from './draws';
import { fileNameOf } from './export-list';
import type { Workbench } from './workbench';

/**
 * Saves the frozen lists, sign by sign the text of which the digest is made, so that any SHA-256 tool can check it.
 * @returns the file's name, null where the person gave up; a Chinese sentence where it failed.
 */
export async function saveDrawLists(
  bench: Workbench,
  { row, record }: OpenedDraw,
): Promise<Result<string | null, string>> {
  if (record === null) return err('这次抽取是补登的，没有固定的名单');
  const bytes = new TextEncoder().encode(record.values.lists);
  const name = fileNameOf(`${row.values.title}名单`, bench.session.today(), 'txt');
  const saved = await bench.shell.saveFile({ purpose: 'attachment', name, bytes });
  return saved.ok ? ok(saved.value?.name ?? null) : err(saved.error.message);
}
