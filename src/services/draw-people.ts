import { distinctNames, recusalsOf, type DrawPerson, type PersonFacts, type Post } from '@/domain/draw';
import type { DateText, LedgerRow, Values } from '@/domain/kernel';
import { enforcementOfficer, type EnforcementOfficer } from '@/domain/officer';
import { allRows } from './all-rows';
import { knownPeople, type ChosenCrew, type KnownPerson } from './draw-known';
import { lookBack, type Candidate } from './draw-objects';
import type { Workbench } from './workbench';

/** A chosen person with what the registers say. */
export interface Crew {
  readonly person: DrawPerson;
  /** Why the person cannot take part at all; such a person is left out of the draw. */
  readonly unavailable: string | null;
  /** What a look is needed at: an officer of the same name in a body that may be drawn. */
  readonly hints: readonly string[];
}

/** An interest declared for a person and an object, with its reason. */
export interface Declared {
  readonly person: string;
  readonly object: string;
  readonly reason: string;
}

function dayOf(moment: string): DateText {
  return moment.slice(0, 10);
}

/** Posts of one officer's record: where it stands now, and where it stood before it was changed or removed. */
async function postsOf(bench: Workbench, { id, values, deletedAt, updatedAt }: LedgerRow<EnforcementOfficer>) {
  const gone = values.postStatus === 'moved' || values.postStatus === 'retired';
  const until = deletedAt !== null ? dayOf(deletedAt) : gone ? dayOf(updatedAt) : null;
  const posts: Post[] = [{ entity: values.entity, until }];
  for (const { header, entry } of await bench.storage.history(enforcementOfficer.id, id)) {
    const before: Values | undefined = entry.before?.values;
    const former = before?.['entity'];
    if (typeof former === 'string' && former !== entry.after?.values['entity']) {
      posts.push({ entity: former, until: dayOf(header.at) });
    }
  }
  return posts;
}

async function officersWith(bench: Workbench, field: 'identityNumber' | 'name', value: string) {
  const filters = [{ field, op: 'equals', value } as const];
  const [here, removed] = await Promise.all([
    allRows(bench, { ledger: enforcementOfficer.id, filters }),
    allRows(bench, { ledger: enforcementOfficer.id, filters, deleted: true }),
  ]);
  const rows: readonly LedgerRow[] = [...here, ...removed];
  return rows as readonly LedgerRow<EnforcementOfficer>[];
}

async function factsOf(
  bench: Workbench,
  { identityNumber, employer, formerEmployers }: KnownPerson,
): Promise<PersonFacts> {
  const own = identityNumber === null ? [] : await officersWith(bench, 'identityNumber', identityNumber);
  const posts = (await Promise.all(own.map((row) => postsOf(bench, row)))).flat();
  return { employer, formerEmployers, posts };
}

/** Bodies of officers named alike of whom nothing says whether they are the same person. */
async function alikeIn(bench: Workbench, { name, identityNumber }: KnownPerson): Promise<ReadonlySet<string>> {
  const alike = await officersWith(bench, 'name', name);
  const unclear = alike.filter(
    ({ values, deletedAt }) => deletedAt === null && (identityNumber === null || values.identityNumber === null),
  );
  return new Set(unclear.map(({ values }) => values.entity));
}

function historyOf({ employer, formerEmployers, posts }: PersonFacts, titles: Readonly<Record<string, string>>) {
  const worked = posts.map(({ entity, until }) => {
    const unit = titles[entity] ?? '（已删除的单位）';
    return until === null ? `登记为${unit}执法人员` : `${until}前为${unit}执法人员`;
  });
  const former = formerEmployers === null ? [] : [`近两年：${formerEmployers}`];
  return [...(employer === null || employer === '' ? [] : [employer]), ...former, ...worked];
}

/**
 * The chosen people with their recusals for every candidate: own unit, units of the past two years by what the registers
 * hold, and what was declared. Those who share a name are called by unit and number too; an officer of the same name is told
 * apart by identity number, and where that is missing, a hint.
 */
export async function crewOf(
  bench: Workbench,
  chosen: ChosenCrew,
  candidates: readonly { readonly object: { readonly id: string }; readonly units: Candidate['units'] }[],
  declared: readonly Declared[],
): Promise<readonly Crew[]> {
  const since = lookBack(bench.session.today());
  const known = await knownPeople(bench, chosen);
  const called = distinctNames(known);
  return Promise.all(
    known.map(async (one) => {
      const [facts, alike] = await Promise.all([factsOf(bench, one), alikeIn(bench, one)]);
      const titles = await bench.storage.titles('enforcement-entity', [...new Set(facts.posts.map((p) => p.entity))]);
      const recusals = candidates.flatMap(({ object, units }) => {
        const ruled = recusalsOf(object.id, units, facts, since);
        const said = declared.find((each) => each.person === one.id && each.object === object.id);
        if (ruled.length > 0 || !said) return ruled;
        return [{ object: object.id, kind: 'declared', reason: said.reason } as const];
      });
      const hints = candidates.flatMap(({ object, units }) => {
        const aside = recusals.some((recusal) => recusal.object === object.id);
        const unit = aside ? undefined : units.find(({ id }) => alike.has(id));
        return unit ? [`${unit.name}有一名执法人员与${one.name}同名，请核对是不是同一人`] : [];
      });
      const { id, register, unit, unavailable } = one;
      const name = called.get(id) ?? one.name;
      const person = { id, register, name, unit, history: historyOf(facts, titles), recusals };
      return { person, unavailable, hints: [...new Set(hints)] };
    }),
  );
}
