import type { DocumentNumber } from './document-number';

/** Serials in a row, both ends among them. */
export interface SerialRange {
  readonly from: number;
  readonly to: number;
}

/** One series: the numbers of a prefix in a year. */
export interface NumberSeries {
  readonly prefix: string;
  readonly year: number;
  /** Highest serial taken in any way. */
  readonly last: number;
  /** Issued here. */
  readonly used: number;
  /** Used on paper or before a restore. */
  readonly elsewhere: number;
  readonly reserved: readonly SerialRange[];
  readonly voided: readonly SerialRange[];
  /** Serials below the highest of which nothing is known: to be explained. */
  readonly gaps: readonly SerialRange[];
}

/** Puts serials together into ranges. */
export function rangesOf(serials: readonly number[]): readonly SerialRange[] {
  const ranges: SerialRange[] = [];
  for (const serial of serials.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last.to >= serial - 1) ranges[ranges.length - 1] = { from: last.from, to: serial };
    else ranges.push({ from: serial, to: serial });
  }
  return ranges;
}

/** A range as people write it: 5, 7—9. */
export function rangeText({ from, to }: SerialRange): string {
  return from === to ? `${from}` : `${from}—${to}`;
}

function gapsIn(taken: readonly SerialRange[]): readonly SerialRange[] {
  return taken.flatMap(({ from }, at) => {
    const free = (taken[at - 1]?.to ?? 0) + 1;
    return free < from ? [{ from: free, to: from - 1 }] : [];
  });
}

function seriesOf(numbers: readonly DocumentNumber[], prefix: string, year: number): NumberSeries {
  const serialsOf = (status: string): readonly number[] =>
    numbers.flatMap((one) => (one.status === status ? one.serial : []));
  const taken = rangesOf(numbers.map((one) => one.serial));
  return {
    prefix,
    year,
    last: taken.at(-1)?.to ?? 0,
    used: serialsOf('used').length,
    elsewhere: serialsOf('elsewhere').length,
    reserved: rangesOf(serialsOf('reserved')),
    voided: rangesOf(serialsOf('void')),
    gaps: gapsIn(taken),
  };
}

/** All series of some numbers, the latest year first, then by prefix. */
export function allSeries(numbers: readonly DocumentNumber[]): readonly NumberSeries[] {
  const groups = new Map<string, DocumentNumber[]>();
  for (const one of numbers) {
    const key = `${one.prefix}\u0000${one.year}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const series = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [seriesOf(group, first.prefix, first.year)] : [];
  });
  return series.toSorted((a, b) => b.year - a.year || (a.prefix < b.prefix ? -1 : 1));
}
