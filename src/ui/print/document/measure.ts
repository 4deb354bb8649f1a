import { advanceOf, fontRoles, type FontRole } from '@/domain/fonts';
import type { Measure } from './form';

const known = Object.fromEntries(fontRoles.map((role) => [role, new Map<string, number>()])) as Readonly<
  Record<FontRole, Map<string, number>>
>;

/** Widths of characters in the shipped fonts; each is looked up once. */
export const defaultMeasure: Measure = (role, char) => {
  const widths = known[role];
  const found = widths.get(char);
  if (found !== undefined) return found;
  const width = advanceOf(role, char);
  widths.set(char, width);
  return width;
};
