import { refuse, useAnother } from './refusal';

/** Splits NDJSON bytes into lines as they come in. */
export interface LineSplitter {
  /** Lines completed by a piece. */
  readonly push: (piece: Uint8Array) => readonly string[];
  /** Checks that the part ended with the end of a line. */
  readonly end: () => void;
}

/** Starts splitting a part. Text that is no UTF-8, or a last line without its end, is refused. */
export function lineSplitter(path: string): LineSplitter {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** Beginning of a line whose end has not come yet; joined only then, since lines of the log are long. */
  let begun: string[] = [];
  const decode = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      return refuse(`备份中的“${path}”有读不懂的文字，${useAnother}`);
    }
  };
  return {
    push: (piece) => {
      const text = decode(piece);
      begun.push(text);
      if (!text.includes('\n')) return [];
      const lines = begun.join('').split('\n');
      begun = [lines.pop() ?? ''];
      return lines;
    },
    end: () => {
      if (begun.join('') + decode() !== '') refuse(`备份中的“${path}”最后一行不完整，${useAnother}`);
    },
  };
}

/** A line's JSON object; anything else is refused with its place. */
export function parseLine(line: string, path: string, number: number): Readonly<Record<string, unknown>> {
  let value: unknown = null;
  try {
    value = JSON.parse(line);
  } catch {
    // Refused below, like any other value that is no object.
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return refuse(`备份中的“${path}”第${number}行读不懂，${useAnother}`);
}
