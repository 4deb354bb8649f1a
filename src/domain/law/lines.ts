import { tidy } from '../kernel';

/** A line of a law's text, freed of marks, with what it told by its place. */
export interface TextLine {
  readonly text: string;
  /** Written as a Markdown heading of the first level. */
  readonly title: boolean;
  /** An empty line stands before it, or it is indented: it begins a paragraph of its own. */
  readonly begins: boolean;
}

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&emsp;': ' ',
  '&ensp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

function withoutMarks(line: string): string {
  const plain = line
    .replace(/<!--.*?-->/g, '')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&[a-z]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/\*\*|__/g, '')
    .replace(/\\([.\-*_#()[\]])/g, '$1');
  return tidy(tidy(plain).replace(/^(#{1,6}|>|[*-])(?=[\s\u3000]|\*)[\s\u3000]*/, ''));
}

const betweenSigns =
  /(?<=[\u3001-\u303f\u3400-\u9fff\uff00-\uffef“”])[\s\u3000]+(?=[\u3001-\u303f\u3400-\u9fff\uff00-\uffef“”])/g;

/** Removes white space between two Chinese signs, as 总　则 and titles set wide have it. */
export function closeUp(text: string): string {
  return text.replace(betweenSigns, '');
}

/** Splits a text file's content (plain or Markdown) into lines; empty lines are left out but remembered. */
export function linesOfText(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let blank = true;
  for (const raw of text.replace(/<!--[\s\S]*?-->/g, '\n').split(/\r\n?|\n/)) {
    const plain = withoutMarks(raw);
    if (plain === '') {
      blank = true;
      continue;
    }
    const marked = /^\s*(#{1,6}\s|[>*-]\s|\*\*)/.test(raw);
    const begins = blank || marked || /^[\s\u3000]{2,}|^\u3000/.test(raw.replace(/^\ufeff/, ''));
    lines.push({ text: plain, title: /^\ufeff?\s*#\s/.test(raw), begins });
    blank = false;
  }
  return lines;
}

/**
 * Lines out of paragraphs that a word processor kept apart; a line break inside a paragraph parts it too. Marks of Markdown
 * that were pasted along are taken off.
 */
export function linesOfParagraphs(paragraphs: readonly string[]): readonly TextLine[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.split('\n').flatMap((part) => {
      const text = withoutMarks(part);
      return text === '' ? [] : [{ text, title: /^\s*#\s/.test(part), begins: true }];
    }),
  );
}
