import { Inflate } from 'fflate';
import { err, ok, type Result } from '@/domain/kernel';
import type { WorkbookRefusal } from '../../contract';
import { damaged, encrypted, expands, limits } from './limits';

/** A part of a zip as its directory declares it; sizes in bytes. */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly inflated: number;
  readonly offset: number;
  readonly sealed: boolean;
  /** Sizes stand behind the data; the directory must then know them. */
  readonly described: boolean;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

function findEnd(view: DataView): number | null {
  const last = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= last; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { part: ZipPart; next: number } | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return null;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  const flags = view.getUint16(at + 8, true);
  const part = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    inflated: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    sealed: (flags & 1) !== 0,
    described: (flags & 8) !== 0,
  };
  return { part, next };
}

/** The directory of a zip; null where it cannot be read. Zip64 is not needed below the size limit and not read. */
export function zipDirectory(bytes: Uint8Array): readonly ZipPart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const parts: ZipPart[] = [];
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(view, bytes, at);
    if (!read) return null;
    parts.push(read.part);
    at = read.next;
  }
  return parts;
}

function isInconsistent(part: ZipPart): boolean {
  if (part.method !== 0 && part.method !== 8) return true;
  if (part.method === 0) return part.packed !== part.inflated;
  // A packed part that declares no size would be inflated without a bound.
  return part.inflated === 0 ? part.packed > 2 || part.described : part.packed === 0;
}

function isBomb(part: ZipPart): boolean {
  return part.inflated > limits.freeBytes && part.inflated > part.packed * limits.ratio;
}

/**
 * Judges a zip by its directory before anything is inflated: sealed parts, declared sizes, ratio. The readers
 * inflate no more than a part declares, so what is declared bounds what can come out.
 */
export function checkZip(parts: readonly ZipPart[]): Result<null, WorkbookRefusal> {
  if (parts.some((part) => part.sealed)) return err({ kind: 'encrypted', message: encrypted });
  const total = parts.reduce((sum, part) => sum + part.inflated, 0);
  if (parts.length > limits.parts || total > limits.inflatedBytes || parts.some(isBomb)) {
    return err({ kind: 'expands-too-much', message: expands });
  }
  if (parts.some(isInconsistent)) return err({ kind: 'damaged', message: damaged });
  return ok(null);
}

function packedBytes(bytes: Uint8Array, part: ZipPart): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== localSignature) return null;
  const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
  return start + part.packed > bytes.length ? null : bytes.subarray(start, start + part.packed);
}

/** Inflates one part, never past its declared size. Null where it is damaged or larger than declared. */
export function inflatePart(bytes: Uint8Array, part: ZipPart): Uint8Array | null {
  const packed = packedBytes(bytes, part);
  if (!packed || part.method === 0) return packed;
  const out = new Uint8Array(part.inflated);
  const step = 16_384;
  let used = 0;
  let over = false;
  const inflate = new Inflate((piece) => {
    if (used + piece.length > out.length) over = true;
    else out.set(piece, used);
    used += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && !over; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    return null;
  }
  return over || used !== out.length ? null : out;
}
