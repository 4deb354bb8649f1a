import type { RectificationMeasure } from './rectification-measure';

/** A measure as a list names it: what, by whom, until when. */
type Named = Pick<RectificationMeasure, 'measure' | 'responsible' | 'dueOn'>;

/** Characters shown of a long measure. */
const shown = 40;

function nameOf({ measure, responsible, dueOn }: Named): string {
  const what = measure.length > shown ? `${measure.slice(0, shown)}…` : measure;
  const facts = [responsible && `责任人${responsible}`, dueOn && `时限${dueOn}`].filter(Boolean).join('，');
  return facts === '' ? what : `${what}（${facts}）`;
}

/** Why a finding is not closed: the measures that are not finished, one after another. */
export function unfinishedText(measures: readonly Named[]): string {
  const list = measures.map((one, at) => `${at + 1}. ${nameOf(one)}`).join('；');
  return `还有${measures.length}项整改措施没有完成，不能销号：${list}。请先在“整改措施”中登记完成情况`;
}
