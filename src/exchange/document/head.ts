import { FrameAnchorType, FrameWrap, HeightRule, type Paragraph } from 'docx';
import type { DocumentModel } from '@/domain/document';
import type { FontRole } from '@/domain/fonts';
import { titleLine, titleRows } from './body';
import { blankLines, line, type Place } from './line';
import {
  area,
  gridRowAt,
  linePitch,
  millimetres,
  page,
  pitch,
  size,
  snugLine,
  titleLift,
  sink,
  twips,
  typeWidth,
} from './measures';
import { redRule, type Rule } from './rules';
import { words, type Words } from './text';

/** What is seen of large 小标宋 characters, as shares of their size from the upper edge of their square. */
const seen = { top: 0.04, bottom: 0.97 } as const;
/** 武文线 and its mirror: a thick and a thin rule. */
const double = { thick: 0.6, gap: 0.3, thin: 0.2, length: 170 } as const;
const doubleHeight = double.thick + double.gap + double.thin;
const cell = millimetres(size.three);

/** A letterhead: its place, with the upper edge of the squares of its characters and the lower edge of what is seen. */
interface Mast {
  readonly text: string;
  /** Size in points, in halves. */
  readonly type: number;
  /** Between its characters, in twentieths of a point. */
  readonly spacing: number;
  readonly top: number;
  readonly bottom: number;
}

/** The letterhead as large as it may be and fits; few characters are set apart. Millimetres from the page's upper edge. */
function mastOf(text: string, edge: number, largest: number): Mast {
  const count = Math.max(1, [...text].length);
  const type = Math.floor(Math.min(largest, area.width / count) * (72 / 25.4) * 2) / 2;
  const square = millimetres(type);
  const apart = count < 2 ? 0 : Math.min(0.35 * square, (area.width * 0.72 - count * square) / (count - 1));
  const top = edge - seen.top * square;
  return { text, type, spacing: twips(Math.max(0, apart)), top, bottom: top + seen.bottom * square };
}

/** The last character is followed by no space, else the letterhead would stand left of the middle. */
function mastWords({ text, type, spacing }: Mast): Words[] {
  const signs = [...text];
  const height = { size: type * 2 };
  return [
    words(signs.slice(0, -1).join(''), undefined, { ...height, characterSpacing: spacing }),
    words(signs.slice(-1).join(''), undefined, height),
  ];
}

/** A double rule 170 mm wide in the middle of the page, its upper edge at a height. */
function doubleRule(top: number, thickAbove: boolean): Rule[] {
  const [first, second] = thickAbove ? [double.thick, double.thin] : [double.thin, double.thick];
  const place = { from: 'page', left: (210 - double.length) / 2, width: double.length } as const;
  return [
    { ...place, top, weight: first },
    { ...place, top: top + first + double.gap, weight: second },
  ];
}

/** Number as printed; year and number are left open while there are none. */
function numberText(model: DocumentModel): string {
  return model.number ?? '〔    〕  号';
}

interface Sign {
  readonly text: string;
  readonly role: FontRole;
}

/** 份号, 密级和保密期限, 紧急程度: those there are, in their order. */
function signs(model: DocumentModel): Sign[] {
  const list = [
    { text: model.copyNo, role: 'fangsong' as const },
    { text: model.secrecy, role: 'hei' as const },
    { text: model.urgency, role: 'hei' as const },
  ];
  return list.flatMap(({ text, role }) => (text ? [{ text, role }] : []));
}

/** Two empty lines that fill what is between a line that ends at a height and another that begins at one; millimetres. */
function between(end: number, begin: number): Paragraph[] {
  return blankLines(2, false, twips((begin - end) / 2));
}

/** Names of organs, which a title does not divide. */
function namesIn(model: DocumentModel): readonly string[] {
  return [model.letterhead, ...model.addressees, ...(model.signature?.organs ?? [])];
}

/** Where a letter's letterhead, first rule and number stand (10.1). */
function letterPlaces(model: DocumentModel) {
  const mast = mastOf(model.letterhead, 30, 18.4);
  const rule = mast.bottom + 4;
  return { mast, rule, number: rule + doubleHeight + millimetres(size.three) * (7 / 8) };
}

/** The double red rules of a letter's first page: 4 mm below the letterhead, and 20 mm from the page's lower edge (10.1). */
export function letterRules(model: DocumentModel): Paragraph {
  const { rule } = letterPlaces(model);
  const rules = [...doubleRule(rule, true), ...doubleRule(297 - 20 - doubleHeight / 2, false)];
  return line(rules.map((each, at) => redRule(each, at + 1)));
}

