import {
  checkKind,
  kindCopy,
  readKind,
  shippedKinds,
  underPack,
  type DocumentKind,
  type KindCopy,
  type KindProblem,
} from '@/domain/document';
import { err, longestItem, ok, type LedgerRow, type Mutation, type Result } from '@/domain/kernel';
import { allRows } from './all-rows';
import { refusalText } from './records';
import type { Workbench } from './workbench';

/** A kind of the bureau's own, with the record that keeps it. */
export interface OwnKind {
  readonly row: LedgerRow<KindCopy>;
  readonly kind: DocumentKind;
}

/** The bureau's own kinds, and records that this program cannot read. */
export interface OwnKinds {
  readonly kinds: readonly OwnKind[];
  readonly unreadable: readonly LedgerRow<KindCopy>[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The bureau's own kinds by name. */
export async function ownKinds(bench: Workbench): Promise<OwnKinds> {
  const rows = (await allRows(bench, { ledger: kindCopy.id })) as readonly LedgerRow<KindCopy>[];
  const read = rows.map((row) => ({ row, kind: readKind(parsed(row.values.content)) }));
  const kinds = read.flatMap(({ row, kind }) => (kind === null ? [] : [{ row, kind }]));
  return {
    kinds: kinds.sort((left, right) => left.kind.name.localeCompare(right.kind.name, 'zh-CN')),
    unreadable: read.filter(({ kind }) => kind === null).map(({ row }) => row),
  };
}

/** The shipped kinds as they are under the bureau's rule pack. */
export function shippedInForce(bench: Workbench): readonly DocumentKind[] {
  const pack = bench.session.profile?.rulePack ?? 'national-2026';
  return shippedKinds().map((kind) => underPack(kind, pack));
}

/**
 * The kinds that a drafter is offered: the shipped ones under the bureau's rule pack, each replaced by the bureau's own of
 * the same name, then the bureau's other own ones.
 */
export async function kindsInForce(bench: Workbench): Promise<readonly DocumentKind[]> {
  const own = (await ownKinds(bench)).kinds.map(({ kind }) => kind);
  const shipped = shippedInForce(bench);
  const names = new Set(shipped.map((kind) => kind.name));
  const placed = shipped.map((kind) => own.find((one) => one.name === kind.name) ?? kind);
  return [...placed, ...own.filter((kind) => !names.has(kind.name))];
}

/** A kind by its identifier, shipped or the bureau's own; null where there is none. */
export async function kindOf(bench: Workbench, id: string): Promise<DocumentKind | null> {
  const shipped = shippedInForce(bench).find((kind) => kind.id === id);
  if (shipped) return shipped;
  return (await ownKinds(bench)).kinds.find(({ kind }) => kind.id === id)?.kind ?? null;
}

/** An identifier that no other kind has, made from the one it goes back to. */
export function freeKindId(base: string, taken: ReadonlySet<string>): string {
  const stem = base.replace(/-own(-\d+)?$/, '');
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? `${stem}-own` : `${stem}-own-${count}`;
    if (!taken.has(id)) return id;
  }
}

/** Writes down a kind of the bureau's own: what came of it, or what is wrong. */
export type KindSaved = Result<OwnKind, readonly KindProblem[]>;

function judge(kind: DocumentKind, others: readonly OwnKind[]): readonly KindProblem[] {
  if (others.some((other) => other.kind.name === kind.name)) {
    return [{ part: 'basic', message: `已有名为“${kind.name}”的本局模板，请换一个名称` }];
  }
  if (JSON.stringify(kind).length > longestItem) return [{ part: 'body', message: '模板太长，请删减后再保存' }];
  return checkKind(kind);
}

function valuesOf(kind: DocumentKind, basedOn: string | null): KindCopy {
  return { code: kind.id, name: kind.name, content: JSON.stringify(kind), basedOn };
}

async function written(bench: Workbench, label: string, mutation: Mutation, kind: DocumentKind): Promise<KindSaved> {
  const answer = await bench.storage.commit({ kind: 'settings', label }, [mutation], bench.session.context());
  if (!answer.ok) return err([{ part: 'basic', message: refusalText(answer.error) }]);
  const [row] = answer.value.rows as readonly LedgerRow<KindCopy>[];
  if (!row) throw new Error('a written kind came back without its record');
  return ok({ row, kind });
}

/**
 * Saves a kind of the bureau's own.
 * @param opened the record it was opened from; null makes a new one under a free identifier.
 * @returns the problems with their parts where it cannot be used; nothing is written then.
 */
export async function saveKindCopy(
  bench: Workbench,
  opened: LedgerRow<KindCopy> | null,
  kind: DocumentKind,
): Promise<KindSaved> {
  const { kinds, unreadable } = await ownKinds(bench);
  const others = kinds.filter(({ row }) => row.id !== opened?.id);
  const problems = judge(kind, others);
  if (problems.length > 0) return err(problems);
  if (opened === null) {
    const rows = [...kinds.map(({ row }) => row), ...unreadable];
    const taken = new Set([...shippedKinds().map(({ id }) => id), ...rows.map((row) => row.values.code)]);
    const named = { ...kind, id: freeKindId(kind.id, taken) };
    const mutation: Mutation = { op: 'create', ledger: kindCopy.id, values: valuesOf(named, kind.id) };
    return written(bench, `新增文书模板“${kind.name}”`, mutation, named);
  }
  const changes = { name: kind.name, content: JSON.stringify(kind) };
  if (opened.values.content === changes.content) return ok({ row: opened, kind });
  return written(
    bench,
    `修改文书模板“${kind.name}”`,
    { op: 'update', ledger: kindCopy.id, id: opened.id, changes, revision: opened.revision },
    kind,
  );
}

/** Makes the bureau's own copy of a kind, under its name; the rule pack's variant in force becomes part of it. */
export async function copyKind(bench: Workbench, kind: DocumentKind): Promise<KindSaved> {
  const names = new Set((await ownKinds(bench)).kinds.map((own) => own.kind.name));
  let name = kind.name;
  for (let count = 2; names.has(name); count += 1) name = `${kind.name}（${count}）`;
  return saveKindCopy(bench, null, { ...kind, name, packs: {}, source: `本局在“${kind.name}”基础上修改` });
}

/** Puts a kind of the bureau's own into the recycle bin; documents drafted by it keep what they were drafted by. */
export async function removeKindCopy(bench: Workbench, own: OwnKind): Promise<Result<null, string>> {
  const answer = await bench.storage.commit(
    { kind: 'settings', label: `删除文书模板“${own.kind.name}”` },
    [{ op: 'remove', ledger: kindCopy.id, id: own.row.id }],
    bench.session.context(),
  );
  return answer.ok ? ok(null) : err(refusalText(answer.error));
}
