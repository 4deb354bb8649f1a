import { printedParts, type DocumentModel } from '@/domain/document';
import { findingSentence, findUnprintable } from '@/domain/fonts';
import { err, ok, type Result } from '@/domain/kernel';
import type { ShellRequest } from '@/shell/contract';
import { fileNameOf } from './export-list';
import type { Workbench } from './workbench';

/** How documents become pages; the window has it, see src/ui/print/document. */
export interface DocumentPaper {
  /** The sheets of a document, as HTML. */
  readonly sheets: (models: readonly DocumentModel[]) => string;
  /** A whole page around sheets. */
  readonly page: (sheets: string, title: string) => string;
}

/** A document that is to be printed, and what its file is called, without ending. */
export interface PrintedDocument {
  readonly model: DocumentModel;
  readonly name: string;
}

/** How far a batch is, and whether the person has given it up. */
export interface BatchWork {
  readonly progress: (done: number, total: number) => void;
  readonly cancelled: () => boolean;
}

/** How a batch ended: a file, or a folder with so many of them; cancelled where the person gave up. */
export type BatchOutcome =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly count: number }
  | { readonly kind: 'cancelled' };

type Job = ShellRequest<'renderPdf'>;

/** Documents of one piece of a batch: small enough that cancelling does not take long. */
const piece = 10;
/** Longest page, in characters, that goes over to the printer at once; see the shell's contract. */
const longestPage = 60 * 1024 * 1024;

/**
 * Says which character cannot be printed, where it stands and what to do; null where all can be. Characters that only come
 * from another font are printed.
 */
export function unprintableIn(model: DocumentModel): string | null {
  const missing = findUnprintable(printedParts(model)).filter(({ outcome }) => outcome === 'missing');
  const [first] = missing;
  if (!first) return null;
  const more = missing.length > 1 ? `另外还有${String(missing.length - 1)}处。` : '';
  return `没有打印：${findingSentence(first)}${more}`;
}

function firstUnprintable(documents: readonly PrintedDocument[]): string | null {
  for (const { model, name } of documents) {
    const problem = unprintableIn(model);
    if (problem !== null) return documents.length > 1 ? `“${name}”${problem}` : problem;
  }
  return null;
}

function jobOf(html: string, title: string): Job {
  return { html, title: title.slice(0, 200), paper: 'A4', landscape: false };
}

/** Lets the window draw and react between two documents. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Composes documents one after another, each to its sheets; null where the person gave up. */
async function compose(
  documents: readonly PrintedDocument[],
  paper: DocumentPaper,
  cancelled: () => boolean,
): Promise<readonly string[] | null> {
  const sheets: string[] = [];
  for (const { model } of documents) {
    if (cancelled()) return null;
    sheets.push(paper.sheets([model]));
    await breathe();
  }
  return sheets;
}

async function wholePage(
  documents: readonly PrintedDocument[],
  paper: DocumentPaper,
  title: string,
  cancelled: () => boolean = () => false,
): Promise<Result<Job | null, string>> {
  const problem = firstUnprintable(documents);
  if (problem !== null) return err(problem);
  const sheets = await compose(documents, paper, cancelled);
  if (sheets === null) return ok(null);
  const html = paper.page(sheets.join(''), title);
  if (html.length > longestPage) return err('一次打印的份数太多，请分成几批，或每个单位一个文件。');
  return ok(jobOf(html, title));
}

/**
 * Opens the system's print dialog for documents, one after another on sheets of their own.
 * @returns false where the person gave up; a sentence where a character cannot be printed or the printer does not answer
 */
export async function printDocuments(
  bench: Workbench,
  documents: readonly PrintedDocument[],
  paper: DocumentPaper,
): Promise<Result<boolean, string>> {
  const job = await wholePage(documents, paper, documents[0]?.name ?? '公文');
  if (!job.ok || job.value === null) return job.ok ? ok(false) : job;
  const answer = await bench.shell.print(job.value);
  return answer.ok ? ok(answer.value.printed) : err(answer.error.message);
}

/** {@link printDocuments} for one document. */
export function printDocument(
  bench: Workbench,
  document: PrintedDocument,
  paper: DocumentPaper,
): Promise<Result<boolean, string>> {
  return printDocuments(bench, [document], paper);
}

