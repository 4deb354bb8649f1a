import { z } from 'zod';
import { err, ok, type DateText, type Result } from '../kernel';
import type { DocumentKind } from './kind';
import { checkKind, readKind } from './kind-check';

/** Mark and version of the file; a program refuses a version above its own. */
const format = 'supervision-desk-kinds';
const formatVersion = 1;

const head = z.object({ format: z.literal(format), version: z.number().int().min(1) });
const body = z.object({
  exportedOn: z.string(),
  bureau: z.string(),
  kinds: z.array(z.unknown()).min(1).max(500),
});

/** What a file of kinds holds. */
export interface KindFile {
  readonly exportedOn: DateText;
  /** Bureau that wrote it. */
  readonly bureau: string;
  readonly kinds: readonly DocumentKind[];
}

/** Longest content of a kind in characters of JSON, as the ledger kind-copy keeps it. */
export const longestKind = 200_000;

/** Writes kinds as the text of a file. */
export function writeKindFile(file: KindFile): string {
  return `${JSON.stringify({ format, version: formatVersion, ...file }, null, 2)}\n`;
}

function nameIn(data: unknown, place: number): string {
  const name = typeof data === 'object' && data !== null ? (data as { readonly name?: unknown }).name : null;
  return typeof name === 'string' && name !== '' ? `“${name}”` : `第${place + 1}个模板`;
}

function judgeOne(data: unknown, place: number): Result<DocumentKind, readonly string[]> {
  const name = nameIn(data, place);
  const kind = readKind(data);
  if (kind === null) return err([`${name}的内容不完整或者被改坏了，请从原来的工作台重新导出`]);
  if (JSON.stringify(kind).length > longestKind) return err([`${name}太长，请删减后再导入`]);
  const problems = checkKind(kind);
  return problems.length > 0 ? err(problems.map((problem) => `${name}：${problem.message}`)) : ok(kind);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/**
 * Reads a file of kinds. All or nothing: one kind that cannot be used refuses the file.
 * @returns the kinds, or Chinese sentences on what is wrong with which.
 */
export function readKindFile(text: string): Result<KindFile, readonly string[]> {
  const data = parsed(text);
  const mark = head.safeParse(data);
  if (!mark.success) return err(['这不是文书模板文件，请选择由工作台“导出模板”得到的 .sdt 文件']);
  if (mark.data.version > formatVersion) {
    return err(['这个模板文件由更新版本的工作台导出，请先升级本机的工作台再导入']);
  }
  const rest = body.safeParse(data);
  if (!rest.success) return err(['模板文件不完整，请重新导出后再导入']);
  const judged = rest.data.kinds.map(judgeOne);
  const refused = judged.flatMap((one) => (one.ok ? [] : one.error));
  if (refused.length > 0) return err(refused);
  const { exportedOn, bureau } = rest.data;
  return ok({ exportedOn, bureau, kinds: judged.flatMap((one) => (one.ok ? [one.value] : [])) });
}
