import type { DocumentModel } from '@/domain/document';
import { err, ok, type Result } from '@/domain/kernel';
import { fileNameOf } from './export-list';
import type { Workbench } from './workbench';

/**
 * Saves a document as an editable Word file where the person chooses.
 *
 * @param model the document as it was compiled
 * @param name what the file is called, without its ending; the day is added
 * @returns the file's name, or null where the person gave up; a Chinese sentence where it failed
 */
export async function saveDocumentWord(
  bench: Workbench,
  model: DocumentModel,
  name: string,
): Promise<Result<string | null, string>> {
  const bytes = await bench.exchange.writeDocument(model);
  const file = fileNameOf(name, bench.session.today(), 'docx');
  const saved = await bench.shell.saveFile({ purpose: 'document', name: file, bytes });
  return saved.ok ? ok(saved.value?.name ?? null) : err(saved.error.message);
}
