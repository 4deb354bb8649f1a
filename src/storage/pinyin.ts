import { pinyin } from 'pinyin-pro';

/** First and last character of the CJK Unified Ideographs block with readings. */
const first = 0x4e00;
const last = 0x9fff;

/** Readings of Chinese characters, made once from the library's dictionary. */
export interface ReadingTable {
  /**
   * Where a character stands when Chinese is ordered by sound: syllable, tone, then code point; 0 where it has no reading.
   * Index: code unit minus 0x4e00.
   */
  readonly order: Uint16Array;
  /** The same for a character that begins a person's name, where some surnames are read in their own way. */
  readonly surnameOrder: Uint16Array;
  /** For every code unit, one bit per letter (a = 1) with which any of its readings begins; letters have their own. */
  readonly initials: Uint32Array;
  /** Readings without tones, in small letters, ü as v; with the surname's. Empty for anything else. */
  readonly readings: (codeUnit: number) => readonly string[];
}

interface Character {
  readonly code: number;
  readonly readings: readonly string[];
  readonly surname: string;
}

function readCharacter(code: number): Character | null {
  const sign = String.fromCharCode(code);
  const readings = pinyin(sign, { multiple: true, type: 'array', toneType: 'num', v: true });
  if (!/^[a-z]+\d$/.test(readings[0] ?? '')) return null;
  const surname = readings.length > 1 ? pinyin(sign, { surname: 'head', toneType: 'num', v: true }) : readings[0];
  return { code, readings, surname: surname ?? '' };
}

function orderBy(characters: readonly Character[], soundOf: (character: Character) => string): Uint16Array {
  const order = new Uint16Array(last - first + 1);
  const sounds = characters.map((character) => ({ code: character.code, sound: soundOf(character) }));
  sounds.sort((a, b) => (a.sound < b.sound ? -1 : a.sound > b.sound ? 1 : a.code - b.code));
  sounds.forEach(({ code }, at) => (order[code - first] = at + 1));
  return order;
}

/** A surname stands among the characters with its sound, right behind the last of them that is not later by code point. */
function surnameOrder(characters: readonly Character[], order: Uint16Array): Uint16Array {
  const result = order.slice();
  const byMain = [...characters].sort((a, b) => (order[a.code - first] ?? 0) - (order[b.code - first] ?? 0));
  for (const character of characters) {
    if (character.surname === character.readings[0]) continue;
    let low = 0;
    let high = byMain.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const sound = byMain[middle]?.readings[0] ?? '';
      if (sound <= character.surname) low = middle + 1;
      else high = middle;
    }
    result[character.code - first] = low;
  }
  return result;
}

function withoutTone(reading: string): readonly string[] {
  const plain = reading.replace(/\d$/, '');
  return plain.includes('v') ? [plain, plain.replace('v', 'yu')] : [plain];
}

function letterBit(letter: string): number {
  return 1 << (letter.charCodeAt(0) - 97);
}

const none: readonly string[] = [];

function build(): ReadingTable {
  const characters: Character[] = [];
  for (let code = first; code <= last; code += 1) {
    const character = readCharacter(code);
    if (character) characters.push(character);
  }
  const order = orderBy(characters, (character) => character.readings[0] ?? '');
  const initials = new Uint32Array(0x10000);
  const readings: (readonly string[])[] = Array.from({ length: last - first + 1 }, () => none);
  for (const { code, readings: toned, surname } of characters) {
    const plain = [...new Set([...toned, surname].flatMap(withoutTone))];
    readings[code - first] = plain;
    initials[code] = plain.reduce((bits, reading) => bits | letterBit(reading), 0);
  }
  for (let letter = 97; letter <= 122; letter += 1) initials[letter] = 1 << (letter - 97);
  return {
    order,
    surnameOrder: surnameOrder(characters, order),
    initials,
    readings: (codeUnit) => readings[codeUnit - first] ?? none,
  };
}

let table: ReadingTable | null = null;

/** The readings; made at first use (a few hundred milliseconds), then kept. */
export function readingTable(): ReadingTable {
  table ??= build();
  return table;
}
