/** An object out of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;
/** Judges one member of an object. */
export type Judge = (value: unknown) => boolean;
/** What the members of an object have to be. Others may stand beside them. */
export type Shape = Readonly<Record<string, Judge>>;

export const isText: Judge = (value) => typeof value === 'string';
export const isFlag: Judge = (value) => typeof value === 'boolean';
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A whole number, not negative. */
export const isCount: Judge = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** A whole number from 1. */
export const isNumbering: Judge = (value) => isCount(value) && value !== 0;
/** SHA-256 in hex. */
export const isHash: Judge = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
/** Moment in ISO 8601 UTC. */
export const isMoment: Judge = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value);
/** Either left out, null, or as the judge wants it. */
export const optional =
  (judge: Judge): Judge =>
  (value) =>
    value === undefined || value === null || judge(value);
export const listOf =
  (judge: Judge): Judge =>
  (value) =>
    Array.isArray(value) && value.every(judge);

/** Name of the first member that is missing or wrong; null where all fit, '' where the value is no object. */
export function misfit(value: unknown, shape: Shape): string | null {
  if (!isObject(value)) return '';
  return Object.keys(shape).find((name) => shape[name]?.(value[name]) === false) ?? null;
}

export const hasShape =
  (shape: Shape): Judge =>
  (value) =>
    misfit(value, shape) === null;
