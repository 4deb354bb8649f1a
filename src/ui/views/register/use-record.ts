import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { CommitReceipt, CommitRefusal, Ledger, LedgerRow } from '@/domain/kernel';
import { loadRecord, saveRecord, titlesFor } from '@/services/records';
import { useWrites } from '@/ui/components/use-writes';
import { useWorkbench } from '@/ui/workbench';
import { problemsByField } from './columns';
import { useDraft, type Draft } from './use-draft';

/** Where a record page stands. */
export type RecordStage = 'loading' | 'ready' | 'missing';

/** A record being looked at and filled in. */
export interface LiveRecord {
  readonly stage: Ref<RecordStage>;
  readonly draft: Draft;
  readonly titles: ShallowRef<Readonly<Record<string, string>>>;
  /** Problems to show, by field; those of the whole record under ''. */
  readonly problems: ComputedRef<Readonly<Record<string, string>>>;
  readonly saving: Ref<boolean>;
  /** What the last save was refused for. */
  readonly refusal: ShallowRef<CommitRefusal | null>;
  /** The row that another change put in the place of the one opened. */
  readonly rival: ShallowRef<LedgerRow | null>;
  /** Checks all and saves; null where something is wrong. */
  readonly save: () => Promise<CommitReceipt | null>;
  readonly startNew: () => void;
  readonly reload: () => Promise<void>;
  /** Ends a conflict: with the person's values over the newer row, or with the newer row alone. */
  readonly settle: (keep: 'mine' | 'theirs') => Promise<void>;
}

/** Opens a record, or an empty one for id 'new', and holds what the person does with it. */
export function useRecord(ledger: Ledger, recordId: string): LiveRecord {
  const bench = useWorkbench();
  const stage = ref<RecordStage>('loading');
  const draft = useDraft(ledger, () => ({ codes: bench.session.codes, today: bench.session.today() }));
  const titles = shallowRef<Readonly<Record<string, string>>>({});
  const saving = ref(false);
  const refusal = shallowRef<CommitRefusal | null>(null);
  const rival = shallowRef<LedgerRow | null>(null);
  const problems = computed(() => {
    const refused = refusal.value?.kind === 'invalid' ? problemsByField(refusal.value.problems) : {};
    return { ...refused, ...draft.problems.value };
  });

  // A refusal is about what was sent; once that changes, it says nothing any more. A conflict stays until it is settled.
  watch(draft.values, () => {
    if (refusal.value?.kind !== 'conflict') refusal.value = null;
  });

  async function take(row: LedgerRow | null): Promise<void> {
    titles.value = row === null ? {} : await titlesFor(bench, ledger, [row.values]);
    refusal.value = null;
    rival.value = null;
    draft.open(row);
    stage.value = 'ready';
  }

  async function reload(): Promise<void> {
    const row = recordId === 'new' ? null : await loadRecord(bench, ledger, recordId);
    if (row === null && recordId !== 'new') stage.value = 'missing';
    else await take(row);
  }

  async function write(): Promise<CommitReceipt | null> {
    const answer = await saveRecord(bench, { ledger, base: draft.base.value, values: draft.values.value });
    if (answer.ok) {
      await take(answer.value.rows[0] ?? null);
      return answer.value;
    }
    refusal.value = answer.error;
    if (answer.error.kind === 'conflict') rival.value = await loadRecord(bench, ledger, recordId);
    return null;
  }

  async function save(): Promise<CommitReceipt | null> {
    refusal.value = null;
    saving.value = true;
    return write().finally(() => (saving.value = false));
  }

  async function settle(keep: 'mine' | 'theirs'): Promise<void> {
    const [newer, mine] = [rival.value, draft.changes.value];
    if (newer === null) return;
    await take(newer);
    if (keep === 'mine') draft.lay(mine);
  }

  // A change from elsewhere (undo, an extension) is taken in as long as nothing typed would be lost.
  useWrites(() => {
    if (!saving.value && draft.base.value !== null && !draft.dirty.value) void reload();
  });
  void reload();

  const checkedSave = async (): Promise<CommitReceipt | null> => (draft.check() && !saving.value ? save() : null);
  const startNew = (): void => void take(null);
  const state = { stage, draft, titles, problems, saving, refusal, rival };
  return { ...state, save: checkedSave, reload, settle, startNew };
}
