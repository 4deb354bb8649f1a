import { invitedNames, standsAside, withRecusal, type ReviewBatch } from '@/domain/file-review';
import { unitsOf } from './draw-objects';
import { crewOf, type Crew } from './draw-people';
import { bodiesOf, fileChange, refusedReview, writeReview, type FileRow } from './review-records';
import type { Workbench } from './workbench';

/** Somebody who may score for a batch. */
export interface Reviewer {
  /** As the seats name them: people of one name with their unit. */
  readonly name: string;
  /** Why they can score nothing at all: not on duty, no longer among the experts. */
  readonly unavailable: string | null;
  /** Why they stand aside from a file, by the file's id. */
  readonly aside: ReadonlyMap<string, string>;
  /** What a look is needed at. */
  readonly hints: readonly string[];
}

/** The name of a seat for somebody of the registers; somebody invited by the same name has it bare. */
function seatName({ person: { name, unit } }: Crew, invited: readonly string[]): string {
  return invited.includes(name) && unit !== '' ? `${name}（${unit}）` : name;
}

/**
 * Those who may score for a batch, with what keeps each from which file: the own unit and units of the past two years by
 * the registers, as in a draw, and what was declared (广东省行政执法案卷评查办法 art. 10).
 */
export async function reviewersOf(
  bench: Workbench,
  batch: ReviewBatch,
  files: readonly FileRow[],
): Promise<readonly Reviewer[]> {
  const entities = files.map((file) => file.values.entity);
  const units = await unitsOf(bench, entities);
  const bodies = await bodiesOf(bench, entities);
  const objects = files.map((file) => ({ object: { id: file.id }, units: units.get(file.values.entity) ?? [] }));
  const { reviewers, experts, supervisors } = batch;
  const chosen = { 'supervision-staff': reviewers ?? [], expert: experts ?? [], 'lay-supervisor': supervisors ?? [] };
  const crew = await crewOf(bench, chosen, objects, []);
  const said = (name: string): readonly (readonly [string, string])[] =>
    files.flatMap((file) => {
      const body = bodies.get(file.values.entity);
      const bodyNames = [body?.name ?? null, body?.shortName ?? null];
      const reason = standsAside(name, { bodyNames, recusals: file.values.recusals });
      return reason === null ? [] : [[file.id, reason] as const];
    });
  const called = invitedNames(batch.invited);
  const registered = crew.map((one): Reviewer => {
    const name = seatName(one, called);
    const ruled = one.person.recusals.map(({ object, reason }) => [object, reason] as const);
    return { name, unavailable: one.unavailable, aside: new Map([...said(name), ...ruled]), hints: one.hints };
  });
  const taken = new Set(registered.map((one) => one.name));
  const invited = called
    .filter((name, at, all) => !taken.has(name) && all.indexOf(name) === at)
    .map((name): Reviewer => ({ name, unavailable: null, aside: new Map(said(name)), hints: [] }));
  return [...registered, ...invited];
}

/** Enters that somebody stands aside from some files, with the reason. */
export function declareRecusal(bench: Workbench, files: readonly FileRow[], name: string, reason: string) {
  if (reason.trim() === '') return Promise.resolve(refusedReview('请填写回避的原因', 'reason'));
  const seated = files.find(({ values }) => values.firstReviewer === name || values.secondReviewer === name);
  if (seated) {
    return Promise.resolve(refusedReview(`“${name}”已是“${seated.values.number}”的评查员，请先另行指定评查员`));
  }
  const change = { name, reason: reason.trim() };
  return writeReview(
    bench,
    '登记评查回避',
    files.map((file) => fileChange(file, { recusals: withRecusal(file.values.recusals, change) })),
  );
}
