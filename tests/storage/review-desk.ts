import type { ReviewMarks } from '@/domain/file-review';
import type { LedgerRow, Values } from '@/domain/kernel';
import { openScoring, submitMarks, type OpenedScoring, type Seat } from '@/services/review-scoring';
import { offeredSheets } from '@/services/review-sheets';
import { assignReviewers } from '@/services/review-assigning';
import type { BatchRow, FileRow } from '@/services/review-records';
import { beginScoring, chooseSheet, openBatch, takeFiles, type OpenedBatch } from '@/services/reviews';
import type { Workbench } from '@/services/workbench';
import { valueOf } from './desk';
import { openDocumentDesk, type DocumentDesk } from './document-desk';

/** A desk with a batch of so many files of two bodies, whose two reviewers are named. */
export interface ReviewDesk extends DocumentDesk {
  readonly batch: string;
  readonly files: readonly string[];
  readonly bodies: readonly [string, string];
  readonly open: () => Promise<OpenedBatch>;
}

function bodyValues(name: string, code: string): Values {
  return { name, category: 'organ', level: 'county', status: 'active', management: 'local', entityCode: code };
}

/** The batch as it stands. */
export async function batchNow(bench: Workbench, id: string): Promise<OpenedBatch> {
  const batch = await openBatch(bench, id);
  if (!batch) throw new Error('no such batch');
  return batch;
}

async function addFiles(desk: DocumentDesk, bodies: readonly string[], count: number): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (let at = 1; at <= count; at += 1) {
    const values = {
      number: `罚2026-${at}`,
      entity: bodies[at % bodies.length] ?? null,
      title: `第${at}件处罚案`,
      kind: 'penalty-ordinary',
      filedOn: '2026-03-02',
      decidedOn: '2026-04-02',
      publishedOn: '2026-04-08',
      handlerNames: '张一、李二',
      status: 'registered',
    };
    rows.push(await desk.add('case-file', values));
  }
  return rows;
}

/** Makes the desk; the batch is prepared and, unless said otherwise, scoring has begun. */
export async function openReviewDesk(count = 2, begun = true): Promise<ReviewDesk> {
  const desk = await openDocumentDesk();
  const { bench, add } = desk;
  const first = await add('enforcement-entity', bodyValues('安澜县市场监督管理局', '1'));
  const second = await add('enforcement-entity', bodyValues('安澜县城市管理局', '2'));
  const chair = await add('supervision-staff', { name: '祝以恒', unit: 'bureau' });
  const batch = (await add('review-batch', {
    name: '2026年度案卷评查',
    year: 2026,
    mode: 'full',
    status: 'preparing',
    chair: chair.id,
    invited: '甲律师、乙教授',
    startedOn: '2026-11-20',
    advice: '统一文书格式',
  })) as BatchRow;
  const rows = await addFiles(desk, [first.id, second.id], count);
  valueOf(await takeFiles(bench, batch, rows as readonly FileRow[]));
  const open = (): Promise<OpenedBatch> => batchNow(bench, batch.id);
  if (begun) {
    const [sheet] = await offeredSheets(bench);
    if (!sheet) throw new Error('no sheet');
    valueOf(await chooseSheet(bench, (await open()).row, sheet.sheet));
    const chosen = await open();
    valueOf(await assignReviewers(bench, chosen, chosen.files, ['甲律师', '乙教授']));
    valueOf(await beginScoring(bench, await open()));
  }
  return { ...desk, batch: batch.id, files: rows.map((row) => row.id), bodies: [first.id, second.id], open };
}

/** A file before one of its reviewers. */
export async function seatAt(bench: Workbench, file: string, seat: Seat): Promise<OpenedScoring> {
  const scoring = await openScoring(bench, file, seat);
  if (!scoring) throw new Error('no such seat');
  return scoring;
}

/** Marks with one deduction. */
export function marked(points: number, item = 'f-filling'): ReviewMarks {
  const deduction = { item, places: 1, points, reason: '送达回证缺少送达人签名', page: '12' };
  return { vetoes: [], deductions: [deduction] };
}

/** Values that the steps of a document ask for, from its draft to its service. */
const course = (receivedOn: string): readonly Values[] => [
  { status: 'review', draftedOn: receivedOn },
  { status: 'approved', reviewedBy: '陈静', reviewedOn: receivedOn },
  { status: 'signed', signedBy: '王局长', signedOn: receivedOn },
  { status: 'sealed', sealedBy: '陈静', sealedOn: receivedOn },
  { status: 'served', receivedOn },
];

/** Changes a document as its steps do. */
export async function changeDocument(bench: Workbench, id: string, changes: Values): Promise<void> {
  const [row] = await bench.storage.rows('official-document', [id]);
  const revision = row?.revision ?? 0;
  const change = { op: 'update', ledger: 'official-document', id, revision, changes } as const;
  const intent = { kind: 'document-step', label: '办理' } as const;
  valueOf(await bench.storage.commit(intent, [change], bench.session.context()));
}

/** Takes a draft to its addressee, received on a day. */
export async function serveDocument(bench: Workbench, id: string, receivedOn: string): Promise<void> {
  for (const changes of course(receivedOn)) await changeDocument(bench, id, changes);
}

/** Hands in a score. */
export async function handIn(bench: Workbench, file: string, seat: Seat, marks: ReviewMarks): Promise<void> {
  valueOf(await submitMarks(bench, await seatAt(bench, file, seat), marks));
}
