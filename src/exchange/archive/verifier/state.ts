import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
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

/** Rows are compared by the digest of their canonical JSON, in which log and ledgers are both written. */
function digestOf(row: unknown): string | undefined {
  return isObject(row) ? bytesToHex(sha256(utf8ToBytes(JSON.stringify(row)))) : undefined;
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
      if (expected.get(key) !== digestOf(before)) differs(`记录${key}的修改接不上`);
      const left = digestOf(after);
      if (left === undefined) expected.delete(key);
      else expected.set(key, left);
    },
    record: (ledger, row) => {
      const key = `${ledger}/${String(row['id'])}`;
      if (expected.get(key) !== digestOf(row)) differs(`记录${key}不是最后一次修改的样子`);
      expected.delete(key);
    },
    end: () => {
      for (const key of expected.keys()) differs(`记录${key}不见了`);
    },
  };
}
