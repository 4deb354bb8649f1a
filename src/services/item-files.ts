import {
  err,
  ok,
  readItemFile,
  writeItemFile,
  type ItemFormat,
  type LedgerRow,
  type Mutation,
  type Result,
} from '@/domain/kernel';
import type { openPurposes, savePurposes } from '@/shell/contract';
import { fileNameOf } from './export-list';
import { refusalText } from './records';
import type { Workbench } from './workbench';

type Purpose = (typeof openPurposes)[number] & (typeof savePurposes)[number];

/** Items that are data, with an identifier and a name of their own. */
interface Item {
  readonly id: string;
  readonly name: string;
}

/** How items of one kind are exchanged. */
export interface ItemExchange<T> {
  readonly format: ItemFormat<T>;
  readonly purpose: Purpose;
  readonly ending: string;
  /** What the file is called: 文书模板. */
  readonly title: string;
  /** Ledger of the bureau's own items, with fields code, name, content and basedOn. */
  readonly ledger: string;
  /** An identifier like the one given that nobody has. */
  readonly freeId: (id: string, taken: ReadonlySet<string>) => string;
}

/** An item of the bureau's own with the record that keeps it. */
export interface OwnItem<T> {
  readonly row: LedgerRow;
  readonly item: T;
}

/** What taking a file over will do. */
export interface ItemImport<T> {
  readonly fileName: string;
  readonly exportedOn: string;
  readonly bureau: string;
  readonly added: readonly T[];
  /** Items whose name an own one has: the own one is replaced. */
  readonly replaced: readonly { readonly own: OwnItem<T>; readonly item: T }[];
}

/**
 * Writes items into a file at a place that the person chooses.
 * @returns the file's name, null where the person gave up; a Chinese sentence where it failed.
 */
export async function exportItems<T extends Item>(
  bench: Workbench,
  { format, purpose, ending, title }: ItemExchange<T>,
  items: readonly T[],
): Promise<Result<string | null, string>> {
  const exportedOn = bench.session.today();
  const bureau = bench.session.profile?.name ?? '';
  const bytes = new TextEncoder().encode(writeItemFile(format, { exportedOn, bureau, items }));
  const [only] = items;
  const name = fileNameOf(items.length === 1 && only ? `${title} ${only.name}` : title, exportedOn, ending);
  const saved = await bench.shell.saveFile({ purpose, name, bytes });
  return saved.ok ? ok(saved.value?.name ?? null) : err(saved.error.message);
}

/**
 * Lets the person choose a file and says what it will do. Nothing is written.
 * @returns null where the person gave up; sentences on what is wrong with the file.
 */
export async function planItemImport<T extends Item>(
  bench: Workbench,
  { format, purpose }: ItemExchange<T>,
  own: readonly OwnItem<T>[],
): Promise<Result<ItemImport<T> | null, readonly string[]>> {
  const opened = await bench.shell.openFile({ purpose });
  if (!opened.ok) return err([opened.error.message]);
  if (opened.value === null) return ok(null);
  const read = readItemFile(format, new TextDecoder().decode(opened.value.bytes));
  if (!read.ok) return read;
  const { items, exportedOn, bureau } = read.value;
  const pairs = items.map((item) => ({ item, own: own.find((one) => one.item.name === item.name) }));
  return ok({
    fileName: opened.value.name,
    exportedOn,
    bureau,
    added: pairs.filter((pair) => !pair.own).map((pair) => pair.item),
    replaced: pairs.flatMap((pair) => (pair.own ? [{ own: pair.own, item: pair.item }] : [])),
  });
}

/**
 * Takes a file over, as {@link planItemImport} said, in one commit that can be undone as a whole.
 * @param known identifiers that are taken.
 * @returns how many were written.
 */
export async function importItems<T extends Item>(
  bench: Workbench,
  { ledger, title, freeId }: ItemExchange<T>,
  plan: ItemImport<T>,
  known: readonly string[],
): Promise<Result<number, string>> {
  const taken = new Set(known);
  const creations = plan.added.map((item): Mutation => {
    const id = taken.has(item.id) ? freeId(item.id, taken) : item.id;
    taken.add(id);
    const content = JSON.stringify({ ...item, id });
    return { op: 'create', ledger, values: { code: id, name: item.name, content, basedOn: null } };
  });
  const updates = plan.replaced.map(({ own, item }): Mutation => {
    const content = JSON.stringify({ ...item, id: own.item.id });
    const { id, revision } = own.row;
    return { op: 'update', ledger, id, changes: { content }, revision };
  });
  const mutations = [...creations, ...updates];
  const label = `导入${title}${mutations.length}个`;
  const answer = await bench.storage.commit({ kind: 'settings', label }, mutations, bench.session.context());
  return answer.ok ? ok(mutations.length) : err(refusalText(answer.error));
}
