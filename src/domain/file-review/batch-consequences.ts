import { err, ok, type Consequences, type LedgerRow } from '../kernel';
import type { CaseFile } from './case-file';

interface Batch {
  readonly status: string;
}

type Scored = Pick<CaseFile, 'number' | 'status'>;

const open: readonly string[] = ['registered', 'assigned', 'compared'];

/**
 * Why a batch cannot go to its report or its close; null where it can.
 * @param asked number of requests for re-review without an answer.
 */
export function closingStop(to: string, files: readonly Scored[], asked: number): string | null {
  const left = files.filter((file) => open.includes(file.status)).map((file) => file.number);
  if (left.length > 0 && ['reported', 'closed'].includes(to)) {
    return `还有${left.length}件案卷没有评定：${left.slice(0, 5).join('、')}${left.length > 5 ? '等' : ''}`;
  }
  return to === 'closed' && asked > 0 ? `还有${asked}件复核申请没有答复，不能办结` : null;
}

/** A batch is reported when every file is decided, and closed when every request is answered. */
export const batchConsequences: Consequences<Batch> = {
  ledgers: ['case-file', 'review-appeal'],
  of: ({ id, before, after }, find) => {
    if (after === null || before === null || before.status === after.status) return ok([]);
    const files = find.referring('case-file', 'batch', id) as readonly LedgerRow<CaseFile>[];
    const appeals = files.flatMap((file) => find.referring('review-appeal', 'file', file.id));
    const asked = appeals.filter((appeal) => appeal.values['status'] === 'open').length;
    const stop = closingStop(
      after.status,
      files.map((file) => file.values),
      asked,
    );
    return stop === null ? ok([]) : err([{ field: 'status', message: stop }]);
  },
};
