/** A run of text inside a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  /** Leads to a page of the application only. */
  | { readonly kind: 'link'; readonly text: string; readonly path: string };

/** A block of a help page. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'bullets' | 'steps'; readonly items: readonly (readonly Inline[])[] };

const inlinePattern = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(#(\/[^)\s]*)\)/g;

function inlinesOf(line: string): readonly Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(inlinePattern)) {
    if (match.index > from) parts.push({ kind: 'text', text: line.slice(from, match.index) });
    const [whole, strong, code, text, path] = match;
    if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else parts.push({ kind: 'link', text: text ?? '', path: path ?? '/' });
    from = match.index + whole.length;
  }
  if (from < line.length) parts.push({ kind: 'text', text: line.slice(from) });
  return parts;
}

function listItem(line: string): { readonly kind: 'bullets' | 'steps'; readonly text: string } | null {
  const bullet = /^- (.+)$/.exec(line)?.[1];
  if (bullet !== undefined) return { kind: 'bullets', text: bullet };
  const step = /^\d+\. (.+)$/.exec(line)?.[1];
  return step === undefined ? null : { kind: 'steps', text: step };
}

function plainBlock(line: string): Block {
  if (line.startsWith('## ')) return { kind: 'heading', content: inlinesOf(line.slice(3)) };
  if (line.startsWith('# ')) return { kind: 'title', content: inlinesOf(line.slice(2)) };
  return { kind: 'paragraph', content: inlinesOf(line) };
}

/**
 * Reads the small part of Markdown that help pages use: two levels of headings, paragraphs of one line, bulleted and
 * numbered lists, **strong**, `keys` and links to pages of the application (#/...). Anything else stays plain text, so
 * that a help page can bring no code and lead nowhere outside.
 */
export function readMarkup(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let items: { kind: 'bullets' | 'steps'; items: (readonly Inline[])[] } | null = null;
  for (const line of source.split(/\r?\n/).map((text) => text.trim())) {
    const item = listItem(line);
    if (item === null) {
      items = null;
      if (line !== '') blocks.push(plainBlock(line));
      continue;
    }
    if (items === null || items.kind !== item.kind) {
      items = { kind: item.kind, items: [] };
      blocks.push(items);
    }
    items.items.push(inlinesOf(item.text));
  }
  return blocks;
}
