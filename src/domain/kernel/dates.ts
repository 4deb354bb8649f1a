import { tidy, toHalfWidth } from './text';

/** A calendar day as YYYY-MM-DD. Days are compared and stored as text, so no time zone can move them. */
export type DateText = string;

/** A calendar month as YYYY-MM. */
export type MonthText = string;

const dayMilliseconds = 86_400_000;

/** Number of days in a month (1-12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Writes year, month (1-12) and day as YYYY-MM-DD, or null where there is no such day or the year is not 1900-2199. */
export function dateFromParts(year: number, month: number, day: number): DateText | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the text is an existing day written as YYYY-MM-DD. */
export function isDateText(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dateFromParts(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** Whether the text is an existing month written as YYYY-MM. */
export function isMonthText(text: string): boolean {
  return isDateText(`${text}-01`);
}

/** Days from 1970-01-01 to the day, for counting long stretches quickly. */
export function dayNumber(date: DateText): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;
}

/** The day of a number that {@link dayNumber} gave. */
export function dateOfDayNumber(day: number): DateText {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/** The day a whole number of days after (or, negative, before) the given one. */
export function addDays(date: DateText, days: number): DateText {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day of a later month; where that month is shorter, its last day. */
export function addMonths(date: DateText, months: number): DateText {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return dateFromParts(year, month, day) ?? date;
}

/** Days from the first day to the second; negative where the second is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return dayNumber(to) - dayNumber(from);
}

/** Full years of age on a day, by birth day. */
export function ageOn(birth: DateText, day: DateText): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The local calendar day of a moment, for a time zone offset in minutes east of UTC (480 for China). */
export function dayOfMoment(milliseconds: number, offsetMinutes: number): DateText {
  return new Date(milliseconds + offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/**
 * Day of a spreadsheet date serial, by integer arithmetic (the 1900 system counts a 29 February 1900 that never was;
 * the 1904 system starts on 1904-01-01). Returns null outside 1900-2199.
 */
export function dateFromSerial(serial: number, system1904 = false): DateText | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < (system1904 ? 0 : 1)) return null;
  const days = system1904 ? whole + 1462 : whole;
  if (days === 60) return null;
  const text = addDays('1899-12-31', days > 60 ? days - 1 : days);
  return isDateText(text)
    ? dateFromParts(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
    : null;
}

/** What a text that should be a date turned out to be. */
export type ReadDate =
  | { readonly kind: 'day'; readonly day: DateText }
  | { readonly kind: 'month'; readonly month: MonthText }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'none' };

const none: ReadDate = { kind: 'none' };
// Separators that typists use, full-width ones already narrowed: - . / 。 、 and the dashes that input methods give.
const dayPattern =
  /^(\d{4})\s*[-./年。、—–]\s*(\d{1,2})\s*[-./月。、—–]\s*(\d{1,2})\s*[日号.]?(?:[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const monthPattern = /^(\d{4})\s*[-./年。、—–]\s*(\d{1,2})\s*(?:月份?)?$/;

function readDay(year: string | undefined, month: string | undefined, day: string | undefined): ReadDate {
  const date = dateFromParts(Number(year), Number(month), Number(day));
  return date === null ? none : { kind: 'day', day: date };
}

/**
 * Reads a date as offices write it: 2024-03-05, 2024.3.5, 2024/3/5, 2024年3月5日, 20240305, 2024年3月, 2024.3, 202403,
 * 2024年, with full-width digits and a time of day behind it (dropped). Never guesses a missing part and never uses a
 * time zone; what is not a date gives kind 'none'.
 */
export function readDateText(text: string): ReadDate {
  const plain = tidy(toHalfWidth(text));
  const full = dayPattern.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (full) return readDay(full[1], full[2], full[3]);
  const month = monthPattern.exec(plain) ?? /^(\d{4})(\d{2})$/.exec(plain);
  if (month) {
    const value = `${month[1]}-${String(month[2]).padStart(2, '0')}`;
    return isMonthText(value) ? { kind: 'month', month: value } : none;
  }
  const year = /^(\d{4})\s*年?$/.exec(plain);
  return year && Number(year[1]) >= 1900 && Number(year[1]) <= 2199 ? { kind: 'year', year: Number(year[1]) } : none;
}

/** Writes a day in the form of official documents, without leading zeros: 2026年1月5日. */
export function chineseDate(date: DateText): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}
