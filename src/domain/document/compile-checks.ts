import { chineseDate, isDateText, type FieldProblem } from '../kernel';
import { asDeadline, asList, asTable, asText } from './data';
import type { DataValue, DocumentData, DocumentKind, KindField } from './kind';
import { fieldsOf, knownWords, type DocumentFacts } from './words';
import { checkWording, type KnownWords } from './wording-check';

/** What is wrong with a document, at the field that has to be corrected. A warning keeps nobody from going on. */
export interface DocumentProblem extends FieldProblem {
  readonly warning: boolean;
}

const choosing: readonly KindField['type'][] = ['choice', 'staff', 'date', 'deadline'];

function problem(field: string, message: string, warning = false): DocumentProblem {
  return { field, message, warning };
}

/** Number of things filled in: items, rows, people, or 1 for anything else. */
function amountOf(field: KindField, value: DataValue | undefined): number {
  if (field.type === 'table') return asTable(value, field.columns.length).length;
  if (field.type === 'list' || field.type === 'staff') return asList(value).length;
  if (field.type === 'deadline') return asDeadline(value) === null ? 0 : 1;
  return asText(value) === '' ? 0 : 1;
}

function missing(field: KindField): DocumentProblem {
  const verb = choosing.includes(field.type) ? '选择' : '填写';
  return problem(field.name, `请${verb}“${field.label}”${field.help === '' ? '' : `：${field.help}`}`);
}

function judgeAmount(field: KindField, value: DataValue | undefined): DocumentProblem | null {
  const amount = amountOf(field, value);
  if (amount === 0) return field.required ? missing(field) : null;
  if (amount >= field.least) return null;
  const unit = field.type === 'staff' ? '人' : '项';
  return problem(field.name, `“${field.label}”至少要有${field.least}${unit}，现在只有${amount}${unit}`);
}

/** A blank that a text left open: 〔　〕, 〔条款〕. A year in such brackets is none. */
const blank = /〔(?!\d{4}〕)[^〔〕]*〕/;

function textsOf(field: KindField, value: DataValue | undefined): readonly string[] {
  if (field.type === 'table') return asTable(value, field.columns.length).flat();
  return field.type === 'list' ? asList(value) : [asText(value)];
}

function judgeText(field: KindField, value: DataValue | undefined, known: KnownWords): DocumentProblem | null {
  if (!['text', 'paragraph', 'list', 'table'].includes(field.type)) return null;
  for (const [place, text] of textsOf(field, value).entries()) {
    const open = blank.exec(text);
    const which = field.type === 'list' ? `第${place + 1}项` : '';
    if (open) {
      return problem(field.name, `“${field.label}”${which}还有没填的“${open[0]}”，请补全；法条可从法律法规库选取`);
    }
    const [issue] = checkWording(text, known);
    if (issue) return problem(field.name, `“${field.label}”${which}中：${issue.message}`);
  }
  return null;
}

function judgeChoice(field: KindField, value: DataValue | undefined): DocumentProblem | null {
  const chosen = asText(value);
  if (field.type !== 'choice' || chosen === '' || field.options.includes(chosen)) return null;
  return problem(field.name, `“${field.label}”的“${chosen}”不在可选项中，可选：${field.options.join('、')}`);
}

function judgeDay(field: KindField, value: DataValue | undefined, facts: DocumentFacts): DocumentProblem | null {
  const day = asText(value);
  if (field.type !== 'date' || day === '') return null;
  if (!isDateText(day)) return problem(field.name, `“${field.label}”应为日期，如2026-03-05`);
  const dated = facts.signedOn ?? facts.today;
  if (!field.ahead || day >= dated) return null;
  const says = `“${field.label}”（${chineseDate(day)}）早于文书日期（${chineseDate(dated)}），请核对`;
  return problem(field.name, says, true);
}

function judgeDeadline(field: KindField, value: DataValue | undefined, facts: DocumentFacts): DocumentProblem | null {
  const on = field.type === 'deadline' ? asDeadline(value)?.on : null;
  const dated = facts.signedOn ?? facts.today;
  if (!on || on >= dated) return null;
  return problem(
    field.name,
    `“${field.label}”（${chineseDate(on)}）早于文书日期（${chineseDate(dated)}），请改为文书日期以后的日子`,
  );
}

