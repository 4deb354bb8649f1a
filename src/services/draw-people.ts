import { expert, recusalsOf, type DrawPerson, type Expert, type PersonFacts, type Post } from '@/domain/draw';
import type { DateText, LedgerRow, Values } from '@/domain/kernel';
import { enforcementOfficer, type EnforcementOfficer } from '@/domain/officer';
import { supervisionStaff, type SupervisionStaff } from '@/domain/staff';
import { laySupervisor, type LaySupervisor } from '@/domain/supervisor';
import { allRows } from './all-rows';
import { lookBack, type Candidate } from './draw-objects';
import type { Workbench } from './workbench';

/** Registers from which inspectors are drawn. */
export const crewRegisters = [supervisionStaff, laySupervisor, expert] as const;

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

type Register = DrawPerson['register'];

interface Known {
  readonly id: string;
  readonly register: Register;
  readonly name: string;
  readonly identityNumber: string | null;
  readonly unit: string;
  readonly employer: string | null;
  readonly formerEmployers: string | null;
  readonly unavailable: string | null;
}

function staffKnown(bench: Workbench, { id, values }: LedgerRow<SupervisionStaff>, office: string): Known {
  const bureau = bench.session.profile?.name ?? '';
  const away = values.postStatus !== null && values.postStatus !== 'on';
  return {
    id,
    register: 'supervision-staff',
    name: values.name,
    identityNumber: values.identityNumber,
    unit: office === '' ? bureau : office,
    employer: bureau,
    formerEmployers: null,
    unavailable: away ? '登记为不在岗' : null,
  };
}

function layKnown({ id, values }: LedgerRow<LaySupervisor>): Known {
  const { name, identityNumber, employer } = values;
  const unit = employer ?? '';
  return {
    id,
    register: 'lay-supervisor',
    name,
    identityNumber,
    unit,
    employer,
    formerEmployers: null,
    unavailable: null,
  };
}

function expertKnown({ id, values }: LedgerRow<Expert>, today: DateText): Known {
  const { name, identityNumber, employer, formerEmployers, left, validUntil } = values;
  const over = validUntil !== null && validUntil < today ? `在库期限${validUntil}已满` : null;
  const unavailable = left === true ? '已出库' : over;
  return { id, register: 'expert', name, identityNumber, unit: employer ?? '', employer, formerEmployers, unavailable };
}

async function living<V>(bench: Workbench, ledger: string, ids: readonly string[]): Promise<readonly LedgerRow<V>[]> {
  if (ids.length === 0) return [];
  const rows = (await bench.storage.rows(ledger, ids)) as readonly LedgerRow<V>[];
  return rows.filter((row) => row.deletedAt === null);
}

async function knownOf(bench: Workbench, chosen: Readonly<Record<Register, readonly string[]>>): Promise<Known[]> {
  const [staff, lay, experts] = await Promise.all([
    living<SupervisionStaff>(bench, supervisionStaff.id, chosen['supervision-staff']),
    living<LaySupervisor>(bench, laySupervisor.id, chosen['lay-supervisor']),
    living<Expert>(bench, expert.id, chosen.expert),
  ]);
  const offices = staff.flatMap((row) => row.values.office ?? []);
  const titles = await bench.storage.titles('judicial-office', [...new Set(offices)]);
  const today = bench.session.today();
  return [
    ...staff.map((row) => staffKnown(bench, row, titles[row.values.office ?? ''] ?? '')),
    ...lay.map(layKnown),
    ...experts.map((row) => expertKnown(row, today)),
  ];
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

async function factsOf(bench: Workbench, { identityNumber, employer, formerEmployers }: Known): Promise<PersonFacts> {
  const own = identityNumber === null ? [] : await officersWith(bench, 'identityNumber', identityNumber);
  const posts = (await Promise.all(own.map((row) => postsOf(bench, row)))).flat();
  return { employer, formerEmployers, posts };
}

/** Bodies of officers named alike of whom nothing says whether they are the same person. */
async function alikeIn(bench: Workbench, { name, identityNumber }: Known): Promise<ReadonlySet<string>> {
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
 * hold, and what was declared. People of the same name are told apart by identity number; where that is missing, a hint.
 */
export async function crewOf(
  bench: Workbench,
  chosen: Readonly<Record<Register, readonly string[]>>,
  candidates: readonly Candidate[],
  declared: readonly Declared[],
): Promise<readonly Crew[]> {
  const since = lookBack(bench.session.today());
  const known = await knownOf(bench, chosen);
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
      const { id, register, name, unit, unavailable } = one;
      const person = { id, register, name, unit, history: historyOf(facts, titles), recusals };
      return { person, unavailable, hints: [...new Set(hints)] };
    }),
  );
}
