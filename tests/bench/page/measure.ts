/** One figure with its baseline from the same process. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
}

/** Puts a value beside its baseline. */
export function figure(name: string, unit: string, value: number, baseline: number | null): Figure {
  const round = (x: number): number => Math.round(x * 100) / 100;
  const ratio = baseline === null || baseline === 0 ? null : round(value / baseline);
  return { name, value: round(value), unit, baseline: baseline === null ? null : round(baseline), ratio };
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Milliseconds that a piece of work takes. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

/** Runs work and tells the longest task of the page's own thread meanwhile, in milliseconds; 0 where none took 50 or more. */
export async function withLongestTask<T>(
  work: () => Promise<T>,
): Promise<{ readonly longest: number; readonly value: T }> {
  let longest = 0;
  const take = (entries: PerformanceEntryList): void => {
    for (const entry of entries) longest = Math.max(longest, entry.duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const value = await work();
  take(observer.takeRecords());
  observer.disconnect();
  return { longest, value };
}
