import type { DocumentData } from '../document';
import type { Inspection } from './inspection';

/** The kind of document by which an inspection is announced. */
export const noticeKind = 'supervision-inspection-notice';

function linesOf(text: string | null): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * What an inspection says for its notice, by the names of the kind's fields. What it does not say is left to the kind's
 * presets and to the drafter.
 * @param labelOf label of a code of a table.
 */
export function noticeData(
  values: Inspection,
  labelOf: (table: 'supervision-mode' | 'inspection-method', code: string) => string,
): DocumentData {
  const content = linesOf(values.content);
  const ways = (values.method ?? []).map((code) => labelOf('inspection-method', code));
  // The leader is named first.
  const team = [...(values.team ?? [])].sort((a, b) => Number(b === values.leader) - Number(a === values.leader));
  return {
    method: labelOf('supervision-mode', values.mode),
    subject: values.title,
    ...(content.length > 0 ? { content } : {}),
    ...(ways.length > 0 ? { ways } : {}),
    ...(values.place === null ? {} : { place: values.place }),
    startsOn: values.plannedOn,
    team,
  };
}
