import { err, ok, type Result } from '../kernel';
import { blocksOf } from './blocks';
import { asList, asText } from './data';
import { openWords, problemsOf, type DocumentProblem } from './compile-checks';
import type { DataValue, DocumentData, DocumentKind, KindField } from './kind';
import type { Block, Colophon, DocumentModel, Enclosure, FormRow, TableBlock } from './model';
import { counterfoilOf, receiptOf } from './sheets';
import { fieldsOf, organOf, wordValues, type DocumentFacts } from './words';
import { parseWording } from './wording';
import { fillWording, itemsForRows, type FilledLine, type Filling, type WordingItem } from './wording-fill';

/** A kind with its data on the way to a model. */
interface Work {
  readonly kind: DocumentKind;
  readonly data: DocumentData;
  readonly facts: DocumentFacts;
  readonly filling: Filling;
}

function fillLines(text: string, filling: Filling, item: WordingItem | null = null): readonly FilledLine[] {
  return text.trim() === '' ? [] : fillWording(parseWording(text).nodes, filling, item);
}

function rawLines(text: string, filling: Filling, item: WordingItem | null = null): string[] {
  return fillLines(text, filling, item).flatMap((line) => (line.kind === 'text' ? [line.text] : []));
}

function textLines(text: string, filling: Filling, item: WordingItem | null = null): string[] {
  return rawLines(text, filling, item).map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''));
}

function oneLine(text: string, filling: Filling): string {
  return textLines(text, filling).join('');
}

