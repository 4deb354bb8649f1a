import { isInvisible, shippedFor } from './coverage';
import { roleFonts, type FontRole } from './roles';

/** A piece of a document: where it stands, as the person knows the place, its text and the role of its font. */
export interface PrintedPart {
  readonly where: string;
  readonly text: string;
  readonly role: FontRole;
}

/** A character that does not come from the font of its role. */
export interface CharacterFinding {
  readonly character: string;
  readonly where: string;
  readonly role: FontRole;
  /** missing: no shipped font has it, it may come out as an empty box; replaced: it comes from another font. */
  readonly outcome: 'missing' | 'replaced';
}

/**
 * Finds, before printing, every character that the shipped font of its role lacks. Each character is named once a place
 * and role, in the order of the text. An office font that is installed may have more characters; none is relied on.
 */
export function findUnprintable(parts: readonly PrintedPart[]): readonly CharacterFinding[] {
  const findings = new Map<string, CharacterFinding>();
  for (const { where, text, role } of parts) {
    for (const character of new Set(text)) {
      if (isInvisible(character)) continue;
      const from = shippedFor(role, character);
      if (from === 'own') continue;
      const outcome = from === 'rare' ? 'replaced' : 'missing';
      findings.set(`${character}\n${role}\n${where}`, { character, where, role, outcome });
    }
  }
  return [...findings.values()];
}

/** A character as a sentence can name it; control, private and broken ones have only their number. */
function nameOf(character: string): string {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^[\p{C}\p{Z}]$/u.test(character) ? `编码为 ${number} 的字符` : `“${character}”（${number}）`;
}

/** The finding in words: what, where, and what to do. */
export function findingSentence(finding: CharacterFinding): string {
  const { label } = roleFonts[finding.role];
  const named = nameOf(finding.character);
  return finding.outcome === 'missing'
    ? `${finding.where}里的${named}印不出来：随软件提供的字体里没有它。请换一种写法，或删去后打印，再在纸上手写补上。`
    : `${finding.where}里的${named}不在随软件提供的${label}里，由补字字体（宋体样式）印出。`;
}