async function saveOne(bench: Workbench, job: Job, name: string): Promise<Result<string | null, string>> {
  const rendered = await bench.shell.renderPdf(job);
  if (!rendered.ok) return err(rendered.error.message);
  const file = fileNameOf(name, bench.session.today(), 'pdf');
  const saved = await bench.shell.saveFile({ purpose: 'pdf', name: file, bytes: rendered.value.bytes });
  return saved.ok ? ok(saved.value?.name ?? null) : err(saved.error.message);
}

/**
 * Makes a PDF of a document and saves it where the person chooses. Only the desktop can; in the browser edition the answer
 * says how to get one from the print dialog.
 * @returns the file's name, or null where the person gave up
 */
export async function saveDocumentPdf(
  bench: Workbench,
  document: PrintedDocument,
  paper: DocumentPaper,
): Promise<Result<string | null, string>> {
  const job = await wholePage([document], paper, document.name);
  if (!job.ok || job.value === null) return job.ok ? ok(null) : job;
  return saveOne(bench, job.value, document.name);
}

/** A batch of documents to PDF. */
export interface PdfBatch {
  readonly documents: readonly PrintedDocument[];
  readonly paper: DocumentPaper;
  /** All in one file, or each in a file of its own. */
  readonly files: 'one' | 'each';
  /** Name of the one file, without ending. */
  readonly name: string;
}

async function saveTogether(bench: Workbench, batch: PdfBatch, work: BatchWork): Promise<Result<BatchOutcome, string>> {
  const total = batch.documents.length;
  work.progress(0, total);
  const job = await wholePage(batch.documents, batch.paper, batch.name, work.cancelled);
  if (!job.ok) return job;
  if (job.value === null || work.cancelled()) return ok({ kind: 'cancelled' });
  const rendered = await bench.shell.renderPdf(job.value);
  if (!rendered.ok) return err(rendered.error.message);
  work.progress(total, total);
  if (work.cancelled()) return ok({ kind: 'cancelled' });
  const name = fileNameOf(batch.name, bench.session.today(), 'pdf');
  const saved = await bench.shell.saveFile({ purpose: 'pdf', name, bytes: rendered.value.bytes });
  if (!saved.ok) return err(saved.error.message);
  return ok(saved.value === null ? { kind: 'cancelled' } : { kind: 'file', name: saved.value.name });
}

async function saveApart(bench: Workbench, batch: PdfBatch, work: BatchWork): Promise<Result<BatchOutcome, string>> {
  const { documents, paper } = batch;
  const problem = firstUnprintable(documents);
  if (problem !== null) return err(problem);
  const files: { name: string; bytes: Uint8Array }[] = [];
  const day = bench.session.today();
  while (files.length < documents.length) {
    work.progress(files.length, documents.length);
    const part = documents.slice(files.length, files.length + piece);
    const sheets = await compose(part, paper, work.cancelled);
    if (sheets === null || work.cancelled()) return ok({ kind: 'cancelled' });
    const pages = part.map(({ name }, at) => jobOf(paper.page(sheets[at] ?? '', name), name));
    const rendered = await bench.shell.renderPdfs({ pages });
    if (!rendered.ok) return err(rendered.error.message);
    rendered.value.files.forEach(({ bytes }, at) => {
      files.push({ name: fileNameOf(part[at]?.name ?? '公文', day, 'pdf'), bytes });
    });
  }
  work.progress(documents.length, documents.length);
  if (work.cancelled()) return ok({ kind: 'cancelled' });
  const saved = await bench.shell.saveFiles({ purpose: 'pdf', files });
  if (!saved.ok) return err(saved.error.message);
  return ok(saved.value === null ? { kind: 'cancelled' } : { kind: 'folder', ...saved.value });
}

/**
 * Makes PDF files of many documents: one for all, or one for each in a folder that the person chooses. Nothing is saved
 * before all are made, and nothing at all where one has a character that cannot be printed.
 */
export async function saveDocumentsPdf(
  bench: Workbench,
  batch: PdfBatch,
  work: BatchWork,
): Promise<Result<BatchOutcome, string>> {
  if (batch.documents.length === 0) return ok({ kind: 'cancelled' });
  return batch.files === 'one' ? saveTogether(bench, batch, work) : saveApart(bench, batch, work);
}
