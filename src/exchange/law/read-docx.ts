import { readNumbering, readStyleLists, type ListPlace, type Numbering } from './numbering';
import { attribute, xmlPieces } from './xml';

/** The parts of a .docx that are read, as text. */
export interface DocxParts {
  readonly document: string;
  readonly numbering: string;
  readonly styles: string;
}

interface Paragraph {
  text: string;
  style: string | null;
  list: string | null;
  level: number;
}

/** Elements whose text is not part of what a reader sees: fields' instructions, what was struck out, second renderings. */
const unseen = new Set(['w:instrText', 'w:delText', 'w:del', 'w:moveFrom', 'mc:Fallback', 'w:pict', 'w:txbxContent']);

const signs: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };

function placeOf(paragraph: Paragraph, styles: ReadonlyMap<string, ListPlace>, numbering: Numbering): ListPlace | null {
  // A list of number 0 takes the paragraph out of the list of its style.
  if (paragraph.list === '0') return null;
  const ofStyle = paragraph.style === null ? null : (styles.get(paragraph.style) ?? numbering.ofStyle(paragraph.style));
  return paragraph.list === null ? ofStyle : { list: paragraph.list, level: paragraph.level };
}

function takeProperty(paragraph: Paragraph, name: string, tag: string): void {
  if (name === 'w:pStyle') paragraph.style = attribute(tag, 'w:val');
  else if (name === 'w:numId') paragraph.list = attribute(tag, 'w:val');
  else if (name === 'w:ilvl') paragraph.level = Number(attribute(tag, 'w:val') ?? 0);
  else paragraph.text += signs[name] ?? '';
}

/**
 * The paragraphs of a .docx in reading order, table cells one behind another, each with the number that the word
 * processor counts before it (第一条 is often counted and not written).
 */
export function docxParagraphs({ document, numbering: lists, styles: styleXml }: DocxParts): readonly string[] {
  const numbering = readNumbering(lists);
  const styles = readStyleLists(styleXml);
  const found: string[] = [];
  const hidden: string[] = [];
  let paragraph: Paragraph | null = null;
  let inText = false;
  const close = (): void => {
    if (!paragraph) return;
    const place = paragraph.text.trim() === '' ? null : placeOf(paragraph, styles, numbering);
    const label = place ? numbering.label(place) : '';
    found.push(label === '' ? paragraph.text : `${label}\u3000${paragraph.text.trim()}`);
    paragraph = null;
  };
  for (const piece of xmlPieces(document)) {
    if (piece.kind === 'text') {
      if (inText && paragraph && hidden.length === 0) paragraph.text += piece.text;
      continue;
    }
    const { name, kind, tag } = piece;
    if (unseen.has(name) && kind !== 'single') {
      if (kind === 'open') hidden.push(name);
      else if (hidden.at(-1) === name) hidden.pop();
      continue;
    }
    if (hidden.length > 0) continue;
    if (name === 'w:t') inText = kind === 'open';
    else if (name === 'w:p' && kind === 'open') paragraph = { text: '', style: null, list: null, level: 0 };
    else if (name === 'w:p' && kind === 'close') close();
    else if (paragraph && kind !== 'close') takeProperty(paragraph, name, tag);
  }
  return found;
}
