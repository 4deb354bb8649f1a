import { readDateText, toHalfWidth, type DateText } from '../kernel';

/** What a text says about itself; null where it says nothing that can be relied on. */
export interface LawFacts {
  /** Code of the table 'law-kind'. */
  readonly kind: string | null;
  readonly issuer: string | null;
  readonly documentNo: string | null;
  /** Day on which this version was made public or adopted. */
  readonly promulgatedOn: DateText | null;
  readonly effectiveOn: DateText | null;
  /** 2021年修订. */
  readonly version: string | null;
}

interface Act {
  readonly day: DateText;
  readonly act: string;
}

const datePattern = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/g;
const actPattern = /修订|修正|修改|公布|发布|印发|通过|批准/g;

function dayOf(text: string): DateText | null {
  const read = readDateText(text.replace(/\s/g, ''));
  return read.kind === 'day' ? read.day : null;
}

/** What happened on each day named in the note under the title, in its order. */
function actsOf(note: string): readonly Act[] {
  const days = [...note.matchAll(datePattern)];
  return days.flatMap((match, at) => {
    const day = dayOf(match[0]);
    const clause = note.slice(match.index, days[at + 1]?.index);
    // The last word says what became of the text: “关于修改…的决定第一次修正” is an amendment.
    const act = [...clause.replace(/《[^》]*》/g, '').matchAll(actPattern)].at(-1)?.[0];
    const begins = /^[\d年月日\s]*起施行/.test(clause);
    return day && act && !begins ? [{ day, act }] : [];
  });
}

function versionOf(acts: readonly Act[]): { readonly version: string; readonly day: DateText } | null {
  const changed = acts.findLast(({ act }) => /修订|修正|修改/.test(act));
  const made = acts.findLast(({ act }) => /公布|发布|印发/.test(act)) ?? acts.at(-1);
  const last = changed && made && made.day > changed.day ? made : (changed ?? made);
  if (!last) return null;
  const word = /通过|批准/.test(last.act) ? '公布' : last.act;
  return { version: `${last.day.slice(0, 4)}年${word}`, day: last.day };
}

/** A document bears its day under the text instead of under the title. */
function signedOn(signature: readonly string[]): ReturnType<typeof versionOf> {
  const day = signature.map(dayOf).find((found) => found !== null);
  return day ? { version: `${day.slice(0, 4)}年印发`, day } : null;
}

/** The day of coming into force: in the note, else in the last articles. */
function startOf(note: string, ending: string, made: DateText | null, amended: boolean): DateText | null {
  const named = /自?\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*起\s*(?:施行|实施|执行)/;
  const day = dayOf(named.exec(note)?.[1] ?? named.exec(ending)?.[1] ?? '');
  if (day) return made && day < made ? null : day;
  return /自(公布|发布|印发)之日起\s*(施行|实施|执行)/.test(ending) && !amended ? made : null;
}

function issuerOf(title: string, note: string): string | null {
  const ordered = /(?:日|^)\s*([\u4e00-\u9fff]{2,25}?)(?:主席)?令\s*第?/m.exec(note)?.[1];
  if (ordered) return ordered.replace(/^中华人民共和国(?=国务院)/, '');
  const assembly =
    /日?\s*([\u4e00-\u9fff]*?)第?[〇零一二三四五六七八九十\d]*届(全国)?(人民代表大会(?:常务委员会)?)/.exec(
      note.replace(/\s/g, ''),
    );
  if (assembly) {
    const place = (assembly[1] ?? '').replace(/^.*(日|根据|由|已|经)/, '');
    return `${assembly[2] ?? place}${assembly[3] ?? ''}`;
  }
  return /^([\u4e00-\u9fff]{2,20}?(?:国务院|办公厅|办公室|人民政府|委员会|部|局|厅))关于/.exec(title)?.[1] ?? null;
}

function kindOf(title: string, issuer: string | null, documentNo: string | null): string | null {
  const by = issuer ?? '';
  if (documentNo && /〔\d{4}〕/.test(documentNo)) return 'document';
  if (/人民代表大会/.test(by)) return /^全国/.test(by) || /^中华人民共和国.*法$/.test(title) ? 'law' : 'local-law';
  if (/^国务院$/.test(by)) return 'state-regulation';
  if (/(省|市|州|自治区)人民政府$/.test(by)) return 'local-rule';
  if (/(部|总局|委员会|署|银行)$/.test(by)) return 'ministry-rule';
  if (/^中华人民共和国.*法$/.test(title)) return 'law';
  if (/^中华人民共和国.*条例$/.test(title)) return 'state-regulation';
  if (/(省|自治区|市|州|县).*条例$/.test(title)) return 'local-law';
  return /(意见|通知|方案)([（(].*[）)])?$/.test(title) ? 'document' : null;
}

/**
 * Reads out of the title, the note under it and the last articles what the register of laws wants to know. Everything is a
 * proposal that a person confirms: where a version was only amended (修正), the day in its last article is that of the
 * first version, so no day of coming into force is given.
 * @param parts `note` the lines under the title, `ending` the text of the last articles, `signature` the lines under it.
 */
export function lawFacts(parts: {
  readonly title: string;
  readonly note: string;
  readonly ending: string;
  readonly documentNo: string | null;
  readonly signature: readonly string[];
}): LawFacts {
  const note = toHalfWidth(parts.note);
  const acts = actsOf(note);
  const version = versionOf(acts) ?? signedOn(parts.signature);
  const amended = acts.some(({ act }) => /修订|修正|修改/.test(act));
  const issuer = issuerOf(parts.title, note);
  const order = /([\u4e00-\u9fff]{2,25}令)\s*第?\s*([〇零一二三四五六七八九十百\d]+)\s*号/.exec(note);
  const documentNo = parts.documentNo ?? (order ? `${order[1] ?? ''}第${order[2] ?? ''}号`.replace(/^.*日/, '') : null);
  return {
    kind: kindOf(parts.title, issuer, documentNo),
    issuer,
    documentNo,
    promulgatedOn: version?.day ?? null,
    effectiveOn: startOf(note, toHalfWidth(parts.ending), version?.day ?? null, amended),
    version: version?.version ?? null,
  };
}
