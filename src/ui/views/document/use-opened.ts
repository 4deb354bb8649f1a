import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { surroundingsOf, type DocumentSurroundings } from '@/services/document-facts';
import { openDocument, type OpenedDocument } from '@/services/documents';
import { useWrites } from '@/ui/components/use-writes';
import { useWorkbench } from '@/ui/workbench';

/** A document on its page. */
export interface LiveDocument {
  readonly stage: Ref<'loading' | 'ready' | 'missing'>;
  readonly opened: ShallowRef<OpenedDocument | null>;
  readonly around: ShallowRef<DocumentSurroundings | null>;
  readonly reload: () => Promise<void>;
}

/**
 * Opens a document and keeps it in step with every write at this desk.
 * @param held whether something typed would be lost by reading anew; then it waits.
 * @param taken called with each new state, before it is shown.
 */
export function useOpened(
  id: string,
  held: () => boolean,
  taken: (opened: OpenedDocument, around: DocumentSurroundings) => void,
): LiveDocument {
  const bench = useWorkbench();
  const stage = ref<'loading' | 'ready' | 'missing'>('loading');
  const opened = shallowRef<OpenedDocument | null>(null);
  const around = shallowRef<DocumentSurroundings | null>(null);
  let asked = 0;

  async function reload(): Promise<void> {
    const mine = ++asked;
    const [document, surroundings] = await Promise.all([openDocument(bench, id), surroundingsOf(bench)]);
    if (mine !== asked) return;
    if (document === null) {
      stage.value = 'missing';
      return;
    }
    taken(document, surroundings);
    around.value = surroundings;
    opened.value = document;
    stage.value = 'ready';
  }

  useWrites(() => {
    if (!held()) void reload();
  });
  void reload();
  return { stage, opened, around, reload };
}
