import { err, ok, type Consequences, type RecordFinder } from '../kernel';

interface Score {
  readonly file: string;
  readonly role: string;
  readonly status: string;
  readonly reviewer: string;
}

function handedIn(find: RecordFinder, file: string, role: string): boolean {
  return find.byKey('review-score', { file, role })?.values['status'] === 'submitted';
}

/**
 * The chair decides after both have handed in, and a reviewer scores only in the seat that the file gives (广东省行政执法案卷
 * 评查办法 art. 10), whichever way the record comes in.
 */
export const scoreConsequences: Consequences<Score> = {
  ledgers: ['review-score', 'case-file'],
  of: ({ after }, find) => {
    if (after === null) return ok([]);
    const { file, role, reviewer } = after;
    if (role === 'chair') {
      if (handedIn(find, file, 'first') && handedIn(find, file, 'second')) return ok([]);
      return err([{ field: 'status', message: '两名评查员都提交评分后，组长才能评定' }]);
    }
    const seat = find.byId('case-file', file)?.values[role === 'first' ? 'firstReviewer' : 'secondReviewer'];
    if (seat === reviewer) return ok([]);
    return err([{ field: 'reviewer', message: `“${reviewer}”不是这个案卷的评查员，不能评分` }]);
  },
};
