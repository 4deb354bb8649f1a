import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 in hex of a text's UTF-8 bytes, or of bytes. Synchronous, so that it can stand anywhere outside a transaction. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/** Length from which handing a text to the browser's own digest is worth the way there and back. */
const worthwhile = 20_000;

/** The same of a text, by the browser's own digest where the text is long. Not to be awaited inside a transaction. */
export async function sha256HexOf(text: string): Promise<string> {
  if (text.length < worthwhile) return sha256Hex(text);
  return bytesToHex(
    new Uint8Array(await crypto.subtle.digest('SHA-256', utf8ToBytes(text) as Uint8Array<ArrayBuffer>)),
  );
}

/** A digest over pieces. */
export interface RunningDigest {
  readonly add: (text: string) => void;
  readonly hex: () => string;
}

/** Starts a SHA-256 over the UTF-8 bytes of texts added one after another. */
export function runningDigest(): RunningDigest {
  const hash = sha256.create();
  return { add: (text) => void hash.update(utf8ToBytes(text)), hex: () => bytesToHex(hash.digest()) };
}

/** A text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return utf8ToBytes(text);
}
