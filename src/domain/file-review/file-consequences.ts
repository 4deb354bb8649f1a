import type { EnforcementEntity } from '../entity';
import { err, ok, type Consequences, type FieldProblem, type RecordFinder } from '../kernel';
import { standsAside } from './reviewers';

/** What of a case file bears on the records around it. */
interface Around {
  readonly number: string;
  readonly entity: string;
  readonly status: string;
  readonly batch: string | null;
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
  readonly recusals: string | null;
  readonly score: number | null;
}

interface Step {
  readonly id: string;
  readonly before: Around | null;
  readonly after: Around;
  readonly find: RecordFinder;
}

type Judge = (step: Step) => FieldProblem | null;

function steps({ before, after }: Step, from: string, to: string): boolean {
  return before?.status === from && after.status === to;
}

function scoreOfRole({ id, find }: Step, role: string) {
  const values = find.byKey('review-score', { file: id, role })?.values;
  return values?.['status'] === 'submitted' ? values : null;
}

/** Who has to stand aside gets no seat (广东省行政执法案卷评查办法 art. 10). */
const seatsFit: Judge = ({ before, after, find }) => {
  if (after.status === 'settled') return null;
  const body = find.byId('enforcement-entity', after.entity)?.values as EnforcementEntity | undefined;
  const bodyNames = [body?.name ?? null, body?.shortName ?? null];
  for (const field of ['firstReviewer', 'secondReviewer'] as const) {
    const name = after[field];
    if (name === null || name === before?.[field]) continue;
    const reason = standsAside(name, { bodyNames, recusals: after.recusals });
    if (reason !== null) return { field, message: `“${name}”应当回避“${after.number}”（${reason}），请换人` };
  }
  return null;
};

/** A file that is being scored stays in its batch and with its body. */
const staysPut: Judge = (step) => {
  const { before, after } = step;
  if (!steps(step, 'assigned', 'assigned') || (before?.batch === after.batch && before?.entity === after.entity)) {
    return null;
  }
  return { field: 'batch', message: `“${after.number}”正在评分，不能换批次或单位；请先在批次中移出` };
};

/** The file goes to the chair when both have handed in, and leaves with the score that the chair gave. */
const scoredRightly: Judge = (step) => {
  if (steps(step, 'assigned', 'compared') && !(scoreOfRole(step, 'first') && scoreOfRole(step, 'second'))) {
    return { field: 'status', message: '两名评查员都提交评分后，案卷才转入评定' };
  }
  if (!steps(step, 'compared', 'decided') || scoreOfRole(step, 'chair')?.['score'] === step.after.score) return null;
  return { field: 'score', message: '“得分”应与组长的评定一致，请在“对照评定”中办理' };
};

const judges: readonly Judge[] = [seatsFit, staysPut, scoredRightly];

/** What a step of a case file depends on in the records around it, whichever way the step comes in. */
export const fileConsequences: Consequences<Around> = {
  ledgers: ['enforcement-entity', 'review-score'],
  of: ({ id, before, after }, find) => {
    if (after === null) return ok([]);
    for (const judge of judges) {
      const problem = judge({ id, before, after, find });
      if (problem) return err([problem]);
    }
    return ok([]);
  },
};
