import { refuse, useAnother } from './refusal';

// A reader of zip containers of our own (APPNOTE 6.3.10, sections 4.3 and 4.4): the verifier shares no code with the
// writer, and it takes only what the writer may give: whole, gapless, unencrypted containers without 64-bit records.

/** An entry of a container, still packed. */
export interface Entry {
  readonly path: string;
  readonly packed: Uint8Array;
  /** Packed by deflate; otherwise as it is. */
  readonly deflated: boolean;
  /** Size when unpacked, in bytes, as the container claims. */
  readonly size: number;
  readonly crc: number;
}

const localMark = 0x04034b50;
const centralMark = 0x02014b50;
const endMark = 0x06054b50;
const descriptorMark = 0x08074b50;
const endLength = 22;

/** Limits against files made to fill the memory. */
export const limits = { totalBytes: 4 * 1024 ** 3, ratio: 300, ratioFrom: 10 * 1024 ** 2 } as const;

const incomplete = '备份文件不完整，可能没有复制完，请重新复制一次，或改用另一份备份';

function broken(what: string): never {
  return refuse(`备份文件的结构不对（${what}），可能已损坏或被别的软件改过，${useAnother}`);
}

interface CentralEntry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

function pathAt(bytes: Uint8Array, start: number, length: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, start + length));
  } catch {
    return broken('文件名无法识别');
  }
}

function readCentral(bytes: Uint8Array, view: DataView, at: number, end: number): CentralEntry {
  if (at + 46 > end || view.getUint32(at, true) !== centralMark) broken('目录不完整');
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) broken('目录不完整');
  return {
    path: pathAt(bytes, at + 46, nameLength),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    next,
  };
}

function checkLocal(bytes: Uint8Array, view: DataView, entry: CentralEntry, end: number): number {
  const at = entry.offset;
  if (at + 30 > end || view.getUint32(at, true) !== localMark) broken('文件头缺失');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedSize > end) broken('内容超出文件');
  const same =
    view.getUint16(at + 6, true) === entry.flags &&
    view.getUint16(at + 8, true) === entry.method &&
    pathAt(bytes, at + 30, view.getUint16(at + 26, true)) === entry.path;
  if (!same) broken('文件头与目录不一致');
  return start;
}

function sizesAt(view: DataView, at: number, entry: CentralEntry): boolean {
  return (
    view.getUint32(at, true) === entry.crc &&
    view.getUint32(at + 4, true) === entry.packedSize &&
    view.getUint32(at + 8, true) === entry.size
  );
}

/** Checks the sizes beside the content, before or behind it, and gives where the entry ends. */
function entryEnd(view: DataView, entry: CentralEntry, start: number, end: number): number {
  const behind = start + entry.packedSize;
  const described = (entry.flags & 0x8) !== 0;
  if (!described) return sizesAt(view, entry.offset + 14, entry) ? behind : broken('文件头与目录不一致');
  if (behind + 16 > end || view.getUint32(behind, true) !== descriptorMark) broken('内容长度缺失');
  return sizesAt(view, behind + 4, entry) ? behind + 16 : broken('内容长度与目录不一致');
}

function checkEntry(entry: CentralEntry): void {
  if ((entry.flags & 0x1) !== 0) broken('内容加了密');
  if (entry.method !== 0 && entry.method !== 8) broken('压缩方式不认识');
  if (entry.method === 0 && entry.packedSize !== entry.size) broken('内容长度不一致');
  if (entry.size > limits.ratioFrom && entry.size > entry.packedSize * limits.ratio) {
    refuse(`备份中的“${entry.path}”展开后大得不正常，已停止读取，${useAnother}`);
  }
}

/**
 * Reads the container's directory and checks that it, the headers beside the contents and the contents agree, leave no
 * gap and do not overlap.
 * @throws a refusal, see {@link refuse}.
 */
export function readContainer(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== localMark) {
    refuse('这不是本系统的备份文件，请选择以.sdz结尾的备份');
  }
  const tail = bytes.length - endLength;
  if (tail < 0 || view.getUint32(tail, true) !== endMark || view.getUint16(tail + 20, true) !== 0) refuse(incomplete);
  const count = view.getUint16(tail + 10, true);
  if (view.getUint32(tail + 4, true) !== 0 || view.getUint16(tail + 8, true) !== count) broken('分成了几个文件');
  const directory = view.getUint32(tail + 16, true);
  if (directory + view.getUint32(tail + 12, true) !== tail) broken('目录位置不对');
  const entries: Entry[] = [];
  let central = directory;
  let local = 0;
  let total = 0;
  while (central < tail) {
    const entry = readCentral(bytes, view, central, tail);
    checkEntry(entry);
    if (entry.offset !== local) broken('内容之间有空隙或重叠');
    const start = checkLocal(bytes, view, entry, directory);
    local = entryEnd(view, entry, start, directory);
    central = entry.next;
    total += entry.size;
    if (total > limits.totalBytes)
      refuse(`备份文件展开后超过${limits.totalBytes / 1024 ** 3}GB，已停止读取，${useAnother}`);
    const packed = bytes.subarray(start, start + entry.packedSize);
    entries.push({ path: entry.path, packed, deflated: entry.method === 8, size: entry.size, crc: entry.crc });
  }
  if (local !== directory || entries.length !== count) broken('目录与内容不一致');
  return entries;
}
