import { parseLine } from './lines';
import { refuse, useAnother } from './refusal';
import {
  isFlag,
  isMoment,
  isNumbering,
  isObject,
  isText,
  misfit,
  optional,
  type JsonObject,
  type Shape,
} from './shape';

/** What surrounds the values of every record. Members that are null may be left out. */
const envelope = {
  id: (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  revision: isNumbering,
  origin: isText,
  createdAt: isMoment,
  createdBy: isText,
  updatedAt: isMoment,
  updatedBy: isText,
  rules: (value: unknown) => isObject(value) && Object.values(value).every(isText),
  deletedAt: optional(isMoment),
  deletedBy: optional(isText),
  sample: isFlag,
  values: isObject,
};

const types: Shape = {
  string: isText,
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isObject,
  null: (value) => value === null,
};

/** Whether a value has a type that the JSON Schema allows; other keywords are the importer's business. */
function allowed(schema: unknown, value: unknown): boolean {
  if (!isObject(schema)) return true;
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].some((option) => allowed(option, value));
  const wanted = schema['type'];
  if (typeof wanted === 'string' && types[wanted]?.(value) === false) return false;
  return !Array.isArray(value) || value.every((item) => allowed(schema['items'], item));
}

/** Checks the records of one ledger, line by line, against the schema that the archive carries, and hands each on. */
export function rowChecker(
  path: string,
  schema: JsonObject,
  accept: (row: JsonObject) => void,
): (line: string, number: number) => void {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const seen = new Set<unknown>();
  return (line, number) => {
    const row = parseLine(line, path, number);
    const place = `备份中的“${path}”第${number}行`;
    const wrong = misfit(row, envelope);
    if (wrong !== null) refuse(`${place}的“${wrong}”不对，${useAnother}`);
    if (seen.has(row['id'])) refuse(`${place}与前面的一条记录编号相同，${useAnother}`);
    seen.add(row['id']);
    for (const [name, value] of Object.entries(isObject(row['values']) ? row['values'] : {})) {
      const known = Object.hasOwn(properties, name);
      if (!known || !allowed(properties[name], value)) refuse(`${place}的“${name}”与数据说明不符，${useAnother}`);
    }
    accept(row);
  };
}

/** Checks that a schema is a JSON Schema of an object. */
export function readSchema(path: string, text: string): JsonObject {
  const schema = parseLine(text, path, 1);
  if (schema['type'] !== 'object' || !isObject(schema['properties']))
    refuse(`备份中的“${path}”不是数据说明，${useAnother}`);
  return schema;
}

/** One change of the log: which record, and what it was before and after. */
export function readChange(line: string, path: string, number: number): JsonObject {
  const change = parseLine(line, path, number);
  const isSide = (side: unknown): boolean => isObject(side) && side['id'] === change['id'];
  const shape = { ledger: isText, id: isText, before: optional(isSide), after: optional(isSide) };
  if (misfit(change, shape) !== null || !(isObject(change['before']) || isObject(change['after']))) {
    refuse(`备份中的“${path}”第${number}行的修改内容不完整，${useAnother}`);
  }
  return change;
}
