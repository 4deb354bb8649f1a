import type { Cell } from './cell';

/** Signs that may part the fields of a line, likeliest first. */
const separators = [',', '\t', ';'] as const;

/** A sign that parts fields. */
export type Separator = (typeof separators)[number];

interface Scan {
  readonly text: string;
  readonly separator: Separator;
  at: number;
}

function readQuoted(scan: Scan): string {
  let value = '';
  scan.at += 1;
  for (;;) {
    const close = scan.text.indexOf('"', scan.at);
    if (close < 0) {
      value += scan.text.slice(scan.at);
      scan.at = scan.text.length;
      return value;
    }
    value += scan.text.slice(scan.at, close);
    scan.at = close + 1;
    if (scan.text.charAt(scan.at) !== '"') return value;
    value += '"';
    scan.at += 1;
  }
}

function isFieldEnd(code: number, separator: number): boolean {
  return code === separator || code === 10 || code === 13;
}

function readField(scan: Scan): string {
  const { text } = scan;
  const separator = scan.separator.charCodeAt(0);
  // ="0012" is how systems keep a spreadsheet from turning a code into a number.
  if (text.startsWith('="', scan.at)) scan.at += 1;
  const start = scan.at;
  const quoted = text.charAt(start) === '"' ? readQuoted(scan) : null;
  const rest = scan.at;
  while (scan.at < text.length && !isFieldEnd(text.charCodeAt(scan.at), separator)) scan.at += 1;
  return quoted === null ? text.slice(start, scan.at) : quoted + text.slice(rest, scan.at);
}

/**
 * Parts a text into records and fields (RFC 4180 and what systems make of it): quotes with doubled quotes inside, line
 * ends CR LF, LF or a lone CR, also mixed, and ="…" around a field. Fields stay text; empty ones are null.
 */
export function parseDelimited(text: string, separator: Separator): Cell[][] {
  const scan: Scan = { text, separator, at: 0 };
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  while (scan.at < text.length) {
    row.push(readField(scan) || null);
    const sign = text.charAt(scan.at);
    scan.at += 1;
    if (sign === separator) continue;
    if (sign === '\r' && text.charAt(scan.at) === '\n') scan.at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function outsideQuotes(line: string): string {
  return line.replace(/"[^"]*"/g, '');
}

/** The sign that parts the fields: the one that most lines hold in the same number, commas before tabs. Comma where none is found. */
export function guessSeparator(text: string): Separator {
  const lines = text
    .slice(0, 200_000)
    .split(/[\r\n]+/)
    .slice(0, 200)
    .map(outsideQuotes);
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of separators) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...counts].map(([count, times]) => times * times * Math.min(count, 10)));
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}
