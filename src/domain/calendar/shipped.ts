import notice2016 from '#resources/calendars/2016.json';
import notice2017 from '#resources/calendars/2017.json';
import notice2018 from '#resources/calendars/2018.json';
import notice2019 from '#resources/calendars/2019.json';
import notice2020 from '#resources/calendars/2020.json';
import notice2021 from '#resources/calendars/2021.json';
import notice2022 from '#resources/calendars/2022.json';
import notice2023 from '#resources/calendars/2023.json';
import notice2024 from '#resources/calendars/2024.json';
import notice2025 from '#resources/calendars/2025.json';
import notice2026 from '#resources/calendars/2026.json';
import statutory from '#resources/calendars/statutory.json';
import type { CalendarFacts } from '../kernel';

const years = [
  notice2016,
  notice2017,
  notice2018,
  notice2019,
  notice2020,
  notice2021,
  notice2022,
  notice2023,
  notice2024,
  notice2025,
  notice2026,
];

/** The yearly notices as shipped, and the days that the law gives in the years after them. */
export const shippedCalendar: CalendarFacts = {
  notices: years.map((notice) => ({ ...notice, whole: true })),
  statutory: statutory.days,
};

/** Law that the days off of a year without a notice come from. */
export const statutorySource = statutory.source;
