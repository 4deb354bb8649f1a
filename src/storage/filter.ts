import { unreachable, type FieldValue, type Filter } from '@/domain/kernel';
import { fold } from './collation';
import { isEmpty, type Column } from './column';

type Test = (value: FieldValue) => boolean;

function inBounds(value: string | number, from: string | number | undefined, to: string | number | undefined): boolean {
  if (typeof value === 'number') {
    return (from === undefined || value >= Number(from)) && (to === undefined || value <= Number(to));
  }
  // A day stands within a month, and a moment within a day, that bounds it above.
  const upper = to === undefined ? '' : String(to);
  return (from === undefined || value >= String(from)) && (to === undefined || value.slice(0, upper.length) <= upper);
}

function hasAny(value: FieldValue, wanted: ReadonlySet<unknown>): boolean {
  return typeof value === 'object' ? (value?.some((item) => wanted.has(item)) ?? false) : wanted.has(value);
}

function testOf(filter: Filter): Test {
  switch (filter.op) {
    case 'equals': {
      const wanted = new Set([filter.value]);
      return (value) => hasAny(value, wanted);
    }
    case 'any': {
      const wanted = new Set(filter.values);
      return (value) => hasAny(value, wanted);
    }
    case 'between':
      return (value) =>
        (typeof value === 'string' || typeof value === 'number') && inBounds(value, filter.from, filter.to);
    case 'empty':
      return isEmpty;
    case 'filled':
      return (value) => !isEmpty(value);
    case 'contains':
      throw new Error('contains looks at the text');
    default:
      return unreachable(filter);
  }
}

/** By distinct value of the column: 1 where the filter lets it through. */
export function acceptedValues(column: Column, filter: Filter): Uint8Array {
  const accepted = new Uint8Array(column.distinct.length);
  if (filter.op === 'contains') {
    const wanted = fold(filter.value.trim());
    column.folded().forEach((text, code) => (accepted[code] = text.includes(wanted) ? 1 : 0));
    return accepted;
  }
  const test = testOf(filter);
  column.distinct.forEach((value, code) => (accepted[code] = test(value) ? 1 : 0));
  return accepted;
}
