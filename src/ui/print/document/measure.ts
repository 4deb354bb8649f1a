import { advanceOf, type FontRole } from '@/domain/fonts';
import type { Measure } from './form';

const known = new Map<string, number>();

/** Widths of characters in the shipped fonts; each is looked up once. */
export const defaultMeasure: Measure = (role: FontRole, char: string): number => {
  const key = role + char;
  const found = known.get(key);
  if (found !== undefined) return found;
  const width = advanceOf(role, char);
  known.set(key, width);
  return width;
};
