/** A piece of an XML part: a tag or the text between two tags. */
export type XmlPiece =
  | { readonly kind: 'open' | 'close' | 'single'; readonly name: string; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string };

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/**
 * Goes through the pieces of a word processor's XML part. Entities of its own, which such parts never declare, stay as
 * they are written, so that none can grow.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  for (const [piece] of xml.matchAll(/<!--[\s\S]*?-->|<[^>]+>|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      yield { kind: 'text', text: unescape(piece) };
      continue;
    }
    const name = /^<\/?([\w:.-]+)/.exec(piece)?.[1];
    if (name === undefined) continue;
    const kind = piece.startsWith('</') ? 'close' : piece.endsWith('/>') ? 'single' : 'open';
    yield { kind, name, tag: piece };
  }
}

/** An attribute of a tag; null where it has none of that name. */
export function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return value ? unescape(value[1] ?? value[2] ?? '') : null;
}