function judgeStaff(field: KindField, value: DataValue | undefined, facts: DocumentFacts): DocumentProblem | null {
  if (field.type !== 'staff') return null;
  const people = asList(value);
  if (people.some((id) => !facts.staff[id])) {
    return problem(field.name, `“${field.label}”中有人已不在监督工作人员名册，请重新选择`);
  }
  const bare = people.map((id) => facts.staff[id]).find((one) => one?.certificateNo === '');
  if (!bare) return null;
  return problem(field.name, `${bare.name}没有登记监督证号，请先在监督工作人员名册中补上`, true);
}

function judgeNumberOfCopy(data: DocumentData): DocumentProblem | null {
  const copyNo = asText(data.copyNo);
  if (copyNo === '' || /^\d{6}$/.test(copyNo)) return null;
  return problem('copyNo', '“份号”应为六位数字，如：000001');
}

/** A name that begins with the level instead of the place: 县水利局, 市场监管局, 本局; 市中区 and the like are places. */
const placeless = /^(?:县|区|省|市(?![中南北]区)|[本我你贵该](?:局|县|市|区|省|单位|机关))/;

function judgeAddressee(kind: DocumentKind, name: string, facts: DocumentFacts): string | null {
  const full = facts.fullNames?.[name];
  if (full !== undefined && full !== name) return `“${name}”是简称，主送单位请写全称“${full}”`;
  if (kind.addressee === 'person') return name.length < 2 ? `“${name}”不像姓名，请写全` : null;
  // Circulars and meetings go to 县政府各部门, 县直有关单位.
  const several = kind.addressee === 'organ' && /各|有关/.test(name);
  if ([...name].length < 4 || (!several && placeless.test(name))) {
    return `“${name}”不是单位全称，请写与公章一致的全称，如：安澜县市场监督管理局`;
  }
  return null;
}

function judgeAddressees(kind: DocumentKind, facts: DocumentFacts): DocumentProblem[] {
  if (kind.addressee === 'none') return [];
  const names = facts.addressees.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) {
    const what = kind.addressee === 'person' ? '受文人的姓名' : '主送单位的全称';
    return [problem('addressee', `请填写${what}`)];
  }
  const refused = names.map((name) => judgeAddressee(kind, name, facts)).filter((says) => says !== null);
  return refused.slice(0, 1).map((says) => problem('addressee', says));
}

function judgeIssuer(kind: DocumentKind, facts: DocumentFacts): DocumentProblem[] {
  if (kind.issuer === 'bureau' || (facts.bureau.government ?? '') !== '') return [];
  return [problem('issuer', `“${kind.name}”以本级人民政府名义制发，请先在“设置—单位信息”中填写本级人民政府全称`)];
}

function judgeContact(kind: DocumentKind, data: DocumentData, facts: DocumentFacts): DocumentProblem[] {
  const named = asText(data.contactPhone) !== '' || (facts.bureau.phone ?? '') !== '';
  if (named || !kind.wording.note.includes('{{联系电话}}')) return [];
  return [problem('contactPhone', '还没有联系电话：可在这里填写，或在“设置—单位信息”中填写一次', true)];
}

/**
 * Judges what was filled in: required fields, days in their order, full names of addressees, placeholders in texts.
 * @returns at most one problem a field, in the order of the form; the addressee's field is `addressee`, the issuing
 * organ's `issuer`.
 */
export function problemsOf(kind: DocumentKind, data: DocumentData, facts: DocumentFacts): readonly DocumentProblem[] {
  const known = knownWords(kind);
  const ofFields = fieldsOf(kind).flatMap((field) => {
    const value = data[field.name];
    const found =
      judgeAmount(field, value) ??
      judgeText(field, value, known) ??
      judgeChoice(field, value) ??
      judgeDay(field, value, facts) ??
      judgeDeadline(field, value, facts) ??
      judgeStaff(field, value, facts) ??
      (field.name === 'copyNo' ? judgeNumberOfCopy(data) : null);
    return found ? [found] : [];
  });
  return [
    ...judgeIssuer(kind, facts),
    ...judgeAddressees(kind, facts),
    ...ofFields,
    ...judgeContact(kind, data, facts),
  ];
}

/** Problems of words in the wording that come from the bureau's own entry and stand open. */
export function openWords(
  kind: DocumentKind,
  facts: DocumentFacts,
  open: ReadonlySet<string>,
): readonly DocumentProblem[] {
  const where = '请先在“设置—单位信息”中填写';
  const found: DocumentProblem[] = [];
  if (open.has('本级政府') && judgeIssuer(kind, facts).length === 0) {
    found.push(problem('issuer', `文书中写到本级人民政府，${where}本级人民政府全称`));
  }
  if (open.has('单位地址')) found.push(problem('issuer', `文书中写到本单位地址，${where}单位地址`));
  return found;
}