/** Texts of the data with the placeholders in them filled in; twice, so that one may stand for a text with another. */
function resolved(kind: DocumentKind, data: DocumentData, facts: DocumentFacts, missing: Filling['missing']) {
  const texts = fieldsOf(kind).filter((field) => ['text', 'paragraph', 'list'].includes(field.type));
  const fill = (field: KindField, filling: Filling, value: DataValue | undefined): DataValue => {
    if (field.type !== 'list') return textLines(asText(value), filling).join('\n');
    return asList(value).flatMap((line) => textLines(line, filling));
  };
  let now = data;
  for (let round = 0; round < 2; round += 1) {
    const filling = { words: wordValues(kind, now, facts), missing };
    const open = texts.filter((field) => /\{\{|｛｛/.test(JSON.stringify(now[field.name] ?? '')));
    now = { ...now, ...Object.fromEntries(open.map((field) => [field.name, fill(field, filling, now[field.name])])) };
  }
  return now;
}

function tableOf(work: Work, name: string): TableBlock[] {
  const value = work.filling.words.get(name);
  const field = fieldsOf(work.kind).find((one) => one.label === name);
  if (value?.form !== 'table' || !field) return [];
  const columns = field.columns.map(({ label, share }) => ({ label, share, align: 'left' as const }));
  return [{ kind: 'table', caption: null, columns, rows: value.rows }];
}

function blocksFrom(work: Work, wording: readonly string[]): Block[] {
  const minutes = work.kind.layout === 'minutes';
  return fillLines(wording.join('\n'), work.filling).flatMap((line) =>
    line.kind === 'text' ? blocksOf([line.text], minutes) : tableOf(work, line.name),
  );
}

function formRows(work: Work): FormRow[] {
  return work.kind.wording.form.map((row) => ({
    lines: row.lines,
    cells: row.cells.map(({ label, value }) => ({ label, value: rawLines(value, work.filling).join('\n') })),
  }));
}

function enclosureTable(work: Work, table: NonNullable<DocumentKind['wording']['enclosures'][number]['table']>) {
  const items = itemsForRows(table.each, work.filling);
  const rows = items.map((item) =>
    table.columns.map((column) => textLines(column.value, work.filling, item).join('\n')),
  );
  const columns = table.columns.map(({ label, share }) => ({ label, share, align: 'left' as const }));
  return { kind: 'table', caption: null, columns, rows: rows.length > 0 ? rows : [columns.map(() => '')] } as const;
}

function enclosuresOf(work: Work): Enclosure[] {
  return work.kind.wording.enclosures.map(({ title, body, table }) => ({
    title: oneLine(title, work.filling),
    blocks: [...blocksFrom(work, body), ...(table ? [enclosureTable(work, table)] : [])],
  }));
}

function letterheadOf(work: Work): string {
  const { kind, facts, filling } = work;
  const own = oneLine(kind.wording.letterhead, filling);
  if (own !== '') return own;
  const organ = organOf(kind, facts) || filling.missing('本级人民政府全称');
  if (kind.layout === 'file') return `${organ}文件`;
  return kind.layout === 'minutes' ? `${organ}会议纪要` : organ;
}

function colophonOf(work: Work): Colophon | null {
  const { kind, facts } = work;
  if (kind.layout !== 'file' && kind.layout !== 'minutes') return null;
  return { printer: `${organOf(kind, facts)}办公室`, printedOn: facts.signedOn ?? facts.today };
}

function addresseesOf({ kind, facts, filling }: Work): string[] {
  if (kind.addressee === 'none') return [];
  const names = facts.addressees.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) return [filling.missing('主送单位')].filter((name) => name !== '');
  return kind.addressee === 'person' ? names.map((name) => `${name}同志`) : names;
}

function unique(texts: readonly string[]): string[] {
  return Array.from(new Set(texts));
}

/** Names of attachments bear no mark behind them (GB/T 9704-2012, 7.3.4). */
function bare(name: string): string {
  return name.replace(/[。；，、]+$/, '');
}

function build(work: Work): DocumentModel {
  const { kind, data, facts, filling } = work;
  const { wording } = kind;
  const title = oneLine(wording.title, filling);
  const rows = formRows(work);
  const enclosures = enclosuresOf(work);
  const sheet = { kind, data, facts, title };
  const organ = organOf(kind, facts) || filling.missing('本级人民政府全称');
  return {
    layout: kind.layout,
    letterhead: letterheadOf(work),
    copyNo: asText(data.copyNo) || null,
    secrecy: asText(data.secrecy) || null,
    urgency: asText(data.urgency) || null,
    number: facts.number,
    signer: null,
    title,
    addressees: addresseesOf(work),
    blocks: [...blocksFrom(work, wording.body), ...(rows.length > 0 ? [{ kind: 'form' as const, rows }] : [])],
    attachments: unique([
      ...enclosures.map((one) => one.title),
      ...textLines(wording.attachments.join('\n'), filling).map(bare),
      ...asList(data.attachments).map(bare),
    ]),
    signature: kind.signature ? { organs: [organ], date: facts.signedOn, sealed: kind.sealed } : null,
    note: oneLine(wording.note, filling) || null,
    copies: unique([...textLines(wording.copies.join('\n'), filling), ...asList(data.copies)]),
    colophon: colophonOf(work),
    enclosures,
    counterfoil: kind.counterfoil ? counterfoilOf(sheet) : null,
    receipt: kind.receipt ? receiptOf(sheet) : null,
  };
}

function compile(kind: DocumentKind, data: DocumentData, facts: DocumentFacts, missing: Filling['missing']) {
  const whole = resolved(kind, data, facts, missing);
  return build({ kind, data: whole, facts, filling: { words: wordValues(kind, whole, facts), missing } });
}

/**
 * The document as far as it is filled in; what is missing stands as 〔label〕.
 * @returns the model and all problems, those among them that are only warnings marked so.
 */
export function previewDocument(
  kind: DocumentKind,
  data: DocumentData,
  facts: DocumentFacts,
): { readonly model: DocumentModel; readonly problems: readonly DocumentProblem[] } {
  const open = new Set<string>();
  const model = compile(kind, data, facts, (name) => {
    open.add(name);
    return `〔${name}〕`;
  });
  return { model, problems: [...problemsOf(kind, data, facts), ...openWords(kind, facts, open)] };
}

/**
 * The document as it is signed. Fields that need not be filled in leave nothing behind.
 * @returns the problems that stand in the way, each at its field (`addressee` for the addressee, `issuer` for the
 * issuing organ); warnings do not.
 */
export function compileDocument(
  kind: DocumentKind,
  data: DocumentData,
  facts: DocumentFacts,
): Result<DocumentModel, readonly DocumentProblem[]> {
  const { problems } = previewDocument(kind, data, facts);
  const grave = problems.filter((problem) => !problem.warning);
  return grave.length > 0 ? err(grave) : ok(compile(kind, data, facts, () => ''));
}
