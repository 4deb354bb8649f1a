import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { BureauProfile } from '@/domain/workbench';
import { registeredOf, type Opening } from '@/services/workbench';
import type { WriteEvent } from '@/services/write-feed';

/** Where the desk stands: still opening, then what opening gave. */
export type DeskStage = { readonly kind: 'opening' } | { readonly kind: 'crashed'; readonly code: string } | Opening;

/** State of saving as the status bar shows it. */
export type SavingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed' };

/** What the frame shows about the desk: stage, profile, counts, saving, last copy. Rows never stand here. */
export const useDesk = defineStore('desk', () => {
  const stage = shallowRef<DeskStage>({ kind: 'opening' });
  const profile = shallowRef<BureauProfile | null>(null);
  const counts = shallowRef<Readonly<Record<string, number>>>({});
  const saving = shallowRef<SavingState>({ kind: 'idle' });
  /** Moment of the newest full copy in milliseconds; null where none is known. */
  const lastCopyAt = ref<number | null>(null);
  const sampleCount = ref(0);
  /** Records in the registers. */
  const total = computed(() => registeredOf(counts.value));
  let beforeSaving: SavingState = { kind: 'idle' };

  /** Takes news of a write into the state of saving. A refused input leaves it as it was. */
  function noteWrite(event: WriteEvent): void {
    if (event.kind === 'saving') {
      if (saving.value.kind !== 'saving') beforeSaving = saving.value;
      saving.value = { kind: 'saving' };
    } else if (event.kind === 'refused') saving.value = beforeSaving;
    else if (event.kind === 'replaced') saving.value = { kind: 'idle' };
    else saving.value = event;
  }

  return { stage, profile, counts, total, saving, lastCopyAt, sampleCount, noteWrite };
});
