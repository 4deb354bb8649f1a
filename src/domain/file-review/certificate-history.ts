import type { DateText } from '../kernel';
import type { CertificateAction, EnforcementOfficer } from '../officer';

/** What the register tells about a certificate on a past day. */
export type CertificateOnDay = 'valid' | 'expired' | 'suspended' | 'withdrawn' | 'none' | 'unknown';

type Officer = Pick<
  EnforcementOfficer,
  'certificateNo' | 'certificateStatus' | 'issuedOn' | 'validUntil' | 'suspendedFrom' | 'suspendedUntil'
>;
type Action = Pick<
  CertificateAction,
  'action' | 'actedOn' | 'issuedOn' | 'validUntil' | 'suspendedFrom' | 'suspendedUntil'
>;

interface Period {
  readonly from: DateText | null;
  readonly until: DateText | null;
}

function inside({ from, until }: Period, day: DateText): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

/** The stretches that certificates covered: the present one and those that issue and renewal wrote down. */
function validPeriods(officer: Officer, actions: readonly Action[]): readonly Period[] {
  const past = actions
    .filter((one) => ['apply', 'renew', 'replace'].includes(one.action) && one.validUntil !== null)
    .map((one) => ({ from: one.issuedOn ?? one.actedOn, until: one.validUntil }));
  const present = officer.certificateNo === null ? [] : [{ from: officer.issuedOn, until: officer.validUntil }];
  return [...past, ...present];
}

function suspensions(officer: Officer, actions: readonly Action[]): readonly Period[] {
  const past = actions
    .filter((one) => one.action === 'suspend' && one.suspendedFrom !== null)
    .map((one) => {
      const end = actions.find((other) => other.action === 'resume' && other.actedOn >= one.actedOn);
      return { from: one.suspendedFrom, until: end?.actedOn ?? one.suspendedUntil };
    });
  const present = officer.certificateStatus === 'suspended' && officer.suspendedFrom !== null;
  return present ? [...past, { from: officer.suspendedFrom, until: null }] : past;
}

/**
 * What an officer's certificate was on a past day, as far as register and certificate actions tell. A day before
 * everything that is recorded is unknown rather than wrong.
 */
export function certificateOnDay(officer: Officer, actions: readonly Action[], day: DateText): CertificateOnDay {
  const sorted = actions.toSorted((a, b) => (a.actedOn < b.actedOn ? -1 : 1));
  const last = sorted.filter((one) => one.actedOn <= day && ['revoke', 'cancel', 'apply'].includes(one.action)).at(-1);
  if (last && last.action !== 'apply') return 'withdrawn';
  const periods = validPeriods(officer, sorted);
  if (periods.length === 0) return 'none';
  if (suspensions(officer, sorted).some((period) => inside(period, day))) return 'suspended';
  if (periods.some((period) => inside(period, day))) return 'valid';
  return periods.some(({ until }) => until !== null && until < day) ? 'expired' : 'unknown';
}
