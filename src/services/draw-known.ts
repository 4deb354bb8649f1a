import {
  expert,
  expertUnavailable,
  staffUnavailable,
  supervisorUnavailable,
  type DrawPerson,
  type Expert,
} from '@/domain/draw';
import type { LedgerRow } from '@/domain/kernel';
import { supervisionStaff, type SupervisionStaff } from '@/domain/staff';
import { appointmentTerm, laySupervisor, type AppointmentTerm, type LaySupervisor } from '@/domain/supervisor';
import { allRows } from './all-rows';
import type { Workbench } from './workbench';

/** Registers from which inspectors are drawn. */
export const crewRegisters = [supervisionStaff, laySupervisor, expert] as const;

/** Identifiers chosen from each register. */
export type ChosenCrew = Readonly<Record<DrawPerson['register'], readonly string[]>>;

/** A chosen person as the register has it. */
export interface KnownPerson {
  readonly id: string;
  readonly register: DrawPerson['register'];
  readonly name: string;
  readonly identityNumber: string | null;
  readonly unit: string;
  /** Number of the certificate, or in the register. */
  readonly number: string | null;
  readonly employer: string | null;
  readonly formerEmployers: string | null;
  /** Why the person cannot take part at all. */
  readonly unavailable: string | null;
}

function staffKnown(bench: Workbench, { id, values }: LedgerRow<SupervisionStaff>, office: string): KnownPerson {
  const bureau = bench.session.profile?.name ?? '';
  const { name, identityNumber, certificateNo } = values;
  return {
    id,
    register: 'supervision-staff',
    name,
    identityNumber,
    unit: office === '' ? bureau : office,
    number: certificateNo ?? values.department,
    employer: bureau,
    formerEmployers: null,
    unavailable: staffUnavailable(values, bench.session.today()),
  };
}

function layKnown(
  bench: Workbench,
  { id, values }: LedgerRow<LaySupervisor>,
  terms: readonly AppointmentTerm[],
): KnownPerson {
  const { name, identityNumber, employer, rosterNo } = values;
  return {
    id,
    register: 'lay-supervisor',
    name,
    identityNumber,
    unit: employer ?? '',
    number: rosterNo,
    employer,
    formerEmployers: null,
    unavailable: supervisorUnavailable(terms, bench.session.today()),
  };
}

function expertKnown(bench: Workbench, { id, values }: LedgerRow<Expert>): KnownPerson {
  const { name, identityNumber, employer, formerEmployers, position } = values;
  const unavailable = expertUnavailable(values, bench.session.today());
  const unit = employer ?? '';
  return {
    id,
    register: 'expert',
    name,
    identityNumber,
    unit,
    number: position,
    employer,
    formerEmployers,
    unavailable,
  };
}

async function living<V>(bench: Workbench, ledger: string, ids: readonly string[]): Promise<readonly LedgerRow<V>[]> {
  if (ids.length === 0) return [];
  const rows = (await bench.storage.rows(ledger, ids)) as readonly LedgerRow<V>[];
  return rows.filter((row) => row.deletedAt === null);
}

async function termsOf(bench: Workbench, ids: readonly string[]): Promise<readonly AppointmentTerm[]> {
  if (ids.length === 0) return [];
  const filters = [{ field: 'supervisor', op: 'any', values: ids } as const];
  const rows = await allRows(bench, { ledger: appointmentTerm.id, filters });
  return rows.map((row) => row.values as AppointmentTerm);
}

/** The chosen people with what the registers hold. */
export async function knownPeople(bench: Workbench, chosen: ChosenCrew): Promise<readonly KnownPerson[]> {
  const [staff, lay, experts, terms] = await Promise.all([
    living<SupervisionStaff>(bench, supervisionStaff.id, chosen['supervision-staff']),
    living<LaySupervisor>(bench, laySupervisor.id, chosen['lay-supervisor']),
    living<Expert>(bench, expert.id, chosen.expert),
    termsOf(bench, chosen['lay-supervisor']),
  ]);
  const offices = staff.flatMap((row) => row.values.office ?? []);
  const titles = await bench.storage.titles('judicial-office', [...new Set(offices)]);
  return [
    ...staff.map((row) => staffKnown(bench, row, titles[row.values.office ?? ''] ?? '')),
    ...lay.map((row) =>
      layKnown(
        bench,
        row,
        terms.filter(({ supervisor }) => supervisor === row.id),
      ),
    ),
    ...experts.map((row) => expertKnown(bench, row)),
  ];
}
