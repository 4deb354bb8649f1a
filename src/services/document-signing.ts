import {
  compileDocument,
  documentContent,
  documentNumber,
  numberText,
  officialDocument,
  plainText,
  type DocumentKind,
  type DocumentModel,
} from '@/domain/document';
import {
  canonicalJson,
  err,
  isDateText,
  ok,
  type DateText,
  type FieldProblem,
  type Mutation,
  type WorkCalendar,
} from '@/domain/kernel';
import type { RulePack } from '@/domain/rule-pack';
import { calendarOf } from './calendar';
import { deadlineFieldOf, deadlineTermsOf, dueAtSigning, objectionTermsOf } from './document-deadlines';
import { factsIn, surroundingsOf, type DocumentSurroundings } from './document-facts';
import { findNumber, nextNumber, numberChange, numberMutation, type SeriesName } from './document-numbers';
import {
  firstDocument,
  openDocument,
  problemsOfRefusal,
  type DocumentAnswer,
  type DocumentRow,
  type OpenedContent,
  type OpenedDocument,
} from './documents';
import { rulePackOfBureau } from './rule-pack';
import { sha256Hex } from './sha256';
import type { Workbench } from './workbench';

/** Which number a document gets: the next of a series, or a serial that somebody chose (a reserved one, or any free one). */
export interface NumberChoice extends SeriesName {
  readonly choice: 'next' | number;
}

/** Who signs, when, and under which number; null for a kind that bears none. */
export interface SignOrder {
  readonly signedBy: string;
  readonly signedOn: DateText;
  readonly number: NumberChoice | null;
}

/** What signing looks at beside the document. */
export interface SigningDesk {
  readonly around: DocumentSurroundings;
  readonly pack: RulePack;
  readonly calendar: WorkCalendar;
}

/** Looks up what signing needs, once for any number of documents. */
export async function signingDesk(bench: Workbench): Promise<SigningDesk> {
  const [around, pack, calendar] = await Promise.all([
    surroundingsOf(bench),
    rulePackOfBureau(bench),
    calendarOf(bench),
  ]);
  return { around, pack, calendar };
}

/**
 * The organ code of a kind's numbers: that of the issuing organ and the kind's own. Null for a kind without a number, and
 * where the government's code is not known.
 */
export function numberPrefix(kind: DocumentKind, { bureau }: Pick<DocumentSurroundings, 'bureau'>): string | null {
  const organ = kind.issuer === 'government' ? bureau.governmentCode : bureau.issuerCode;
  return kind.code === '' || organ === null ? null : `${organ}${kind.code}`;
}

/** SHA-256, hex, of the canonical JSON of a model. */
export function modelDigest(model: DocumentModel): Promise<string> {
  return sha256Hex(canonicalJson(model));
}

function problem(field: string | null, message: string): readonly FieldProblem[] {
  return [{ field, message }];
}

/** What is wrong with an order to sign before any document is looked at; empty where nothing is. */
export function signOrderProblems(order: SignOrder, today: DateText): readonly FieldProblem[] {
  const { signedBy, signedOn, number } = order;
  if (signedBy.trim() === '') return problem('signedBy', '请填写“签发人”');
  if (!isDateText(signedOn)) return problem('signedOn', '请填写“签发日期”，如2026-03-05');
  if (signedOn > today) return problem('signedOn', `“签发日期”（${signedOn}）晚于今天（${today}），请核对`);
  if (number === null) return [];
  if (number.prefix.trim() === '') return problem('prefix', '请填写“代字”，如：安司执监检');
  if (number.year === Number(signedOn.slice(0, 4))) return [];
  return problem('year', `文号年度（${number.year}）与签发日期（${signedOn}）不是同一年，请核对`);
}

/** A document ready to be signed under a number. */
export interface Signing {
  readonly row: DocumentRow;
  readonly content: OpenedContent;
  readonly order: SignOrder;
  readonly number: string | null;
}

/**
 * The mutations that freeze a document: its entry with number, signatory and deadline, its content with model, text and
 * digest. The number itself is entered beside them, in the same commit.
 */
export async function freezeMutations(
  desk: SigningDesk,
  signing: Signing,
): Promise<DocumentAnswer<readonly Mutation[]>> {
  const { row, content, order, number } = signing;
  const { kind, data } = content;
  const { signedOn } = order;
  const facts = factsIn(desk.around, { addressee: row.values.addressee, number, signedOn });
  const model = compileDocument(kind, data, facts);
  if (!model.ok) return model;
  const terms = deadlineTermsOf(kind, data, desk.pack);
  const objection = objectionTermsOf(kind, desk.pack);
  const due = dueAtSigning(terms, signedOn, desk.calendar, deadlineFieldOf(kind));
  if (!due.ok) return due;
  const entry = {
    status: 'signed',
    signedBy: order.signedBy.trim(),
    signedOn,
    number,
    title: model.value.title,
    deadlineTerms: terms === null ? null : JSON.stringify(terms),
    objectionTerms: objection === null ? null : JSON.stringify(objection),
    ...due.value,
  };
  const frozen = {
    status: 'frozen',
    model: JSON.stringify(model.value),
    text: plainText(model.value),
    digest: await modelDigest(model.value),
  };
  return ok([
    { op: 'update', ledger: officialDocument.id, id: row.id, revision: row.revision, changes: entry },
    { op: 'update', ledger: documentContent.id, id: row.id, revision: content.row.revision, changes: frozen },
  ]);
}