/**
 * Head of a letter: the letterhead 30 mm below the paper's edge, in a frame since that is above the type area; under the
 * first rule the number at the right and 份号, 密级, 紧急程度 at the left; the title two rows below the last of them (10.1).
 */
export function letterHead(model: DocumentModel): Paragraph[] {
  const { mast, number } = letterPlaces(model);
  const [first, ...rest] = signs(model);
  const begin = number - sink;
  const end = begin + (rest.length + 1) * pitch;
  const letterhead = line(mastWords(mast), {
    style: 'letterhead',
    height: snugLine(mast.type),
    frame: {
      type: 'absolute',
      position: { x: page.left, y: twips(mast.top) },
      width: typeWidth,
      height: twips(begin - mast.top),
      rule: HeightRule.EXACT,
      wrap: FrameWrap.NOT_BESIDE,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  });
  const atEdges: Place = { align: 'left', tabs: [{ at: area.width, align: 'right' }] };
  return [
    letterhead,
    line([...(first ? [words(first.text, first.role)] : []), words(`\t${numberText(model)}`)], atEdges),
    ...rest.map((sign) => line([words(sign.text, sign.role)])),
    ...between(end, gridRowAt(number + (rest.length + 3) * pitch) - sink),
    ...titleRows(model.title, namesIn(model)),
  ];
}

/** 份号 in the first row, 密级 in the second, 紧急程度 after them, or first where it is alone (7.2). */
function signRows(model: DocumentModel): readonly (Sign | null)[] {
  const rows: (Sign | null)[] = [null, null, null];
  if (model.copyNo) rows[0] = { text: model.copyNo, role: 'fangsong' };
  if (model.secrecy) rows[1] = { text: model.secrecy, role: 'hei' };
  if (model.urgency) rows[model.secrecy ? 2 : model.copyNo ? 1 : 0] = { text: model.urgency, role: 'hei' };
  return rows;
}

/** Number in the middle, or with a signer both one character in from the edges; the red rule 4 mm below (7.2.5 - 7.2.7). */
function fileNumber(model: DocumentModel): Paragraph {
  const middle = sink + millimetres(size.three) + 4;
  const rule = redRule({ from: 'paragraph', top: middle - 0.25, left: area.left, width: area.width, weight: 0.5 }, 1);
  if (!model.signer) return line([words(numberText(model)), rule], { align: 'center' });
  return line([words(`${numberText(model)}\t签发人：`), words(model.signer, 'kai'), rule], {
    align: 'left',
    left: cell,
    tabs: [{ at: area.width - cell, align: 'right' }],
  });
}

/** Head of a file or of minutes: letterhead 35 mm below the upper edge of the type area, number two rows below (7.2, 10.3). */
export function fileHead(model: DocumentModel): Paragraph[] {
  const mast = mastOf(model.letterhead, area.top + 35, 19);
  const number = mast.bottom + 2 * pitch;
  const rule = number + millimetres(size.three) + 4;
  const begin = number - sink;
  const end = millimetres(snugLine(mast.type) / 20) + mast.top;
  return [
    ...signRows(model).map((sign) => line(sign ? [words(sign.text, sign.role)] : [])),
    line(mastWords(mast), {
      style: 'letterhead',
      height: snugLine(mast.type),
      before: twips(mast.top - area.top + sink) - 3 * linePitch,
    }),
    ...between(end, begin),
    fileNumber(model),
    ...between(begin + pitch, gridRowAt(rule + 2 * pitch) - sink),
    ...titleRows(model.title, namesIn(model)),
  ];
}

/** The organ in the middle of a row, beside the last of the signs where there are any. */
function organRow(organ: string, sign: Sign | undefined): Paragraph {
  if (!sign) return titleLine(organ);
  const middle = words(`\t${organ}`, 'title', { size: size.two * 2 });
  const tabs = [{ at: area.width / 2, align: 'center' as const }];
  return line([words(sign.text, sign.role), middle], { align: 'left', keep: true, tabs });
}

/** 文书式: organ and title in the middle, number at the right edge, all black. */
export function formHead(model: DocumentModel): Paragraph[] {
  const marks = signs(model);
  const last = marks.at(-1);
  return [
    ...marks.slice(0, -1).map((sign) => line([words(sign.text, sign.role)], { keep: true })),
    organRow(model.letterhead, last),
    titleLine(model.title, Math.round(linePitch / 4) - (last ? 0 : titleLift), namesIn(model)),
    line([words(numberText(model))], { align: 'right', before: Math.round(linePitch * 0.75) - titleLift, keep: true }),
    ...blankLines(1, true),
  ];
}
