import { z } from 'zod';
import { ok, type CommitReceipt, type CommitRefusal, type Filter, type Ledger, type Result } from '@/domain/kernel';
import { savedView } from '@/domain/workbench';
import type { Workbench } from './workbench';

const filterSchema = z.union([
  z.object({ field: z.string(), op: z.literal('equals'), value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.object({ field: z.string(), op: z.literal('any'), values: z.array(z.string()) }),
  z.object({ field: z.string(), op: z.literal('contains'), value: z.string() }),
  z.object({
    field: z.string(),
    op: z.literal('between'),
    from: z.union([z.string(), z.number()]).optional(),
    to: z.union([z.string(), z.number()]).optional(),
  }),
  z.object({ field: z.string(), op: z.literal('empty') }),
  z.object({ field: z.string(), op: z.literal('filled') }),
]);

const settingsSchema = z.object({
  filters: z.array(filterSchema),
  search: z.string(),
  sort: z.array(z.object({ field: z.string(), descending: z.boolean().optional() })),
  columns: z.array(z.string()),
});

/** What a list looks like: conditions, order and columns. */
export interface ViewSettings {
  readonly filters: readonly Filter[];
  readonly search: string;
  readonly sort: readonly { readonly field: string; readonly descending?: boolean }[];
  readonly columns: readonly string[];
}

/** A list that a person gave a name. */
export interface NamedView {
  readonly id: string;
  readonly name: string;
  readonly settings: ViewSettings;
}

const extraSortFields = new Set(['createdAt', 'updatedAt', 'deletedAt']);

/**
 * Reads stored settings against a ledger's definition: fields that the definition no longer has are left out, since an
 * old view must still open. Null where the text is no settings at all.
 */
export function readSettings(ledger: Ledger, text: string): ViewSettings | null {
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = settingsSchema.safeParse(plain);
  if (!parsed.success) return null;
  const known = (name: string): boolean => name in ledger.fields;
  return {
    filters: parsed.data.filters.filter((filter) => known(filter.field)) as Filter[],
    search: parsed.data.search,
    sort: parsed.data.sort.filter((key) => known(key.field) || extraSortFields.has(key.field)),
    columns: parsed.data.columns.filter(known),
  };
}

/** Views of a register by name. */
export async function listViews(bench: Workbench, ledger: Ledger): Promise<readonly NamedView[]> {
  const query = { ledger: savedView.id, filters: [{ field: 'register', op: 'equals', value: ledger.id } as const] };
  const page = await bench.storage.page(query, 0, 200);
  const views = page.rows.flatMap((row) => {
    const settings = readSettings(ledger, String(row.values.settings ?? ''));
    return settings ? { id: row.id, name: String(row.values.name ?? ''), settings } : [];
  });
  return views.sort((left, right) => left.name.localeCompare(right.name, 'zh-CN'));
}

/** Keeps a view under a name; one of the same name in the same register is replaced. */
export async function saveView(
  bench: Workbench,
  ledger: Ledger,
  name: string,
  settings: ViewSettings,
): Promise<Result<CommitReceipt, CommitRefusal>> {
  const text = JSON.stringify(settings);
  const context = bench.session.context();
  const intent = { kind: 'settings', label: `保存${ledger.noun}的常用视图` } as const;
  const same = (await listViews(bench, ledger)).find((view) => view.name === name);
  const [row] = same ? await bench.storage.rows(savedView.id, [same.id]) : [];
  if (row && row.values.settings === text) return ok({ seq: 0, rows: [row], count: 0 });
  if (row) {
    const changes = { settings: text };
    return bench.storage.commit(
      intent,
      [{ op: 'update', ledger: savedView.id, id: row.id, changes, revision: row.revision }],
      context,
    );
  }
  const values = { register: ledger.id, name, settings: text };
  return bench.storage.commit(intent, [{ op: 'create', ledger: savedView.id, values }], context);
}

/** Forgets a view. */
export function removeView(bench: Workbench, id: string): Promise<Result<CommitReceipt, CommitRefusal>> {
  return bench.storage.commit(
    { kind: 'settings', label: '删除常用视图' },
    [{ op: 'remove', ledger: savedView.id, id }],
    bench.session.context(),
  );
}
