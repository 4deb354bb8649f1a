/** Text of a file and how it was encoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16';
}

function decodeWith(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark shows by the zeros that half of its bytes are where there are Latin letters, tabs or line ends. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  if (sample.length < 4 || even + odd < sample.length / 10) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

/** Decodes a text file by its content: byte order marks first, then strict UTF-8, else GB18030 (which contains GBK). */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const wide = marked ?? utf16Without(bytes);
  if (wide) {
    const text = decodeWith(bytes, wide, false);
    return text === null ? null : { text, encoding: 'utf-16' };
  }
  const utf8 = decodeWith(bytes, 'utf-8', true);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const chinese = decodeWith(bytes, 'gb18030', false);
  return chinese === null ? null : { text: chinese, encoding: 'gb18030' };
}

/** Whether the text is one that people write: hardly any control signs or signs that could not be decoded. */
export function isReadableText(text: string): boolean {
  const sample = text.slice(0, 20_000);
  let strange = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) strange += 1;
  }
  return strange * 100 <= sample.length;
}
