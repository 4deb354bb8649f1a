import { kindCopy, kindFormat, shippedKinds, type DocumentKind } from '@/domain/document';
import type { Result } from '@/domain/kernel';
import { freeKindId, ownKinds } from './document-kinds';
import { exportItems, importItems, planItemImport, type ItemExchange, type ItemImport } from './item-files';
import type { Workbench } from './workbench';

const kindExchange: ItemExchange<DocumentKind> = {
  format: kindFormat,
  purpose: 'template',
  ending: 'sdt',
  title: '文书模板',
  ledger: kindCopy.id,
  freeId: freeKindId,
};

/** What taking a file of kinds over will do. */
export type KindImport = ItemImport<DocumentKind>;

/** Writes kinds into a file; the file's name, null where the person gave up. */
export function exportKinds(bench: Workbench, kinds: readonly DocumentKind[]): Promise<Result<string | null, string>> {
  return exportItems(bench, kindExchange, kinds);
}

/** Lets the person choose a file of kinds and says what it will do. Nothing is written. */
export async function planKindImport(bench: Workbench): Promise<Result<KindImport | null, readonly string[]>> {
  const own = (await ownKinds(bench)).kinds.map(({ row, kind }) => ({ row, item: kind }));
  return planItemImport(bench, kindExchange, own);
}

/** Takes a file of kinds over, as {@link planKindImport} said. */
export async function importKinds(bench: Workbench, plan: KindImport): Promise<Result<number, string>> {
  const { kinds, unreadable } = await ownKinds(bench);
  const codes = [...kinds.map(({ row }) => row), ...unreadable].map((row) => row.values.code);
  return importItems(bench, kindExchange, plan, [...shippedKinds().map(({ id }) => id), ...codes]);
}
