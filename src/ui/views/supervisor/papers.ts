import { codeLabel, type LedgerRow } from '@/domain/kernel';
import type { LaySupervisor } from '@/domain/supervisor';
import type { TermRow } from '@/services/appointments';
import type { PrintOrder } from '@/services/print-list';
import type { Workbench } from '@/services/workbench';
import { appointmentLetterPage, type AppointmentLetter } from '@/ui/print/appointment-letter';
import { supervisorCardPage, type SupervisorCard } from '@/ui/print/supervisor-card';

/** A person with the term that the papers are made out for. */
export interface Appointed {
  readonly person: LedgerRow<LaySupervisor>;
  readonly term: TermRow;
}

/** 青河县 out of 青河县司法局; empty where the bureau is named otherwise. */
export function areaOf(bureau: string): string {
  return bureau.endsWith('司法局') ? bureau.slice(0, -3) : '';
}

function officeOf(bench: Workbench, person: LaySupervisor): string {
  return person.kind === null ? '行政执法监督员' : codeLabel(bench.session.codes, 'supervisor-kind', person.kind);
}

/** The letter of appointment of a term. */
export function letterOf(bench: Workbench, { person, term }: Appointed): AppointmentLetter {
  const bureau = bench.session.profile?.name ?? '';
  const { values } = term;
  return {
    name: person.values.name,
    office: officeOf(bench, person.values),
    area: areaOf(bureau),
    session: values.termNo ?? '',
    letterNo: values.letterNo ?? '',
    decisionNo: values.docNo ?? '',
    from: values.startsOn,
    until: values.endsOn,
    renewal: values.kind === 'renewal',
    issuer: bureau,
    issuedOn: values.issuedOn ?? values.startsOn,
  };
}

/** The supervisor's card of a term. */
export function cardOf(bench: Workbench, { person, term }: Appointed): SupervisorCard {
  const { name, gender, employer, position } = person.values;
  return {
    name,
    gender: gender === null ? '' : codeLabel(bench.session.codes, 'gender', gender),
    office: officeOf(bench, person.values),
    workplace: [employer, position].filter((part) => part !== null && part !== '').join(' '),
    cardNo: term.values.badgeNo ?? '',
    from: term.values.startsOn,
    until: term.values.endsOn,
    issuer: bench.session.profile?.name ?? '',
  };
}

/** Letters of appointment, ready to print. */
export function letterOrder(bench: Workbench, appointed: readonly Appointed[]): PrintOrder {
  const letters = appointed.map((one) => letterOf(bench, one));
  const [only] = letters;
  const title = only && letters.length === 1 ? `聘书-${only.name}` : `聘书${letters.length}份`;
  return { html: appointmentLetterPage(letters), title, paper: 'A4', landscape: true };
}

/** Supervisors' cards, ready to print. */
export function cardOrder(bench: Workbench, appointed: readonly Appointed[]): PrintOrder {
  const cards = appointed.map((one) => cardOf(bench, one));
  const [only] = cards;
  const title = only && cards.length === 1 ? `监督员证-${only.name}` : `监督员证${cards.length}张`;
  return { html: supervisorCardPage(cards), title, paper: 'A4', landscape: false };
}
