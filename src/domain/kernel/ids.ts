/** Source of the present moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = () => number;

/** Fills the given array with random bytes and returns it. */
export type RandomBytes = (target: Uint8Array) => Uint8Array;

/** Makes record identifiers. */
export type NewId = () => string;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Makes identifiers in the form of UUID version 7 (RFC 9562, section 5.7): 48 bits of time in milliseconds, then random
 * bits, so that sorting by identifier is sorting by time of creation. Within one millisecond a 12-bit counter keeps order.
 */
export function createIdFactory(now: Clock, random: RandomBytes): NewId {
  let lastTime = 0;
  let counter = 0;
  return () => {
    const time = Math.max(now(), lastTime);
    counter = time === lastTime ? counter + 1 : 0;
    lastTime = time;
    if (counter > 0xfff) {
      lastTime += 1;
      counter = 0;
    }
    const bytes = random(new Uint8Array(16));
    const high = Math.floor(lastTime / 2 ** 32);
    const low = lastTime >>> 0;
    bytes.set([(high >>> 8) & 0xff, high & 0xff, low >>> 24, (low >>> 16) & 0xff, (low >>> 8) & 0xff, low & 0xff]);
    bytes[6] = 0x70 | (counter >>> 8);
    bytes[7] = counter & 0xff;
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    const digits = Array.from(bytes, (byte) => hex[byte] ?? '').join('');
    return [8, 12, 16, 20, 32].map((end, at, ends) => digits.slice(at === 0 ? 0 : ends[at - 1], end)).join('-');
  };
}
