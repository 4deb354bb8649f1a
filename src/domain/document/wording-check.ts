import { parseWording, type WordingIssue, type WordingNode } from './wording';

/** What a wording may name: which form each word has, and the columns of a table, the options of a choice. */
export interface KnownWord {
  readonly form: 'text' | 'list' | 'table';
  readonly columns?: readonly string[];
  readonly options?: readonly string[];
}

/** Words by name. */
export type KnownWords = ReadonlyMap<string, KnownWord>;

interface Around {
  readonly known: KnownWords;
  readonly issues: WordingIssue[];
  /** What the innermost repetition goes through; null outside of one, undefined where that is unknown. */
  readonly each: KnownWord | null | undefined;
}

/** Signs that two words share, wherever they stand, over the length of the longer one. */
function likeness(left: string, right: string): number {
  const rest = [...right];
  let shared = 0;
  for (const sign of left) {
    const found = rest.indexOf(sign);
    if (found < 0) continue;
    rest.splice(found, 1);
    shared += 1;
  }
  return shared / Math.max(left.length, right.length, 1);
}

/** The known word that somebody probably meant, or null. */
function nearest(name: string, known: KnownWords): string | null {
  let best: { readonly name: string; readonly share: number } | null = null;
  for (const other of known.keys()) {
    const share = likeness(name, other);
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { name: other, share };
  }
  return best?.name ?? null;
}

function report(around: Around, node: Exclude<WordingNode, { kind: 'text' }>, says: string): void {
  around.issues.push({ paragraph: node.place.paragraph, message: `“${node.place.tag}”${says}` });
}

function lookUp(around: Around, node: Exclude<WordingNode, { kind: 'text' }>, name: string): KnownWord | undefined {
  const word = around.known.get(name);
  if (word) return word;
  const meant = nearest(name, around.known);
  const hint = meant === null ? '请改用填写项中已有的名称，或先增加这个填写项' : `是不是“${meant}”？`;
  report(around, node, `没有对应的填写项，${hint}`);
  return undefined;
}

function judgeItem(around: Around, node: Extract<WordingNode, { kind: 'item' | 'ordinal' }>): void {
  if (around.each === null) return report(around, node, '只能写在“{{逐项 …}}”和“{{结束}}”之间');
  if (node.kind === 'ordinal' || node.column === null || around.each === undefined) return;
  const { form, columns = [] } = around.each;
  if (form !== 'table') return report(around, node, '中的列名用不上：这里逐项列出的不是表格，请只写“{{本项}}”');
  if (!columns.includes(node.column)) report(around, node, `中的列不存在，可用的列：${columns.join('、')}`);
}

function judgeIf(around: Around, node: Extract<WordingNode, { kind: 'if' }>): void {
  const word = node.test.name === '' ? undefined : lookUp(around, node, node.test.name);
  const { op, value } = node.test;
  if (word?.options && op !== 'filled' && !word.options.includes(value)) {
    report(around, node, `中的“${value}”不在可选项中，可选：${word.options.join('、')}`);
  }
  judge(around, node.then);
  judge(around, node.otherwise);
}

function judgeEach(around: Around, node: Extract<WordingNode, { kind: 'each' }>): void {
  const word = node.name === '' ? undefined : lookUp(around, node, node.name);
  if (word?.form === 'text') report(around, node, '不能逐项列出：它只有一项内容，请直接写名称');
  judge({ ...around, each: word }, node.body);
}

function judge(around: Around, nodes: readonly WordingNode[]): void {
  for (const node of nodes) {
    if (node.kind === 'if') judgeIf(around, node);
    else if (node.kind === 'each') judgeEach(around, node);
    else if (node.kind === 'item' || node.kind === 'ordinal') judgeItem(around, node);
    else if (node.kind === 'word') {
      const word = lookUp(around, node, node.name);
      if (word?.form === 'table' && !node.alone) report(around, node, '是表格，请让它独占一段');
    }
  }
}

/**
 * Judges a wording against the words it may name.
 * @returns what is wrong, in the order of the text: each a sentence that quotes the placeholder, with its paragraph.
 */
export function checkWording(text: string, known: KnownWords): readonly WordingIssue[] {
  const { nodes, issues } = parseWording(text);
  const found: WordingIssue[] = [...issues];
  judge({ known, issues: found, each: null }, nodes);
  return found.sort((left, right) => left.paragraph - right.paragraph);
}
