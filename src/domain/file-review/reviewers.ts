/** A person who may score, as the batch names them: 姜律师（县律师协会） is somebody invited, with unit. */
export interface ReviewerName {
  readonly name: string;
  readonly unit: string;
}

/** Names of those invited, as a batch writes them down, parted by 、 or the like. */
export function invitedNames(text: string | null): readonly string[] {
  return (text ?? '')
    .split(/[、，,;；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Reads name and unit apart. */
export function reviewerName(text: string): ReviewerName {
  const found = /^(.+?)[（(](.+)[）)]$/.exec(text);
  return { name: found?.[1] ?? text, unit: found?.[2] ?? '' };
}

/** Whether somebody must not score a body's files: they belong to it (广东省行政执法案卷评查办法 art. 10). */
export function mustStandAside(reviewer: string, bodyNames: readonly string[]): boolean {
  const { unit } = reviewerName(reviewer);
  return unit !== '' && bodyNames.some((name) => name !== '' && (name === unit || name.includes(unit)));
}

/**
 * Gives each file two reviewers in turn, so that all score about as many and the pairs change.
 * @param bodiesOf names of the body of each file.
 * @returns a pair for each file, or null where fewer than two may score it.
 */
export function sharePairs(
  reviewers: readonly string[],
  bodiesOf: readonly (readonly string[])[],
): readonly (readonly [string, string] | null)[] {
  const load = new Map(reviewers.map((name) => [name, 0]));
  const together = new Map<string, number>();
  const key = (a: string, b: string): string => [a, b].sort((x, y) => (x < y ? -1 : 1)).join('|');
  return bodiesOf.map((names) => {
    const free = reviewers.filter((one) => !mustStandAside(one, names));
    const byLoad = free.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
    const [first] = byLoad;
    if (first === undefined) return null;
    const rest = byLoad.slice(1);
    const least = Math.min(...rest.map((one) => load.get(one) ?? 0));
    const second = rest
      .filter((one) => load.get(one) === least)
      .toSorted((a, b) => (together.get(key(first, a)) ?? 0) - (together.get(key(first, b)) ?? 0))[0];
    if (second === undefined) return null;
    for (const one of [first, second]) load.set(one, (load.get(one) ?? 0) + 1);
    together.set(key(first, second), (together.get(key(first, second)) ?? 0) + 1);
    return [first, second];
  });
}
