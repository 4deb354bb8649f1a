import { z } from 'zod';
import type { Filter, Ledger } from '../kernel';

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
