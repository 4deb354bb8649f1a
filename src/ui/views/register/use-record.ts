import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import {
  checkRecord,
  emptyValues,
  type CommitReceipt,
  type CommitRefusal,
  type FieldValue,
  type Ledger,
  type LedgerRow,
  type Values,
} from '@/domain/kernel';
import { changedValues, loadRecord, saveRecord, titlesFor } from '@/services/records';
import { useWorkbench, useWriteFeed } from '@/ui/workbench';
import { problemsByField } from './columns';

/** Where a record page stands. */
export type RecordStage = 'loading' | 'ready' | 'missing';

/** A record being looked at and filled in. */
export interface LiveRecord {
  readonly stage: Ref<RecordStage>;
  /** The row as it was opened or last saved; null for a new record. */
  readonly base: ShallowRef<LedgerRow | null>;
  readonly values: ShallowRef<Values>;
  readonly titles: ShallowRef<Readonly<Record<string, string>>>;
  /** Problems to show, by field; those of the whole record under ''. */
  readonly problems: ComputedRef<Readonly<Record<string, string>>>;
  readonly dirty: ComputedRef<boolean>;
  readonly saving: Ref<boolean>;
  /** What the last save was refused for, where it is not one field's fault. */
  readonly refusal: ShallowRef<CommitRefusal | null>;
  /** The row that another change put in the place of the one opened. */
  readonly rival: ShallowRef<LedgerRow | null>;
  readonly set: (name: string, value: FieldValue) => void;
  /** Marks a field as visited: from now on its problem shows. */
  readonly visit: (name: string) => void;
  /** Checks all and saves; null where something is wrong. */
  readonly save: () => Promise<CommitReceipt | null>;
  /** Starts an empty record. */
  readonly startNew: () => void;
  readonly reload: () => Promise<void>;
  /** Ends a conflict: with the person's values over the newer row, or with the newer row alone. */
  readonly settle: (keep: 'mine' | 'theirs') => Promise<void>;
}

/** Opens a record, or an empty one for id 'new', and holds what the person does with it. */
export function useRecord(ledger: Ledger, recordId: string): LiveRecord {
  const bench = useWorkbench();
  const stage = ref<RecordStage>('loading');
  const base = shallowRef<LedgerRow | null>(null);
  const values = shallowRef<Values>(emptyValues(ledger));
  const titles = shallowRef<Readonly<Record<string, string>>>({});
  const visited = shallowRef<ReadonlySet<string>>(new Set());
  const checkedAll = ref(false);
  const saving = ref(false);
  const refusal = shallowRef<CommitRefusal | null>(null);
  const rival = shallowRef<LedgerRow | null>(null);

  const found = computed(() =>
    problemsByField(checkRecord(ledger, values.value, { codes: bench.session.codes, today: bench.session.today() })),
  );
  const refused = computed(() =>
    refusal.value?.kind === 'invalid' ? problemsByField(refusal.value.problems) : ({} as Record<string, string>),
  );
  const problems = computed(() => {
    if (checkedAll.value) return { ...refused.value, ...found.value };
    return Object.fromEntries(Object.entries(found.value).filter(([name]) => visited.value.has(name)));
  });
  const before = computed(() => base.value?.values ?? emptyValues(ledger));
  const dirty = computed(() => Object.keys(changedValues(ledger, before.value, values.value)).length > 0);

  async function take(row: LedgerRow): Promise<void> {
    titles.value = await titlesFor(bench, ledger, [row.values]);
    base.value = row;
    values.value = row.values;
    visited.value = new Set();
    checkedAll.value = false;
    refusal.value = null;
    rival.value = null;
    stage.value = 'ready';
  }

  function startNew(): void {
    base.value = null;
    values.value = emptyValues(ledger);
    visited.value = new Set();
    checkedAll.value = false;
    refusal.value = null;
    stage.value = 'ready';
  }

  async function reload(): Promise<void> {
    if (recordId === 'new') return startNew();
    const row = await loadRecord(bench, ledger, recordId);
    if (row === null) stage.value = 'missing';
    else await take(row);
  }

  async function save(): Promise<CommitReceipt | null> {
    checkedAll.value = true;
    refusal.value = null;
    if (Object.keys(found.value).length > 0 || saving.value) return null;
    saving.value = true;
    try {
      const answer = await saveRecord(bench, { ledger, base: base.value, values: values.value });
      if (answer.ok) {
        const row = answer.value.rows[0];
        if (row) await take(row);
        return answer.value;
      }
      refusal.value = answer.error;
      if (answer.error.kind === 'conflict') rival.value = await loadRecord(bench, ledger, recordId);
      return null;
    } finally {
      saving.value = false;
    }
  }

  async function settle(keep: 'mine' | 'theirs'): Promise<void> {
    const newer = rival.value;
    if (newer === null) return;
    const mine = changedValues(ledger, before.value, values.value);
    await take(newer);
    if (keep === 'mine') values.value = { ...newer.values, ...mine };
  }

  // A change from elsewhere (undo, an extension) is taken in as long as nothing typed would be lost.
  const stop = useWriteFeed()?.subscribe((event) => {
    const elsewhere = event.kind === 'saved' || event.kind === 'replaced';
    if (elsewhere && !saving.value && base.value !== null && !dirty.value) void reload();
  });
  onScopeDispose(() => stop?.());
  void reload();

  return {
    ...{ stage, base, values, titles, problems, dirty, saving, refusal, rival, save, startNew, reload, settle },
    set(name, value) {
      values.value = { ...values.value, [name]: value };
      refusal.value = null;
    },
    visit: (name) => (visited.value = new Set([...visited.value, name])),
  };
}
