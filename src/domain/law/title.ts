import { closeUp, type TextLine } from './lines';

const kinds =
  '法|法典|条例|规定|办法|细则|决定|决议|规则|意见|通知|通告|公告|批复|函|解释|规程|规范|制度|方案|准则|标准|基准|纲要|规划|要点|清单|指引|指南|宪法';
const titlePattern = new RegExp(`(${kinds})([（(][^）)]{1,12}[）)])?$`);
const notATitle = /[。；;，,：:]|^[（(]|^\d{4}年|令$|公\s*告$|^第\s*[\d一二三四五六七八九十百]+\s*号/;
const organ = /(会|府|院|部|局|厅|委|公室|主席|总理|省长|市长|主任)$/;
const documentNumber = /^([\u4e00-\u9fff]{1,12}[〔[［(（]\d{4}[〕\]］)）]\s*\d+\s*号)\s*/;

/** The title of a law or document with what stood in the same line or in the lines around it. */
export interface FoundTitle {
  readonly title: string;
  /** 国办发〔2018〕118号, where it stands before the title or on a line of its own. */
  readonly documentNo: string | null;
  /** The lines of the head that are not the title. */
  readonly rest: readonly TextLine[];
}

/** The document number 国办发〔2018〕118号 at the beginning of a text, written with 〔〕; null where there is none. */
export function leadingDocumentNumber(text: string): { readonly number: string; readonly rest: string } | null {
  const match = documentNumber.exec(text);
  if (!match?.[1]) return null;
  const number = match[1]
    .replace(/[[［(（]/, '〔')
    .replace(/[\]］)）]/, '〕')
    .replace(/\s/g, '');
  return { number, rest: text.slice(match[0].length) };
}

function isWhole(text: string): boolean {
  return titlePattern.test(text) && text.length <= 120 && !notATitle.test(text);
}

/** A title set in several lines: what stands right above belongs to it, unless it is an organ, a number or a sentence. */
function withLinesAbove(head: readonly TextLine[], at: number): { readonly text: string; readonly first: number } {
  let text = closeUp(head[at]?.text ?? '');
  let first = at;
  while (first > 0 && text.length <= 100) {
    const above = closeUp(head[first - 1]?.text ?? '');
    const apart = notATitle.test(above) || organ.test(above) || titlePattern.test(above);
    if (apart || above.length > 60 || leadingDocumentNumber(above)) break;
    text = above + text;
    first -= 1;
  }
  return { text, first };
}

function taken(title: string, head: readonly TextLine[], first: number, last: number): FoundTitle {
  const numbered = leadingDocumentNumber(title);
  const others = head.filter((_, at) => at < first || at > last);
  const alone = others.map((line) => leadingDocumentNumber(closeUp(line.text))).find((one) => one?.rest === '');
  const bare = (numbered?.rest ?? title).replace(/\s*[（(][^（(]*(通过|公布|修订|修正)[^）)]*[）)]$/, '');
  const rest = others.filter((line) => closeUp(line.text) !== title);
  return { title: closeUp(bare).trim(), documentNo: numbered?.number ?? alone?.number ?? null, rest };
}

/**
 * Finds the title among the lines before the first chapter or article: a Markdown title, else the last line that ends
 * like the name of a law (条例, 办法, 意见 ...), else the name of the file.
 * @param fileName with its ending.
 */
export function findTitle(head: readonly TextLine[], fileName: string): FoundTitle {
  const marked = head.findIndex((line) => line.title);
  if (marked >= 0) return taken(closeUp(head[marked]?.text ?? ''), head, marked, marked);
  for (let at = head.length - 1; at >= 0; at -= 1) {
    const own = closeUp(head[at]?.text ?? '');
    const stripped = leadingDocumentNumber(own)?.rest ?? own;
    if (!isWhole(stripped)) continue;
    const { text, first } = withLinesAbove(head, at);
    return taken(text, head, first, at);
  }
  const named = fileName.replace(/\.[^.]*$/, '').replace(/[（(]\d{4}[^）)]*[）)]$/, '');
  return { ...taken(named, head, 0, -1), rest: head };
}
