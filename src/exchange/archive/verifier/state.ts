import { refuse, useAnother } from './refusal';
import { isObject, type JsonObject } from './shape';

/** Compares the records with what the change log says they should be. */
export interface StateChecker {
  /** Takes the log's changes in their order. */
  readonly replay: (change: JsonObject) => void;
  /** Takes a record of a ledger. */
  readonly record: (ledger: string, row: JsonObject) => void;
  /** Checks that no record of the log is missing. */
  readonly end: () => void;
}

/** Spreads a text over two 32-bit numbers, mixed as in MurmurHash3. */
function mixed(text: string): readonly [number, number] {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0xcc9e2d51);
    low = Math.imul(low ^ unit, 0x1b873593);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  return [high >>> 0, low >>> 0];
}

/**
 * A short mark of a record's canonical JSON, in which log and ledgers are both written; undefined where there is no record.
 * It notices disagreement, not forgery: for that both sides stand under SHA-256, the log in its chain and the ledgers in
 * the manifest.
 */
function markOf(row: unknown): string | undefined {
  if (!isObject(row)) return undefined;
  const text = JSON.stringify(row);
  const [high, low] = mixed(text);
  return `${text.length} ${high} ${low}`;
}

function differs(what: string): never {
  return refuse(`备份中的数据与修改日志不一致：${what}，${useAnother}`);
}

/** Starts with no records. A copy whose records and log disagree could not be restored. */
export function stateChecker(): StateChecker {
  const expected = new Map<string, string>();
  return {
    replay: ({ ledger, id, before, after }) => {
      const key = `${String(ledger)}/${String(id)}`;
      if (expected.get(key) !== markOf(before)) differs(`记录${key}的修改接不上`);
      const left = markOf(after);
      if (left === undefined) expected.delete(key);
      else expected.set(key, left);
    },
    record: (ledger, row) => {
      const key = `${ledger}/${String(row['id'])}`;
      if (expected.get(key) !== markOf(row)) differs(`记录${key}不是最后一次修改的样子`);
      expected.delete(key);
    },
    end: () => {
      for (const key of expected.keys()) differs(`记录${key}不见了`);
    },
  };
}
