import {
  dateFromParts,
  dayNumber,
  defineLedger,
  field,
  inOrder,
  weekdayOf,
  type FieldProblem,
  type ValuesOf,
} from '../kernel';

interface Days {
  readonly year: number;
  readonly day: string;
  readonly until: string | null;
  readonly kind: string;
}

/** A notice arranges its own year and, around New Year's Day, the last days of the year before. */
function withinYear({ year, day, until }: Days): FieldProblem | null {
  const first = dateFromParts(year - 1, 12, 1) ?? day;
  const last = dateFromParts(year, 12, 31) ?? day;
  if (day < first || day > last) return { field: 'day', message: `日期${day}不在${year}年的安排之内，请核对“年度”` };
  return until !== null && until > last ? { field: 'until', message: `结束日期${until}超出了${year}年，请核对` } : null;
}

/** A stretch of days off is a few weeks at the most; a longer one is a slip of the pen. */
function notTooLong({ day, until }: Days): FieldProblem | null {
  return until !== null && dayNumber(until) - dayNumber(day) > 30
    ? { field: 'until', message: `${day}至${until}超过31天，请核对` }
    : null;
}

/** People are called to work on Saturdays and Sundays; on another day it undoes a day off of an earlier notice. */
function workdayAdvice({ day, until, kind }: Days): readonly FieldProblem[] {
  const weekday = weekdayOf(dayNumber(day));
  if (kind !== 'work' || weekday === 0 || weekday === 6) return [];
  return [
    { field: until === null ? 'day' : 'until', message: `${day}不是周六、周日，登记为上班将取消原来的放假，请核对` },
  ];
}

/** The yearly notice on days off, as it comes out or as a place changes it; laid over what the application ships. */
export const calendarNotice = defineLedger({
  id: 'calendar-notice',
  noun: '放假安排',
  title: '放假调休安排',
  purpose: '国务院办公厅年度放假通知和本地放假安排。已随软件提供的年度不必登记，登记后以本表为准。',
  fields: {
    year: field.integer({
      label: '年度',
      aliases: ['年份', '年'],
      required: true,
      min: 2000,
      max: 2199,
      indexed: true,
      listed: true,
      width: 4,
      help: '通知所属的年度，如“2027年部分节假日安排”填2027',
    }),
    day: field.date({
      label: '日期',
      aliases: ['开始日期', '起始日期', '放假日期', '起'],
      required: true,
      indexed: true,
      listed: true,
      width: 7,
    }),
    until: field.date({
      label: '结束日期',
      aliases: ['截止日期', '终止日期', '止'],
      listed: true,
      width: 7,
      help: '连续几天时填最后一天，只有一天的不填',
    }),
    kind: field.choice({
      label: '类别',
      aliases: ['安排', '性质', '类型'],
      required: true,
      table: 'calendar-day-kind',
      listed: true,
      width: 5,
    }),
    name: field.text({
      label: '名称',
      aliases: ['节日', '节假日', '节日名称', '假期'],
      required: true,
      searchable: true,
      listed: true,
      width: 8,
      help: '如：国庆节；上班日填它所补的节日',
    }),
    source: field.text({
      label: '依据',
      aliases: ['文件', '来源', '通知'],
      searchable: true,
      listed: true,
      width: 22,
      help: '如：国务院办公厅关于2027年部分节假日安排的通知',
    }),
  },
  titleFields: ['day', 'name'],
  naturalKeys: [{ fields: ['day'], unique: true }],
  order: [{ field: 'day', descending: true }],
  rules: [
    withinYear,
    notTooLong,
    ({ day, until }) => inOrder({ label: '日期', day }, { field: 'until', label: '结束日期', day: until }),
  ],
  advice: [workdayAdvice],
});

/** Values of a stretch of days in a notice. */
export type CalendarNotice = ValuesOf<typeof calendarNotice>;
