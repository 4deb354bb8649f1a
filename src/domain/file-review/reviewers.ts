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

/** Somebody who declared to stand aside, and why. */
export interface DeclaredRecusal {
  readonly name: string;
  readonly reason: string;
}

/** Reads the recusals declared for a file: one a line, 姜律师：曾代理该案. */
export function declaredRecusals(text: string | null): readonly DeclaredRecusal[] {
  return (text ?? '').split('\n').flatMap((line) => {
    const [name = '', ...rest] = line.split(/[：:]/);
    return name.trim() === '' ? [] : [{ name: name.trim(), reason: rest.join('：').trim() }];
  });
}

/** One more recusal under those declared before. */
export function withRecusal(text: string | null, { name, reason }: DeclaredRecusal): string {
  const others = declaredRecusals(text).filter((one) => one.name !== name);
  return [...others, { name, reason }].map((one) => `${one.name}：${one.reason}`).join('\n');
}

/** What of a file tells who stands aside from it. */
export interface FileToScore {
  /** Names of its body, full and short. */
  readonly bodyNames: readonly (string | null)[];
  readonly recusals: string | null;
}

/**
 * Why somebody must not score a file: they belong to its body by the name they are invited under, or declared an interest
 * (广东省行政执法案卷评查办法 art. 10). Null where nothing speaks against it.
 */
export function standsAside(reviewer: string, { bodyNames, recusals }: FileToScore): string | null {
  const { name, unit } = reviewerName(reviewer);
  const known = bodyNames.filter((body) => body !== null && body !== '');
  const own = known.find((body) => unit !== '' && body !== null && (unit.includes(body) || body.includes(unit)));
  if (own) return `在${own}工作`;
  const declared = declaredRecusals(recusals).find((one) => one.name === reviewer || one.name === name);
  if (!declared) return null;
  return declared.reason === '' ? '申报回避' : `申报回避：${declared.reason}`;
}

/**
 * Gives each file two reviewers in turn, so that all score about as many and the pairs change.
 * @param eligible for each file, those who may score it.
 * @returns a pair for each file, or null where fewer than two may score it.
 */
export function sharePairs(eligible: readonly (readonly string[])[]): readonly (readonly [string, string] | null)[] {
  const load = new Map<string, number>();
  const together = new Map<string, number>();
  const loadOf = (name: string): number => load.get(name) ?? 0;
  const key = (a: string, b: string): string => [a, b].sort((x, y) => (x < y ? -1 : 1)).join('|');
  return eligible.map((free) => {
    const [first, ...rest] = free.toSorted((a, b) => loadOf(a) - loadOf(b));
    if (first === undefined) return null;
    const least = Math.min(...rest.map(loadOf));
    const second = rest
      .filter((one) => loadOf(one) === least)
      .toSorted((a, b) => (together.get(key(first, a)) ?? 0) - (together.get(key(first, b)) ?? 0))[0];
    if (second === undefined) return null;
    for (const one of [first, second]) load.set(one, loadOf(one) + 1);
    together.set(key(first, second), (together.get(key(first, second)) ?? 0) + 1);
    return [first, second];
  });
}
