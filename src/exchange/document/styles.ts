import { roleFonts, type FontRole } from '@/domain/fonts';
import { characters, linePitch, size, tightening } from './measures';
import { red } from './rules';

/** Styles of the document by their identifiers; a person sees their names in the list of styles. */
export const styleNames = {
  letterhead: '发文机关标志',
  title: '公文标题',
  text: '公文正文',
  line: '公文单行',
  cell: '公文表格',
  colophon: '公文版记',
  pageNumber: '公文页码',
} as const;
/** Identifier of a paragraph style. */
export type StyleId = keyof typeof styleNames;

/** Height of a line of the imprint, 8 mm, and of a page number, in twentieths of a point. */
export const smallLine = { colophon: 454, pageNumber: 400 } as const;

/** Name under which the offices' computers know the font of a role. */
export function officeFont(role: FontRole): string {
  return roleFonts[role].office[0].name;
}

function fonts(role: FontRole): string {
  const name = officeFont(role);
  return `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
}

interface Letters {
  readonly role: FontRole;
  readonly size: number;
  readonly spacing?: number;
  readonly color?: string;
}

function letters({ role, size: points, spacing = 0, color = '000000' }: Letters): string {
  const height = `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
  return (
    `<w:rPr>${fonts(role)}<w:color w:val="${color}"/><w:spacing w:val="${spacing}"/><w:kern w:val="0"/>` +
    `${height}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>`
  );
}

/**
 * Line breaking as in Chinese type: forbidden signs kept off the edges, no space put in by itself. Word and WPS may hang a
 * mark over the edge, as they do in every document unless told otherwise; LibreOffice reads that word the other way round and
 * hangs marks wherever it is missing or 0.
 */
const breaking =
  '<w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct/><w:topLinePunct w:val="0"/>' +
  '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>';

function exactly(line: number): string {
  return `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`;
}

function style(id: StyleId, paragraph: string, run: string): string {
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${styleNames[id]}"/>` +
    `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>${run}</w:style>`
  );
}

const baseLetters = letters({ role: 'fangsong', size: size.three, spacing: tightening });
const basePlace = `<w:pPr>${breaking}${exactly(linePitch)}<w:jc w:val="both"/></w:pPr>`;

/** The part word/styles.xml. The defaults are said twice, since some programs read them only in the style Normal. */
export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  `<w:docDefaults><w:rPrDefault>${baseLetters}</w:rPrDefault><w:pPrDefault>${basePlace}</w:pPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
  `${basePlace}${baseLetters}</w:style>`,
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>',
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>',
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  style('line', '', ''),
  style('text', `<w:ind w:firstLine="${characters(2)}"/>`, ''),
  style('letterhead', '<w:jc w:val="center"/>', letters({ role: 'title', size: 36, color: red })),
  style('title', '<w:jc w:val="center"/>', letters({ role: 'title', size: size.two })),
  style('cell', '<w:jc w:val="left"/>', letters({ role: 'fangsong', size: size.four })),
  style(
    'colophon',
    `${exactly(smallLine.colophon)}<w:jc w:val="left"/>`,
    letters({ role: 'fangsong', size: size.four }),
  ),
  style('pageNumber', exactly(smallLine.pageNumber), letters({ role: 'song', size: size.four })),
  '</w:styles>',
].join('');
