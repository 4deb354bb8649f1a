import { eligibleFor } from './check-lists';
import type { DrawLists, DrawObject, DrawPerson, DrawResult } from './lists';

/** Name of the procedure as records keep it. Another procedure gets another name; this one stays for its records. */
export const drawAlgorithm = 'sha256-tickets-1';

/** SHA-256 of a text in UTF-8, as 64 small hexadecimal digits. */
export type Sha256 = (text: string) => Promise<string>;

/** Text of which an object's key for one ticket is made; tickets are counted from 1. */
export function ticketText(seed: string, object: string, ticket: number): string {
  return `${seed}|object|${object}|${ticket}`;
}

/** Text of which a person's key for one object is made. */
export function inspectorText(seed: string, object: string, person: string): string {
  return `${seed}|inspector|${object}|${person}`;
}

type Key = DrawResult['order'][number];
type Chosen = DrawResult['drawn'][number]['inspectors'][number];

function byKey(a: { readonly key: string; readonly id: string }, b: { readonly key: string; readonly id: string }) {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

async function objectKey({ id, weight }: DrawObject, seed: string, sha256: Sha256): Promise<Key> {
  const tickets = Array.from({ length: weight }, (_, at) => at + 1);
  const keys = await Promise.all(tickets.map((ticket) => sha256(ticketText(seed, id, ticket))));
  const [first = ''] = keys;
  const key = keys.reduce((least, one) => (one < least ? one : least), first);
  return { id, key, ticket: keys.indexOf(key) + 1 };
}

interface Choosing {
  readonly seed: string;
  readonly each: number;
  readonly loads: ReadonlyMap<string, number>;
}

async function chooseFor(
  object: string,
  people: readonly DrawPerson[],
  { seed, each, loads }: Choosing,
  sha256: Sha256,
): Promise<readonly Chosen[]> {
  const keyed = await Promise.all(
    eligibleFor(people, object).map(async ({ id }) => ({
      id,
      key: await sha256(inspectorText(seed, object, id)),
      load: loads.get(id) ?? 0,
    })),
  );
  return keyed.sort((a, b) => a.load - b.load || byKey(a, b)).slice(0, each);
}

/**
 * Draws objects and inspectors. An object of weight w has w tickets; its key is the smallest SHA-256 of its tickets' texts.
 * The objects with the smallest keys are drawn. For each of them in this order those are taken who may inspect it and have
 * the fewest objects so far; among equals the smallest SHA-256 decides. Nothing but lists and seed bears on the result.
 * @param lists judged by checkLists; with too few people an object gets fewer inspectors.
 */
export async function runDraw(lists: DrawLists, seed: string, sha256: Sha256): Promise<DrawResult> {
  const keys = await Promise.all(lists.objects.map((object) => objectKey(object, seed, sha256)));
  const order = keys.sort(byKey);
  const loads = new Map<string, number>();
  const drawn: DrawResult['drawn'] = [];
  for (const { id } of order.slice(0, lists.objectCount)) {
    const choosing = { seed, each: lists.inspectorsEach, loads };
    const inspectors = await chooseFor(id, lists.people, choosing, sha256);
    for (const one of inspectors) loads.set(one.id, one.load + 1);
    drawn.push({ id, inspectors: [...inspectors] });
  }
  return { algorithm: drawAlgorithm, order, drawn };
}
