const two = (value: number): string => String(value).padStart(2, '0');

/** A moment in milliseconds as the clock shows it here: 15:04. */
export function clockText(at: number): string {
  const moment = new Date(at);
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** A moment in milliseconds as day and time here: 2026-03-05 15:04. */
export function momentText(at: number): string {
  const moment = new Date(at);
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${clockText(at)}`;
}

/** A size in bytes for people. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago a moment was, in words. */
export function agoText(at: number, now: number): string {
  const passed = now - at;
  if (passed < minute) return '刚刚';
  if (passed < hour) return `${Math.floor(passed / minute)}分钟前`;
  if (passed < day) return `${Math.floor(passed / hour)}小时前`;
  return `${Math.floor(passed / day)}天前`;
}

/** What the status bar says about the last full copy, and how urgently: over 7 days is late, none at all is bad. */
export function copyAge(
  at: number | null,
  now: number,
  records: number,
): { readonly tone: 'good' | 'warn' | 'bad' | 'calm'; readonly text: string } {
  if (at === null) return { tone: records > 0 ? 'bad' : 'calm', text: '还没有备份' };
  return { tone: now - at > 7 * day ? 'warn' : 'good', text: `上次备份 ${agoText(at, now)}` };
}

/** A day without its year: 11月25日. */
export function shortDate(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
