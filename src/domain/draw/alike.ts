/** What tells a person from another of the same name. */
export interface Namesake {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Number of the certificate or in the register; null where there is none. */
  readonly number: string | null;
}

const shortId = 6;

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('，');
}

/**
 * Names by which people of one list are told apart: those who share a name are called by unit and number too, and where
 * even these are the same or missing, by the end of their record's identifier.
 */
export function distinctNames(people: readonly Namesake[]): ReadonlyMap<string, string> {
  return new Map(
    people.map(({ id, name, unit, number }) => {
      const others = people.filter((one) => one.name === name && one.id !== id);
      if (others.length === 0) return [id, name];
      const told = joined([unit, number]);
      const same = others.some((one) => joined([one.unit, one.number]) === told);
      return [id, `${name}（${joined([told, same ? `编号尾号${id.slice(-shortId)}` : null])}）`];
    }),
  );
}
