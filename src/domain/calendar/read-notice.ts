import { dateFromParts, dayNumber, err, ok, tidy, toHalfWidth, weekdayOf, type DateText, type Result } from '../kernel';
import type { NoticeStretch } from './in-force';

/** A notice read from its text. */
export interface ReadNotice {
  readonly year: number;
  readonly source: string;
  readonly stretches: readonly NoticeStretch[];
}

interface Place {
  year: number;
  month: number;
}

const datePattern = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g;

/** Days in the order they stand; what a day leaves out it takes from the day before it. */
function daysIn(text: string, place: Place): DateText[] | null {
  const days: DateText[] = [];
  for (const [, year, month, day] of text.matchAll(datePattern)) {
    if (year !== undefined) place.year = Number(year);
    if (month !== undefined) place.month = Number(month);
    const date = dateFromParts(place.year, place.month, Number(day));
    if (date === null) return null;
    days.push(date);
  }
  return days;
}

/** One sentence of a section: which days are off and which are worked; null where a day in it does not exist. */
function readSentence(sentence: string, name: string, year: number): Omit<NoticeStretch, 'source'>[] | null {
  const place: Place = { year, month: 0 };
  const found: Omit<NoticeStretch, 'source'>[] = [];
  for (const clause of sentence.split(/[,，;；]/)) {
    const kind = clause.includes('上班') ? 'work' : /放假|补休/.test(clause) ? 'off' : null;
    if (kind === null) continue;
    for (const part of clause.split('、')) {
      const days = daysIn(part, place);
      const [first, last] = days ?? [];
      if (days === null || days.length > 2) return null;
      if (first === undefined) continue;
      const until = last === undefined || last === first ? null : last;
      found.push({ year, day: first, until, kind, name });
    }
  }
  return found;
}

function countProblem(sentence: string, stretches: readonly Omit<NoticeStretch, 'source'>[]): string | null {
  const said = /共(\d{1,2})天/.exec(sentence)?.[1];
  const first = stretches.find((one) => one.kind === 'off');
  if (said === undefined || first === undefined) return null;
  const days = dayNumber(first.until ?? first.day) - dayNumber(first.day) + 1;
  return days === Number(said) ? null : `“${first.name}”写明共${said}天，读到的起止是${days}天，请核对文字`;
}

function dayProblem({ day, until, kind, name }: Omit<NoticeStretch, 'source'>): string | null {
  if (until !== null && until < day) return `“${name}”的放假结束日早于开始日，请核对文字`;
  const weekday = weekdayOf(dayNumber(day));
  return kind === 'work' && weekday !== 0 && weekday !== 6 ? `“${name}”的上班日${day}不是周六、周日，请核对文字` : null;
}

function readSection(section: string, year: number): Result<Omit<NoticeStretch, 'source'>[], string> {
  const [, name = '', body = ''] = /^([^:：]{2,20})[:：](.*)$/s.exec(section) ?? [];
  const found: Omit<NoticeStretch, 'source'>[] = [];
  for (const sentence of body.replace(/[（(][^）)]*[）)]/g, '').split('。')) {
    const stretches = readSentence(sentence, tidy(name), year);
    if (stretches === null) return err(`“${tidy(name)}”中有不存在的日期，请核对文字`);
    const problem = countProblem(sentence, stretches) ?? stretches.map(dayProblem).find((one) => one !== null);
    if (problem) return err(problem);
    found.push(...stretches);
  }
  return ok(found);
}

/**
 * Reads the State Council's yearly notice from its text, as copied from the government's site or a circular.
 * @returns the year with its days off and make-up days in the order of the text; a Chinese sentence where the text is no
 * such notice or contradicts itself.
 */
export function readNotice(text: string): Result<ReadNotice, string> {
  const plain = toHalfWidth(text).replace(/[ \t\u3000]+/g, '');
  const year = Number(/(\d{4})年(?:部分节假日安排|元旦)/.exec(plain)?.[1] ?? 0);
  if (year < 2000) return err('没有找到年度，请粘贴通知全文，其中应有“关于××××年部分节假日安排的通知”');
  const sections = plain.split(/(?:^|\n|。)[一二三四五六七八九十]+、/).slice(1);
  const stretches: Omit<NoticeStretch, 'source'>[] = [];
  for (const section of sections) {
    const read = readSection(section, year);
    if (!read.ok) return read;
    stretches.push(...read.value);
  }
  if (stretches.length === 0) return err('没有读到放假日期，请粘贴通知全文，其中应有“一、元旦：1月1日放假”这样的段落');
  const number = /国办发明电[〔\[]\d{4}[〕\]]\d+号/.exec(plain)?.[0].replace('[', '〔').replace(']', '〕');
  const source = `国务院办公厅关于${year}年部分节假日安排的通知${number === undefined ? '' : `（${number}）`}`;
  return ok({ year, source, stretches: stretches.map((one) => ({ ...one, source })) });
}
