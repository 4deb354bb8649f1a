import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { checkKind, type DocumentKind, type KindProblem } from '@/domain/document';
import { saveKindCopy, type OwnKind } from '@/services/document-kinds';
import { useWorkbench } from '@/ui/workbench';

/** A kind of the bureau's own while it is being changed. */
export interface KindDraft {
  readonly draft: ShallowRef<DocumentKind>;
  readonly dirty: ComputedRef<boolean>;
  /** What keeps it from being used, as it stands; after a refused save also what the storage said. */
  readonly problems: ComputedRef<readonly KindProblem[]>;
  readonly saving: ShallowRef<boolean>;
  readonly take: (kind: DocumentKind) => void;
  /** True where it was saved. */
  readonly save: () => Promise<boolean>;
}

/** Keeps a draft of a kind; news of the record reach it only while nothing is unsaved. */
export function useKindDraft(own: () => OwnKind): KindDraft {
  const bench = useWorkbench();
  const base = shallowRef(own());
  const draft = shallowRef(base.value.kind);
  const refused = shallowRef<readonly KindProblem[]>([]);
  const saving = shallowRef(false);
  const dirty = computed(() => JSON.stringify(draft.value) !== JSON.stringify(base.value.kind));
  const problems = computed(() => {
    const found = checkKind(draft.value);
    const told = new Set(found.map((problem) => problem.message));
    return [...found, ...refused.value.filter((problem) => !told.has(problem.message))];
  });

  watch(own, (now) => {
    if (dirty.value) return;
    base.value = now;
    draft.value = now.kind;
  });

  function take(kind: DocumentKind): void {
    refused.value = [];
    draft.value = kind;
  }

  async function save(): Promise<boolean> {
    saving.value = true;
    const saved = await saveKindCopy(bench, base.value.row, draft.value);
    saving.value = false;
    if (!saved.ok) {
      refused.value = saved.error;
      return false;
    }
    base.value = saved.value;
    return true;
  }

  return { draft, dirty, problems, saving, take, save };
}
