import type { Entry } from './container';
import { refuse, useAnother } from './refusal';
import { hasShape, isCount, isHash, isMoment, isNumbering, isObject, isText, listOf, misfit } from './shape';
import { unpackWhole } from './unpack';

/** A part as the manifest lists it. */
export interface PartClaim {
  readonly path: string;
  readonly count: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What an archive says about itself. */
export interface Manifest {
  readonly format: string;
  readonly formatVersion: number;
  readonly program: string;
  readonly createdAt: string;
  readonly schemaVersion: number;
  readonly origin: string;
  readonly bureau: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly parts: readonly PartClaim[];
}

const manifestShape = {
  format: isText,
  formatVersion: isNumbering,
  program: isText,
  createdAt: isMoment,
  schemaVersion: isNumbering,
  origin: isText,
  bureau: isText,
  head: hasShape({ seq: isCount, hash: isHash }),
  parts: listOf(hasShape({ path: isText, count: isCount, bytes: isCount, sha256: isHash })),
};

/** Name and version of the format that this verifier knows. */
const knownFormat = { name: 'supervision-desk-archive', version: 1 } as const;
const largestManifest = 64 * 1024 ** 2;
const knownPaths =
  /^(ledgers\/[a-z][a-z-]*\.ndjson|log\/(commits|changes)\.ndjson|schemas\/[a-z][a-z-]*\.json|attachments\/[0-9a-f]{64})$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(`备份的清单（manifest.json）读不懂，${useAnother}`);
  }
}

/** Reads the first entry and checks that it is a manifest of a known format and version. */
export async function readManifest(first: Entry | undefined): Promise<Manifest> {
  if (first?.path !== 'manifest.json') return refuse('这不是本系统的备份文件：开头没有清单（manifest.json）');
  if (first.size > largestManifest) return refuse(`备份的清单大得不正常，已停止读取，${useAnother}`);
  const content = parsed(new TextDecoder().decode(await unpackWhole(first)));
  if (!isObject(content) || content['format'] !== knownFormat.name) {
    return refuse('这不是本系统的备份文件：清单中的格式不认识');
  }
  if (Number(content['formatVersion']) > knownFormat.version) {
    return refuse(`这份备份由更新版本的程序写成（格式${Number(content['formatVersion'])}），请先升级本程序再打开`);
  }
  const wrong = misfit(content, manifestShape);
  if (wrong !== null) return refuse(`备份的清单不完整（${wrong}），${useAnother}`);
  return content as unknown as Manifest;
}

function checkPath(path: string): void {
  if (path.includes('..') || path.includes('\\') || path.startsWith('/') || path.includes(':')) {
    refuse(`备份中有不安全的文件名“${path}”，已停止读取，${useAnother}`);
  }
  if (!knownPaths.test(path)) refuse(`备份中有不认识的文件“${path}”，${useAnother}`);
}

function checkNames(names: readonly string[], where: string): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) refuse(`${where}中“${name}”出现了两次，${useAnother}`);
    seen.add(name);
  }
  return seen;
}

function checkFamily(listed: ReadonlySet<string>): void {
  for (const path of ['log/commits.ndjson', 'log/changes.ndjson']) {
    if (!listed.has(path)) refuse(`备份中缺少修改日志“${path}”，${useAnother}`);
  }
  for (const path of listed) {
    const ledger = /^ledgers\/(.+)\.ndjson$/.exec(path)?.[1];
    if (ledger && !listed.has(`schemas/${ledger}.json`)) refuse(`备份中缺少“${path}”的数据说明，${useAnother}`);
  }
}

/** Checks that manifest and container name exactly the same parts, each once and each under a path of the format. */
export function checkParts(manifest: Manifest, entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const rest = entries.slice(1);
  for (const entry of rest) if (entry.path !== 'manifest.json') checkPath(entry.path);
  for (const part of manifest.parts) checkPath(part.path);
  checkNames(
    entries.map((entry) => entry.path),
    '备份',
  );
  const listed = checkNames(
    manifest.parts.map((part) => part.path),
    '备份清单',
  );
  const present = new Map(rest.map((entry) => [entry.path, entry]));
  for (const path of listed) if (!present.has(path)) refuse(`备份中缺少清单所列的“${path}”，${useAnother}`);
  for (const path of present.keys()) if (!listed.has(path)) refuse(`备份中的“${path}”不在清单上，${useAnother}`);
  checkFamily(listed);
  return present;
}
