import { daysBetween, type DateText } from '../kernel';
import type { RuleParameters } from '../rule-parameters';

/** What an officer's certificate is on a given day. */
export type CertificateState =
  'none' | 'valid' | 'expired' | 'suspended' | 'suspension-over' | 'lost' | 'revoked' | 'cancelled';

/** The states in words. */
export const certificateStateLabels: Readonly<Record<CertificateState, string>> = {
  none: '未领证',
  valid: '有效',
  expired: '过期',
  suspended: '暂扣',
  'suspension-over': '暂扣期满',
  lost: '遗失',
  revoked: '收回',
  cancelled: '注销',
};

/** The part of an officer's record that says what the certificate is. */
export interface CertificateFacts {
  readonly certificateNo: string | null;
  /** Code of the table 'certificate-status'; without it a certificate with a number counts as valid. */
  readonly certificateStatus: string | null;
  readonly validUntil: DateText | null;
  readonly suspendedUntil: DateText | null;
}

/**
 * State of a certificate on a day. Its last day is valid; a suspension whose last day is past waits for the entry
 * 解除暂扣, and the officer may not enforce before that.
 */
export function certificateStateOn(officer: CertificateFacts, day: DateText): CertificateState {
  const status = officer.certificateStatus ?? (officer.certificateNo === null ? 'none' : 'valid');
  switch (status) {
    case 'valid':
      return officer.validUntil !== null && officer.validUntil < day ? 'expired' : 'valid';
    case 'suspended':
      return officer.suspendedUntil !== null && officer.suspendedUntil < day ? 'suspension-over' : 'suspended';
    case 'lost':
    case 'revoked':
    case 'cancelled':
      return status;
    default:
      return 'none';
  }
}

/** Whether the certificate lets its holder enforce on a day (行政处罚法 2021 art. 42: officers with the qualification). */
export function mayEnforce(officer: CertificateFacts, day: DateText): boolean {
  return certificateStateOn(officer, day) === 'valid';
}

/** A certificate near its end, past it, or with a suspension that is over. */
export interface CertificateWarning {
  readonly level: 'first' | 'last' | 'expired' | 'suspension-over';
  /** Days from the day asked for to the last valid day (of the suspension, where that is over); negative when past. */
  readonly daysLeft: number;
}

type WarningDays = Pick<RuleParameters, 'certificateFirstWarningDays' | 'certificateLastWarningDays'>;

/** What to be warned of about a certificate on a day, or null. */
export function certificateWarning(
  officer: CertificateFacts,
  day: DateText,
  limits: WarningDays,
): CertificateWarning | null {
  const state = certificateStateOn(officer, day);
  if (state === 'suspension-over' && officer.suspendedUntil !== null) {
    return { level: 'suspension-over', daysLeft: daysBetween(day, officer.suspendedUntil) };
  }
  if ((state !== 'valid' && state !== 'expired') || officer.validUntil === null) return null;
  const daysLeft = daysBetween(day, officer.validUntil);
  if (daysLeft < 0) return { level: 'expired', daysLeft };
  if (daysLeft > limits.certificateFirstWarningDays) return null;
  return { level: daysLeft <= limits.certificateLastWarningDays ? 'last' : 'first', daysLeft };
}
