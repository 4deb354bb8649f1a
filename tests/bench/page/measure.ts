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

/** Runs work and tells the longest time for which the page's own thread did not answer meanwhile, in milliseconds. */
export async function withHeartbeat<T>(
  work: () => Promise<T>,
): Promise<{ readonly longest: number; readonly value: T }> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let beating = true;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (beating) setTimeout(() => port2.postMessage(null), 0);
  };
  port2.postMessage(null);
  const value = await work();
  beating = false;
  port1.close();
  return { longest, value };
}
