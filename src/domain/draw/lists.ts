import { z } from 'zod';
import { canonicalJson } from '../kernel';

/** Most tickets one object may have, so that none is drawn for certain. */
export const heaviestWeight = 100;

const object = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Record id of the supervised body; null where the register names none. */
  entity: z.string().nullable(),
  /** Name of the supervised body. */
  unit: z.string(),
  weight: z.number().int().min(1).max(heaviestWeight),
  /** Why it has this weight. */
  reason: z.string().min(1),
});

const recusal = z.strictObject({
  /** Object that the person stands aside from. */
  object: z.string().min(1),
  kind: z.enum(['own-unit', 'worked', 'declared']),
  reason: z.string().min(1),
});

const person = z.strictObject({
  id: z.string().min(1),
  /** Register that the person was taken from. */
  register: z.enum(['supervision-staff', 'lay-supervisor', 'expert']),
  name: z.string().min(1),
  unit: z.string(),
  /** Where the person works and worked by what the registers hold. */
  history: z.array(z.string()),
  recusals: z.array(recusal),
});

const lists = z.strictObject({
  title: z.string().min(1),
  source: z.string().min(1),
  objects: z.array(object),
  people: z.array(person),
  /** Number of objects to be drawn. */
  objectCount: z.number().int().min(1),
  /** Number of inspectors for each drawn object. */
  inspectorsEach: z.number().int().min(1),
});

/** One object that can be drawn. */
export type DrawObject = z.infer<typeof object>;
/** Why a person does not inspect an object. */
export type Recusal = z.infer<typeof recusal>;
/** One person who can be drawn as inspector. */
export type DrawPerson = z.infer<typeof person>;
/** Everything about a draw that is fixed before it, beside the seed. */
export type DrawLists = z.infer<typeof lists>;

/** What an object is called: with its body, where it is not a body itself. Officers of one name are told apart by it. */
export function objectLabel({ name, unit }: Pick<DrawObject, 'name' | 'unit'>): string {
  return unit === '' || unit === name ? name : `${name}（${unit}）`;
}

/** What a person is called on screen and paper: with the unit, which the name of a namesake has already. */
export function personLabel({ name, unit }: Pick<DrawPerson, 'name' | 'unit'>): string {
  return unit === '' || name.includes('（') ? name : `${name}（${unit}）`;
}

/** The text of the lists, of which the digest is made. The same lists have the same text. */
export function writeLists(value: DrawLists): string {
  return canonicalJson(value);
}

/** Reads what {@link writeLists} wrote; text of another form is a bug or tampering and throws. */
export function readLists(text: string): DrawLists {
  const raw = JSON.parse(text) as { readonly objects?: readonly object[] };
  // Canonical text leaves out what is empty.
  const objects = (raw.objects ?? []).map((one) => ({ entity: null, ...one }));
  return lists.parse({ ...raw, objects });
}

const key = z.strictObject({ id: z.string(), key: z.string(), ticket: z.number().int() });
const drawn = z.strictObject({
  id: z.string(),
  inspectors: z.array(z.strictObject({ id: z.string(), key: z.string(), load: z.number().int() })),
});
const result = z.strictObject({
  algorithm: z.string(),
  /** Every object with its smallest key and the ticket that gave it, smallest first: the first ones are drawn. */
  order: z.array(key),
  /** Drawn objects with their inspectors; `load` is how many objects a person had before. */
  drawn: z.array(drawn),
});

/** What a draw gave. */
export type DrawResult = z.infer<typeof result>;

/** The text of a result; the same result has the same text. */
export function writeResult(value: DrawResult): string {
  return canonicalJson(value);
}

/** Reads what {@link writeResult} wrote. */
export function readResult(text: string): DrawResult {
  return result.parse(JSON.parse(text));
}
