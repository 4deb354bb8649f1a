import { AlignmentType, LineRuleType, Paragraph, TabStopType, type IParagraphOptions } from 'docx';
import { linePitch, twips, typeWidth } from './measures';
import type { StyleId } from './styles';
import { runsOf, type Words } from './text';

/** Where a line stands. Millimetres from the edges of the type area. */
export interface Place {
  readonly style?: StyleId;
  readonly align?: 'left' | 'center' | 'right';
  readonly left?: number;
  readonly right?: number;
  /** How much the first line begins before the others; negative where it begins after them. */
  readonly hanging?: number;
  /** Height of its lines in twentieths of a point, that of the style where it is left out. */
  readonly height?: number;
  /** Above and below it, in twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  /** Whether it stays on one page with what follows. */
  readonly keep?: boolean;
  readonly newPage?: boolean;
  /** Places at which its tabs centre or end what follows them. */
  readonly tabs?: readonly { readonly at: number; readonly align: 'center' | 'right' }[];
  readonly frame?: NonNullable<IParagraphOptions['frame']>;
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const tabs = { center: TabStopType.CENTER, right: TabStopType.RIGHT } as const;

function indentOf({ left = 0, right = 0, hanging = 0 }: Place): Pick<IParagraphOptions, 'indent'> {
  if (left === 0 && right === 0 && hanging === 0) return {};
  const first = hanging < 0 ? { firstLine: twips(-hanging) } : { hanging: twips(hanging) };
  return { indent: { left: twips(left), right: twips(right), ...(hanging === 0 ? {} : first) } };
}

function spacingOf({ height, before, after }: Place): Pick<IParagraphOptions, 'spacing'> {
  if (height === undefined && before === undefined && after === undefined) return {};
  return {
    spacing: {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(height === undefined ? {} : { line: height, lineRule: LineRuleType.EXACT }),
    },
  };
}

/** A paragraph of words at its place. */
export function line(content: readonly Words[], place: Place = {}): Paragraph {
  return new Paragraph({
    style: place.style ?? 'line',
    children: runsOf(content),
    ...indentOf(place),
    ...spacingOf(place),
    ...(place.align ? { alignment: alignments[place.align] } : {}),
    ...(place.keep ? { keepNext: true } : {}),
    ...(place.newPage ? { pageBreakBefore: true } : {}),
    ...(place.frame ? { frame: place.frame } : {}),
    ...(place.tabs
      ? {
          tabStops: place.tabs.map(({ at, align }) => ({
            type: tabs[align],
            position: Math.min(twips(at), typeWidth),
          })),
        }
      : {}),
  });
}

/** Empty lines; `keep` holds them together with what follows, `height` is that of each in twentieths of a point. */
export function blankLines(count: number, keep = false, height = linePitch): Paragraph[] {
  return Array.from({ length: count }, () => line([], { keep, ...(height === linePitch ? {} : { height }) }));
}
