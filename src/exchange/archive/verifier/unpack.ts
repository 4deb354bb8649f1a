import type { Entry } from './container';
import { refuse, useAnother } from './refusal';

const stepBytes = 256 * 1024;

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309) carried on over a piece; starts and ends inverted. */
function crcStep(state: number, piece: Uint8Array): number {
  let crc = state;
  for (let at = 0; at < piece.length; at += 1) crc = (crc >>> 8) ^ (crcTable[(crc ^ (piece[at] ?? 0)) & 0xff] ?? 0);
  return crc;
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += stepBytes) yield bytes.subarray(at, at + stepBytes);
}

/** Unpacks through the platform's own decompressor. */
async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  let at = 0;
  const source = new ReadableStream<BufferSource>({
    pull(controller) {
      // Copied, so that the stream never holds the whole file.
      if (at < packed.length) controller.enqueue(packed.slice(at, at + stepBytes));
      else controller.close();
      at += stepBytes;
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * An entry's content in pieces. Stops as soon as it gets longer than the container claimed, and checks length and CRC at
 * the end.
 * @throws a refusal where the content is damaged.
 */
export async function* unpack(entry: Entry): AsyncGenerator<Uint8Array> {
  const damaged = `备份中的“${entry.path}”已损坏，${useAnother}`;
  let size = 0;
  let crc = 0xffffffff;
  const pieces = entry.deflated ? inflated(entry.packed) : slices(entry.packed);
  for (;;) {
    // Only the decompressor's complaints mean damage; what the caller throws while it works on a piece passes through.
    const step = await pieces.next().catch(() => refuse(damaged));
    if (step.done) break;
    size += step.value.length;
    if (size > entry.size) refuse(damaged);
    crc = crcStep(crc, step.value);
    yield step.value;
  }
  if (size !== entry.size || (crc ^ 0xffffffff) >>> 0 !== entry.crc) refuse(damaged);
}

/** An entry's whole content. Only for entries known to be small, and for attachments. */
export async function unpackWhole(entry: Entry): Promise<Uint8Array> {
  const all = new Uint8Array(entry.size);
  let at = 0;
  for await (const piece of unpack(entry)) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
