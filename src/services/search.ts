import type { SearchHit } from '@/storage/contract';
import type { Workbench } from './workbench';

/** Finds records in all registers by Chinese, pinyin or initials; empty text finds nothing. */
export async function searchAll(workbench: Workbench, text: string, limit: number): Promise<readonly SearchHit[]> {
  const words = text.trim();
  return words === '' ? [] : workbench.storage.search(words, limit);
}
