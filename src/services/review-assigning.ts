import { sharePairs } from '@/domain/file-review';
import type { LedgerRow, Mutation } from '@/domain/kernel';
import type { DocumentAnswer } from './documents';
import type { Reviewer } from './review-recusal';
import { fileChange, refusedReview, writeReview } from './review-records';
import type { BatchFile, OpenedBatch } from './reviews';
import type { Workbench } from './workbench';

type Pair = readonly [string, string];

function pairProblem({ row }: BatchFile, reviewers: readonly Reviewer[], pair: Pair): string | null {
  for (const name of pair) {
    const reviewer = reviewers.find((one) => one.name === name);
    if (reviewer?.unavailable) return `“${name}”${reviewer.unavailable}，不能评查，请换人`;
    const reason = reviewer?.aside.get(row.id);
    if (reason !== undefined) return `“${name}”应当回避“${row.values.number}”（${reason}），请换人`;
  }
  return pair[0] === pair[1] ? '两名评查员不能是同一人，请另选一人独立评分' : null;
}

/** Why a file has no pair: how many may score it, and who stands aside why. */
function missingText({ row }: BatchFile, reviewers: readonly Reviewer[], free: readonly string[]): string {
  const aside = reviewers.flatMap(({ name, unavailable, aside: from }) => {
    const reason = unavailable ?? from.get(row.id);
    return reason === undefined ? [] : [`${name}（${reason}）`];
  });
  const why = aside.length === 0 ? '' : `；回避或不能评查的：${aside.join('、')}`;
  return `“${row.values.number}”可以评分的只有${free.length}人，还差${2 - free.length}人${why}。请在批次登记中增加评查员`;
}

/** Names of those who may score a file. */
function eligibleFor({ row }: BatchFile, reviewers: readonly Reviewer[]): readonly string[] {
  return reviewers.filter((one) => one.unavailable === null && !one.aside.has(row.id)).map((one) => one.name);
}

function seatChange(opened: OpenedBatch, file: BatchFile, pair: Pair): Mutation {
  const status = opened.row.values.status === 'scoring' ? 'assigned' : 'registered';
  return fileChange(file.row, { firstReviewer: pair[0], secondReviewer: pair[1], status });
}

/** Names the two who score these files. Who has begun stays. */
export async function assignReviewers(
  bench: Workbench,
  opened: OpenedBatch,
  files: readonly BatchFile[],
  pair: Pair,
): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  const begun = files.find((file) => file.first !== 'none' || file.second !== 'none');
  if (begun) return refusedReview(`“${begun.row.values.number}”已开始评分，不能换评查员`);
  for (const file of files) {
    const problem = pairProblem(file, opened.reviewers, pair);
    if (problem !== null) return refusedReview(problem);
  }
  const mutations = files.map((file) => seatChange(opened, file, pair));
  return writeReview(bench, `分配评查员${files.length}件`, mutations);
}

/** Shares out all files that have no reviewers yet, evenly and with changing pairs. */
export async function shareOut(bench: Workbench, opened: OpenedBatch): Promise<DocumentAnswer<readonly LedgerRow[]>> {
  const files = opened.files.filter(({ row }) => row.values.firstReviewer === null);
  const eligible = files.map((file) => eligibleFor(file, opened.reviewers));
  const pairs = sharePairs(eligible);
  const mutations: Mutation[] = [];
  for (const [at, file] of files.entries()) {
    const pair = pairs[at] ?? null;
    if (pair === null) return refusedReview(missingText(file, opened.reviewers, eligible[at] ?? []));
    mutations.push(seatChange(opened, file, pair));
  }
  return writeReview(bench, `分配评查员${files.length}件`, mutations);
}