const takenBy: Readonly<Record<string, string>> = { used: '已被取用', elsewhere: '已被取用（系统外）', void: '已作废' };

/** The mutation that takes a chosen number: a reserved one becomes used, a free one is entered. */
async function chosenNumber(
  bench: Workbench,
  parts: SeriesName & { readonly serial: number },
  document: string,
): Promise<DocumentAnswer<Mutation>> {
  if (!Number.isInteger(parts.serial) || parts.serial < 1 || parts.serial > 999_999) {
    return err(problem('serial', '“序号”应为1至999999之间的整数'));
  }
  const known = await findNumber(bench, parts);
  if (known === null) return ok(numberMutation(bench, parts, { status: 'used', document, reason: null }));
  if (known.values.status === 'reserved') return ok(numberChange(known, { status: 'used', document }));
  const says = takenBy[known.values.status] ?? '已被取用';
  return err(problem('serial', `文号“${numberText(parts)}”${says}，请改用下一个文号或另选预留的文号`));
}

type Written = Awaited<ReturnType<Workbench['storage']['commit']>>;

/** Whether a commit was refused because somebody took one of its numbers meanwhile. */
export function numberWasTaken(written: Written): boolean {
  if (written.ok) return false;
  const { error } = written;
  const numbers: readonly string[] = [documentNumber.id, officialDocument.id];
  return error.kind === 'duplicate' && numbers.includes(error.ledger);
}

async function signUnder(
  bench: Workbench,
  desk: SigningDesk,
  opened: { readonly row: DocumentRow; readonly content: OpenedContent },
  order: SignOrder & { readonly serial: number | null },
): Promise<DocumentAnswer<Written>> {
  const { row, content } = opened;
  const parts = order.number && order.serial !== null ? { ...order.number, serial: order.serial } : null;
  const frozen = await freezeMutations(desk, { row, content, order, number: parts ? numberText(parts) : null });
  if (!frozen.ok) return frozen;
  const { prefix = '', year = 0, serial = 0 } = parts ?? {};
  const number = parts ? await chosenNumber(bench, { prefix, year, serial }, row.id) : null;
  if (number && !number.ok) return number;
  const mutations = [...(number ? [number.value] : []), ...frozen.value];
  const intent = { kind: 'document-step', label: `签发${content.kind.name}` } as const;
  return ok(await bench.storage.commit(intent, mutations, bench.session.context()));
}

function notReady({ row, content }: OpenedDocument): readonly FieldProblem[] {
  if (content === null) return problem(null, '补登的文书没有正文，不能在系统中签发');
  if (row.values.status === 'approved') return [];
  return problem('status', '文书审核通过后才能签发，请先提交审核并审核');
}

/**
 * Signs a document: number, signature and frozen content in one commit; any refusal leaves everything as it was. Where
 * somebody took the next number meanwhile, the one after it is tried.
 */
export async function signDocument(
  bench: Workbench,
  opened: OpenedDocument,
  order: SignOrder,
): Promise<DocumentAnswer<DocumentRow>> {
  const wrong = [...notReady(opened), ...signOrderProblems(order, bench.session.today())];
  const { row, content } = opened;
  if (wrong.length > 0 || content === null) return err(wrong);
  const { number } = order;
  if (number === null && content.kind.code !== '') return err(problem('prefix', '这类文书要编文号，请填写“代字”'));
  const desk = await signingDesk(bench);
  for (;;) {
    const next = number ? await nextNumber(bench, number.prefix, number.year) : null;
    const serial = number && number.choice !== 'next' ? number.choice : next;
    const tried = await signUnder(bench, desk, { row, content }, { ...order, serial });
    if (!tried.ok) return tried;
    if (!numberWasTaken(tried.value)) return signedDocument(bench, row, tried.value);
    if (number?.choice !== 'next') {
      const text = number && serial !== null ? numberText({ ...number, serial }) : '';
      return err(problem('serial', `文号“${text}”刚刚已被取用，请改用下一个文号或另选预留的文号`));
    }
    // Refused although the series stands where it stood: not a race, and trying again would not end.
    const after = await nextNumber(bench, number.prefix, number.year);
    if (after === next) return firstDocument(tried.value);
  }
}

async function signedDocument(
  bench: Workbench,
  row: DocumentRow,
  written: Written,
): Promise<DocumentAnswer<DocumentRow>> {
  if (!written.ok) return err(problemsOfRefusal(written.error));
  const [signed = row] = await bench.storage.rows(officialDocument.id, [row.id]);
  return ok(signed as DocumentRow);
}

/** What checking a frozen document again gave. */
export interface DocumentVerdict {
  readonly intact: boolean;
  /** Chinese sentence. */
  readonly message: string;
}

/** Checks a signed document against its digest, its text and the number in the register; null where it has no content. */
export async function verifyDocument(bench: Workbench, id: string): Promise<DocumentVerdict | null> {
  const opened = await openDocument(bench, id);
  const content = opened?.content;
  if (!opened || !content?.model) return null;
  const { digest, text } = content.row.values;
  const intact =
    (await modelDigest(content.model)) === digest &&
    plainText(content.model) === text &&
    content.model.number === opened.row.values.number;
  const message = intact ? '定稿内容与签发时的摘要一致' : '定稿内容与签发时的摘要不一致，请从备份核对';
  return { intact, message };
}
