import { TextRun, type IRunOptions, type Run } from 'docx';
import { advanceOf, type FontRole } from '@/domain/fonts';
import { size, tightening } from './measures';
import { officeFont } from './styles';

/** Text in one font, or a drawing. */
export type Words = { readonly text: string; readonly options: IRunOptions } | Run;

/** Signs that XML cannot hold; they come along when text is pasted from elsewhere. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Text for a line.
 * @param role font it is set in; that of the line's style where it is left out
 */
export function words(text: string, role?: FontRole, more: IRunOptions = {}): Words {
  if (role === undefined) return { text, options: more };
  const name = officeFont(role);
  const font = { hint: 'eastAsia', ascii: name, eastAsia: name, hAnsi: name, cs: name };
  return { text, options: { ...more, font } };
}

/** Runs of a line; a line break for each line end in them. */
export function runsOf(parts: readonly Words[]): Run[] {
  return parts.flatMap((part) => {
    if (!('text' in part)) return [part];
    const lines = part.text.replace(unwritable, '').split(/\r\n|\r|\n/);
    return lines.map((text, at) => new TextRun({ ...part.options, text, ...(at > 0 ? { break: 1 } : {}) }));
  });
}

/** Width of a text in millimetres, as it stands in a line: 3号 is set tighter, other sizes (in points) are not. */
export function widthOf(text: string, role: FontRole = 'fangsong', type: number = size.three): number {
  const tight = type === size.three ? tightening / 20 : 0;
  const points = [...text].reduce((sum, sign) => sum + advanceOf(role, sign) * type + tight, 0);
  return (points * 25.4) / 72;
}
