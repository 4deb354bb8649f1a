/** One condition on a field. Conditions are joined by "and". */
export type Filter =
  | { readonly field: string; readonly op: 'equals'; readonly value: string | number | boolean }
  /** Any of the values; for fields with several codes, any in common. */
  | { readonly field: string; readonly op: 'any'; readonly values: readonly string[] }
  /** Text inside, without regard to case and width. */
  | { readonly field: string; readonly op: 'contains'; readonly value: string }
  /** Bounds, both inclusive; a missing bound is open. Days and months compare as text. */
  | { readonly field: string; readonly op: 'between'; readonly from?: string | number; readonly to?: string | number }
  | { readonly field: string; readonly op: 'empty' }
  | { readonly field: string; readonly op: 'filled' };

/** One level of sorting. Beside field names, 'createdAt', 'updatedAt' and 'deletedAt' are allowed. */
export interface SortKey {
  readonly field: string;
  readonly descending?: boolean;
}

/** What a list asks for. */
export interface ListQuery {
  readonly ledger: string;
  /** The recycle bin instead of the living records. */
  readonly deleted?: boolean;
  readonly filters?: readonly Filter[];
  /** Only these records, as far as the other conditions let them through: what a person ticked in a list. */
  readonly ids?: readonly string[];
  /** Chinese, pinyin or initials; words separated by spaces must all be found. */
  readonly search?: string;
  /** Empty: the ledger's own order, else newest first. Ties are settled by id, newest first. */
  readonly sort?: readonly SortKey[];
}
