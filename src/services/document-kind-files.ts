import { kindCopy, readKindFile, shippedKinds, writeKindFile, type DocumentKind } from '@/domain/document';
import { err, ok, type Mutation, type Result } from '@/domain/kernel';
import { freeKindId, ownKinds, type OwnKind } from './document-kinds';
import { fileNameOf } from './export-list';
import { refusalText } from './records';
import type { Workbench } from './workbench';

/**
 * Writes kinds into a file at a place that the person chooses.
 * @returns the file's name, null where the person gave up; a Chinese sentence where it failed.
 */
export async function exportKinds(
  bench: Workbench,
  kinds: readonly DocumentKind[],
): Promise<Result<string | null, string>> {
  const exportedOn = bench.session.today();
  const bureau = bench.session.profile?.name ?? '';
  const bytes = new TextEncoder().encode(writeKindFile({ exportedOn, bureau, kinds }));
  const [only] = kinds;
  const title = kinds.length === 1 && only ? `文书模板 ${only.name}` : '文书模板';
  const name = fileNameOf(title, exportedOn, 'sdt');
  const saved = await bench.shell.saveFile({ purpose: 'template', name, bytes });
  return saved.ok ? ok(saved.value?.name ?? null) : err(saved.error.message);
}

/** What taking a file of kinds over will do. */
export interface KindImport {
  readonly fileName: string;
  readonly exportedOn: string;
  readonly bureau: string;
  readonly added: readonly DocumentKind[];
  /** Kinds whose name an own kind has: the own one is replaced. */
  readonly replaced: readonly { readonly own: OwnKind; readonly kind: DocumentKind }[];
}

/**
 * Lets the person choose a file of kinds and says what it will do. Nothing is written.
 * @returns null where the person gave up; sentences on what is wrong with the file.
 */
export async function planKindImport(bench: Workbench): Promise<Result<KindImport | null, readonly string[]>> {
  const opened = await bench.shell.openFile({ purpose: 'template' });
  if (!opened.ok) return err([opened.error.message]);
  if (opened.value === null) return ok(null);
  const read = readKindFile(new TextDecoder().decode(opened.value.bytes));
  if (!read.ok) return read;
  const { kinds, exportedOn, bureau } = read.value;
  const names = kinds.map((kind) => kind.name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) return err([`文件中有两个名为“${twice}”的模板，请改名后重新导出`]);
  const own = (await ownKinds(bench)).kinds;
  const pairs = kinds.map((kind) => ({ kind, own: own.find((one) => one.kind.name === kind.name) }));
  return ok({
    fileName: opened.value.name,
    exportedOn,
    bureau,
    added: pairs.filter((pair) => !pair.own).map((pair) => pair.kind),
    replaced: pairs.flatMap((pair) => (pair.own ? [{ own: pair.own, kind: pair.kind }] : [])),
  });
}

/** Takes a file of kinds over, as {@link planKindImport} said, in one commit that can be undone as a whole. */
export async function importKinds(bench: Workbench, plan: KindImport): Promise<Result<number, string>> {
  const { kinds, unreadable } = await ownKinds(bench);
  const codes = [...kinds.map(({ row }) => row), ...unreadable].map((row) => row.values.code);
  const taken = new Set([...shippedKinds().map(({ id }) => id), ...codes]);
  const creations = plan.added.map((kind): Mutation => {
    const id = taken.has(kind.id) ? freeKindId(kind.id, taken) : kind.id;
    taken.add(id);
    const content = JSON.stringify({ ...kind, id });
    return { op: 'create', ledger: kindCopy.id, values: { code: id, name: kind.name, content, basedOn: null } };
  });
  const updates = plan.replaced.map(({ own, kind }): Mutation => {
    const content = JSON.stringify({ ...kind, id: own.kind.id });
    const { id, revision } = own.row;
    return { op: 'update', ledger: kindCopy.id, id, changes: { content }, revision };
  });
  const mutations = [...creations, ...updates];
  const label = `导入文书模板${mutations.length}个`;
  const answer = await bench.storage.commit({ kind: 'settings', label }, mutations, bench.session.context());
  return answer.ok ? ok(mutations.length) : err(refusalText(answer.error));
}
