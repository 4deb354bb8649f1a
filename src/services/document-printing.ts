import { previewDocument, type DocumentModel } from '@/domain/document';
import { err, ok, type Result } from '@/domain/kernel';
import { factsIn, surroundingsOf } from './document-facts';
import { openDocument } from './documents';
import { fileNameOf } from './export-list';
import type { BatchOutcome, BatchWork, PrintedDocument } from './print-document';
import type { Workbench } from './workbench';

/** What a document's file is called, without ending: number, title and addressee, as far as there are any. */
export function paperName(model: Pick<DocumentModel, 'number' | 'title' | 'addressees'>): string {
  const [first] = model.addressees;
  const to = first === undefined ? '' : `（${first}${model.addressees.length > 1 ? '等' : ''}）`;
  return `${model.number ?? ''}${model.title}${to}`;
}

/**
 * Documents ready for the printer, in the order of the identifiers: signed ones as they were frozen, others as they stand.
 * What has no text (recorded documents) is left out.
 */
export async function printedDocuments(bench: Workbench, ids: readonly string[]): Promise<readonly PrintedDocument[]> {
  const around = await surroundingsOf(bench);
  const documents: PrintedDocument[] = [];
  for (const id of ids) {
    const opened = await openDocument(bench, id);
    if (!opened?.content) continue;
    const { kind, data, model: frozen } = opened.content;
    const facts = factsIn(around, { addressee: opened.row.values.addressee, number: null, signedOn: null });
    const model = frozen ?? previewDocument(kind, data, facts).model;
    documents.push({ model, name: paperName(model) });
  }
  return documents;
}

/**
 * Makes a Word file of each document and saves them in a folder that the person chooses. Nothing is saved before all are
 * made.
 */
export async function saveDocumentsWord(
  bench: Workbench,
  documents: readonly PrintedDocument[],
  work: BatchWork,
): Promise<Result<BatchOutcome, string>> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const { model, name } of documents) {
    work.progress(files.length, documents.length);
    if (work.cancelled()) return ok({ kind: 'cancelled' });
    const bytes = await bench.exchange.writeDocument(model);
    files.push({ name: fileNameOf(name, bench.session.today(), 'docx'), bytes });
  }
  if (files.length === 0 || work.cancelled()) return ok({ kind: 'cancelled' });
  const saved = await bench.shell.saveFiles({ purpose: 'document', files });
  if (!saved.ok) return err(saved.error.message);
  return ok(saved.value === null ? { kind: 'cancelled' } : { kind: 'folder', ...saved.value });
}
