import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Edges in millimetres from the left and upper edge of the sheet. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Text on one height of a page, as the PDF says it. Its upper and lower edges depend on the font; {@link PdfPage.ink} does not. */
export interface PdfLine extends Edges {
  readonly text: string;
  /** Pieces with wide gaps between them: number and signs on one height. */
  readonly pieces: readonly (Edges & { readonly text: string })[];
}

/** A level rule as it is seen. */
export interface PdfRule extends Edges {
  readonly thickness: number;
  readonly red: boolean;
}

/** A page of a PDF, measured: its text from the file, everything else from its picture at 0.1 mm a pixel. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
  /** Rules longer than 60 mm, from top to bottom. */
  readonly rules: readonly PdfRule[];
  /** Bounds of what is printed inside a box, in any colour or only in red; null where nothing is. */
  ink(box: Edges, colour?: 'any' | 'red'): Edges | null;
}

/** Pixels a millimetre. */
const fine = 10;
const point = 25.4 / 72;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly red: (x: number, y: number) => boolean;
  readonly inked: (x: number, y: number) => boolean;
}

function readPicture(file: string): Picture {
  const bytes = readFileSync(file);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('not a picture');
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length];
  const at = (x: number, y: number, part: number): number => bytes[start + (y * width + x) * 3 + part] ?? 255;
  return {
    width,
    height,
    red: (x, y) => at(x, y, 0) > 140 && at(x, y, 1) < 140 && at(x, y, 2) < 140,
    inked: (x, y) => Math.min(at(x, y, 0), at(x, y, 1), at(x, y, 2)) < 140,
  };
}

function rowRuns(picture: Picture, y: number): { left: number; right: number }[] {
  const runs: { left: number; right: number }[] = [];
  let from = -1;
  for (let x = 0; x <= picture.width; x += 1) {
    const inked = x < picture.width && picture.inked(x, y);
    if (inked && from < 0) from = x;
    if (!inked && from >= 0) {
      if (x - from > 60 * fine) runs.push({ left: from / fine, right: x / fine });
      from = -1;
    }
  }
  return runs;
}

function rulesOf(picture: Picture): PdfRule[] {
  const rules: PdfRule[] = [];
  for (let y = 0; y < picture.height; y += 1) {
    for (const run of rowRuns(picture, y)) {
      const last = rules.at(-1);
      const red = picture.red(Math.round(((run.left + run.right) / 2) * fine), y);
      if (last && Math.abs(last.bottom - y / fine) < 0.01 && Math.abs(last.left - run.left) < 1) {
        rules[rules.length - 1] = { ...last, bottom: (y + 1) / fine, thickness: (y + 1) / fine - last.top };
      } else rules.push({ ...run, top: y / fine, bottom: (y + 1) / fine, thickness: 1 / fine, red });
    }
  }
  return rules;
}

function inkOf(picture: Picture, box: Edges, colour: 'any' | 'red'): Edges | null {
  const seen = colour === 'red' ? picture.red : picture.inked;
  const found = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value * fine)));
  for (let y = clamp(box.top, picture.height); y < clamp(box.bottom, picture.height); y += 1) {
    for (let x = clamp(box.left, picture.width); x < clamp(box.right, picture.width); x += 1) {
      if (!seen(x, y)) continue;
      found.left = Math.min(found.left, x / fine);
      found.right = Math.max(found.right, (x + 1) / fine);
      found.top = Math.min(found.top, y / fine);
      found.bottom = Math.max(found.bottom, (y + 1) / fine);
    }
  }
  return found.top === Infinity ? null : found;
}

type Word = Edges & { readonly text: string };

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function wordsOf(page: string): Word[] {
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return [...page.matchAll(pattern)].map(([, left, top, right, bottom, text = '']) => ({
    left: Number(left) * point,
    top: Number(top) * point,
    right: Number(right) * point,
    bottom: Number(bottom) * point,
    text: text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity),
  }));
}

function around(parts: readonly Edges[]): Edges {
  return {
    left: Math.min(...parts.map((part) => part.left)),
    right: Math.max(...parts.map((part) => part.right)),
    top: Math.min(...parts.map((part) => part.top)),
    bottom: Math.max(...parts.map((part) => part.bottom)),
  };
}

const middle = (edges: Edges): number => (edges.top + edges.bottom) / 2;

function lineOf(words: readonly Word[]): PdfLine {
  const inOrder = [...words].sort((one, other) => one.left - other.left);
  const groups: Word[][] = [];
  for (const word of inOrder) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && word.left - before.right < 12) group.push(word);
    else groups.push([word]);
  }
  const text = (part: readonly Word[]): string => part.map((word) => word.text).join('');
  const pieces = groups.map((group) => ({ ...around(group), text: text(group) }));
  return { ...around(words), text: text(inOrder), pieces };
}

/** Words of like height, within a fifth of their size, are a line. */
function linesOf(words: readonly Word[]): PdfLine[] {
  const groups: Word[][] = [];
  for (const word of [...words].sort((one, other) => middle(one) - middle(other))) {
    const group = groups.find(([first]) => first && Math.abs(middle(first) - middle(word)) < 2);
    if (group) group.push(word);
    else groups.push([word]);
  }
  return groups.map(lineOf).sort((one, other) => middle(one) - middle(other));
}

/**
 * Measures a PDF, whoever made it. Needs poppler's pdftotext and pdftoppm.
 *
 * @param file path of the PDF
 */
export function readPdfPages(file: string): PdfPage[] {
  const text = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const folder = mkdtempSync(join(tmpdir(), 'pdf-pages-'));
  try {
    execFileSync('pdftoppm', ['-r', String(fine * 25.4), file, join(folder, 'page')]);
    const pictures = readdirSync(folder).sort();
    return [...text.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map((page, at) => {
      const picture = readPicture(join(folder, pictures[at] ?? ''));
      return {
        width: Number(page[1]) * point,
        height: Number(page[2]) * point,
        lines: linesOf(wordsOf(page[3] ?? '')),
        rules: rulesOf(picture),
        ink: (box, colour = 'any') => inkOf(picture, box, colour),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
