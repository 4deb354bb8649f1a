import coverage from '#resources/fonts/coverage.json';
import { fontRoles, type FontRole } from './roles';

/** Runs of code points, sorted: first and last of each. */
interface Runs {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

/** One shipped font: what it can print, and advances that are not a whole em. */
interface Face {
  readonly runs: readonly Runs[];
  /** Code point to thousandths of an em. */
  readonly narrow: ReadonlyMap<number, number>;
}

/** Reads '4E00-4E03 4E07'. */
function pairsOf(text: string): readonly (readonly [number, number])[] {
  return text
    .split(' ')
    .filter((run) => run !== '')
    .map((run) => {
      const [first = '', last = first] = run.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });
}

function runsOf(text: string): Runs {
  const pairs = pairsOf(text);
  return { first: Uint32Array.from(pairs, (pair) => pair[0]), last: Uint32Array.from(pairs, (pair) => pair[1]) };
}

function narrowOf(widths: Readonly<Record<string, string>>): ReadonlyMap<number, number> {
  const narrow = new Map<number, number>();
  for (const [width, text] of Object.entries(widths)) {
    for (const [first, last] of pairsOf(text)) {
      for (let code = first; code <= last; code += 1) narrow.set(code, Number(width));
    }
  }
  return narrow;
}

/** Whether a code point lies in one of the runs, by halving. */
function within(runs: Runs, code: number): boolean {
  let low = 0;
  let high = runs.first.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (runs.first[middle] ?? 0)) high = middle - 1;
    else if (code > (runs.last[middle] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

interface Faces {
  readonly roles: Readonly<Record<FontRole, Face>>;
  readonly rare: Face;
}

let faces: Faces | null = null;

/** Reads the tables once, when they are first needed. */
function readFaces(): Faces {
  if (faces !== null) return faces;
  const common = runsOf(coverage.common);
  const face = (role: FontRole): Face => ({
    runs: [common, runsOf(coverage.roles[role].ranges)],
    narrow: narrowOf(coverage.roles[role].widths),
  });
  faces = {
    roles: Object.fromEntries(fontRoles.map((role) => [role, face(role)])) as Record<FontRole, Face>,
    rare: { runs: [runsOf(coverage.rare.ranges)], narrow: narrowOf(coverage.rare.widths) },
  };
  return faces;
}

function has(face: Face, code: number): boolean {
  return face.runs.some((runs) => within(runs, code));
}

/** Line ends, joiners, marks of direction and variation selectors: they take no room and leave no mark. */
const zeroWidth = /^[\n\r\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]$/u;
/** Tabs, and spaces that a text engine makes itself where a font has none. */
const blank = /^[\t\u2000-\u200a\u202f\u205f]$/;

/** Whether a character leaves no mark on paper, whatever the font. */
export function isInvisible(character: string): boolean {
  return zeroWidth.test(character) || blank.test(character);
}

/** Which shipped font prints a character: the role's own, the one for rare characters, or none. */
export function shippedFor(role: FontRole, character: string): 'own' | 'rare' | 'none' {
  const code = character.codePointAt(0) ?? 0;
  const { roles, rare } = readFaces();
  if (has(roles[role], code)) return 'own';
  return has(rare, code) ? 'rare' : 'none';
}

/**
 * Advance width of a character when the shipped fonts print it.
 * @param character one character; of a longer text the first is measured
 * @returns em: 1 for full-width signs and for what no shipped font has, 0 for line ends and zero-width marks
 */
export function advanceOf(role: FontRole, character: string): number {
  const [first = ''] = character;
  if (zeroWidth.test(first)) return 0;
  const code = first.codePointAt(0) ?? 0;
  const { roles, rare } = readFaces();
  const face = has(roles[role], code) ? roles[role] : rare;
  return (face.narrow.get(code) ?? 1000) / 1000;
}
