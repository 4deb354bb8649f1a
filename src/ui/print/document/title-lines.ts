import { divideTitle, type TitleText } from '@/domain/document';
import { glyphsOf, widthOf } from './break-lines';
import type { Measure } from './form';
import { plain } from './text';

/** Lines of a text that is set as a title, by the widths of its characters. */
export function titleLines(title: TitleText, measure: Measure): readonly string[] {
  return divideTitle(title, (part) => widthOf(glyphsOf(plain(part, 'title'), title.size, measure), 0));
}
