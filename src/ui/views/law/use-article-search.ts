import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { searchArticles, type FoundArticles } from '@/services/law-search';
import { useWrites } from '@/ui/components/use-writes';
import { useWorkbench } from '@/ui/workbench';

/** Search in the articles of all laws as a person types. */
export interface ArticleSearch {
  readonly text: Ref<string>;
  /** Only laws in force. */
  readonly standing: Ref<boolean>;
  readonly found: ShallowRef<FoundArticles>;
  /** The found articles are those of the present words. */
  readonly settled: Ref<boolean>;
}

const nothing: FoundArticles = { hits: [], total: 0, words: [] };
/** Nobody reads more; who finds so many needs another word. */
const limit = 50;

/** Asks at every change of the words and after every write, one question at a time. */
export function useArticleSearch(): ArticleSearch {
  const bench = useWorkbench();
  const text = ref('');
  const standing = ref(true);
  const found = shallowRef<FoundArticles>(nothing);
  const settled = ref(true);
  let stale = false;
  let running: Promise<void> | null = null;
  let gone = false;

  async function ask(): Promise<void> {
    try {
      do {
        stale = false;
        const answer = await searchArticles(bench, text.value, { standing: standing.value, limit });
        if (!stale && !gone) found.value = answer;
      } while (stale && !gone);
      settled.value = true;
    } finally {
      running = null;
    }
  }

  function refresh(): void {
    stale = true;
    settled.value = false;
    running ??= ask();
  }

  watch([text, standing], refresh);
  useWrites(refresh);
  onScopeDispose(() => {
    gone = true;
  });
  return { text, standing, found, settled };
}
