import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseLine } from './lines';
import { refuse, useAnother } from './refusal';
import { readChange } from './rows';
import { hasShape, isCount, isHash, isMoment, isNumbering, isText, listOf, misfit, type JsonObject } from './shape';

const headerShape = {
  seq: isNumbering,
  at: isMoment,
  actor: isText,
  intent: hasShape({ kind: isText, label: isText }),
  count: isCount,
  parts: listOf(isHash),
  previous: isHash,
  hash: isHash,
};
const changesShape = { seq: isNumbering, part: isCount, text: isText };

const commitsPath = 'log/commits.ndjson';
const changesPath = 'log/changes.ndjson';
const noHash = '0'.repeat(64);

interface Header extends Commit {
  readonly previous: string;
  readonly hash: string;
}

interface Changes {
  readonly seq: number;
  readonly part: number;
  readonly text: string;
}

/** What the chain still needs of a commit once its header is checked. */
interface Commit {
  readonly seq: number;
  readonly parts: readonly string[];
  readonly count: number;
}

/** Follows the change log's hash chain from its first commit to its head. */
export interface ChainChecker {
  /** Takes the headers, oldest first; all of them before the first change. */
  readonly addCommit: (line: string, number: number) => void;
  /** Takes the parts of the commits' entries in order. */
  readonly addChanges: (line: string, number: number) => Promise<void>;
  /** Checks that every commit has all its entries and that the chain ends at the head that the manifest names. */
  readonly end: (head: { readonly seq: number; readonly hash: string }) => void;
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The same by the platform, which is much faster for long texts. */
async function longDigest(text: string): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** JSON with sorted keys and without null members: the form over which the log's hashes are taken. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = new Map(Object.entries(value).filter(([, member]) => member !== null));
  const keys = [...members.keys()].sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sortedJson(members.get(key))}`).join()}}`;
}

function brokenChain(what: string): never {
  return refuse(`修改日志${what}，数据可能被改动过，${useAnother}`);
}

/**
 * Starts following a chain.
 * @param replay takes each change of the log in order.
 */
export function chainChecker(replay: (change: JsonObject) => void): ChainChecker {
  const commits: Commit[] = [];
  let last = { seq: 0, hash: noHash };
  /** The commit and the part of it that come next, and entries seen of it. */
  let next = { commit: 0, part: 0, entries: 0 };

  const closeFilled = (): void => {
    for (
      let commit = commits[next.commit];
      commit && next.part === commit.parts.length;
      commit = commits[next.commit]
    ) {
      if (next.entries !== commit.count) brokenChain(`第${commit.seq}次修改的条数不对`);
      next = { commit: next.commit + 1, part: 0, entries: 0 };
    }
  };

  return {
    addCommit: (line, number) => {
      const raw = parseLine(line, commitsPath, number);
      if (misfit(raw, headerShape) !== null) brokenChain(`第${number}行的内容不完整`);
      const { seq, previous, hash, parts, count } = raw as unknown as Header;
      const rest = Object.fromEntries(Object.entries(raw).filter(([name]) => name !== 'hash'));
      if (digest(sortedJson(rest)) !== hash) brokenChain(`第${seq}次修改的摘要不对`);
      if (seq !== last.seq + 1 || previous !== last.hash) brokenChain(`在第${seq}次修改处接不上`);
      last = { seq, hash };
      commits.push({ seq, parts, count });
    },
    addChanges: async (line, number) => {
      closeFilled();
      const raw = parseLine(line, changesPath, number);
      const commit = commits[next.commit];
      if (misfit(raw, changesShape) !== null || !commit) return brokenChain(`的内容第${number}行多余或不完整`);
      const { seq, part, text } = raw as unknown as Changes;
      if (seq !== commit.seq || part !== next.part) brokenChain(`第${commit.seq}次修改的内容缺失或次序不对`);
      if ((await longDigest(text)) !== commit.parts[part]) brokenChain(`第${seq}次修改的内容与摘要不符`);
      const entries = text.split('\n').filter((entry) => entry !== '');
      for (const entry of entries) replay(readChange(entry, changesPath, number));
      next = { ...next, part: part + 1, entries: next.entries + entries.length };
    },
    end: (head) => {
      closeFilled();
      const open = commits[next.commit];
      if (open) brokenChain(`第${open.seq}次修改的内容缺失或次序不对`);
      if (head.seq !== last.seq || head.hash !== last.hash) brokenChain('的结尾与清单不符');
    },
  };
}
