import type { DateText } from '../kernel';
import type { Recusal } from './lists';

/** A supervised body behind an object, by id and by all its names. */
export interface UnitNames {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
}

/** A post that the registers know of. */
export interface Post {
  /** Record id of the body. */
  readonly entity: string;
  /** Last day there as far as is known; null while the person is registered there. */
  readonly until: DateText | null;
}

/** What of a person bears on recusal. */
export interface PersonFacts {
  readonly employer: string | null;
  /** Other places of work within two years, as the register has them. */
  readonly formerEmployers: string | null;
  readonly posts: readonly Post[];
}

/** Short forms of fewer characters name too many things. */
const shortest = 4;

function names(text: string | null, { name, shortName }: UnitNames): boolean {
  if (text === null) return false;
  const known = [name, ...(shortName !== null && shortName.length >= shortest ? [shortName] : [])];
  return known.some((one) => text.includes(one));
}

/**
 * Recusals of a person for an object by what the registers hold: the own unit, and units of the past two years.
 * @param units the object's body and the body that it belongs to.
 * @param since first day of the past two years.
 */
export function recusalsOf(
  object: string,
  units: readonly UnitNames[],
  person: PersonFacts,
  since: DateText,
): readonly Recusal[] {
  for (const unit of units) {
    const here = person.posts.filter(({ entity }) => entity === unit.id);
    if (here.some(({ until }) => until === null) || names(person.employer, unit)) {
      return [{ object, kind: 'own-unit', reason: `在${unit.name}工作` }];
    }
    const former = here.find(({ until }) => until !== null && until >= since);
    if (former?.until != null) return [{ object, kind: 'worked', reason: `${former.until}前在${unit.name}工作` }];
    if (names(person.formerEmployers, unit)) return [{ object, kind: 'worked', reason: `近两年在${unit.name}工作过` }];
  }
  return [];
}
