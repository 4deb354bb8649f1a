import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** The part of an officer's record that its rules look at. Codes are of the tables named in the definition. */
export interface OfficerFacts {
  readonly certificateKind: string | null;
  readonly certificateNo: string | null;
  readonly certificateStatus: string | null;
  readonly issuedOn: DateText | null;
  readonly validUntil: DateText | null;
  readonly filedOn: DateText | null;
  readonly suspendedFrom: DateText | null;
  readonly suspendedUntil: DateText | null;
  readonly staffing: string | null;
  readonly auxiliary: boolean | null;
}

/** A certificate ends no earlier than it was issued. */
export function certificateInOrder(officer: OfficerFacts): FieldProblem | null {
  return inOrder(
    { label: '发证日期', day: officer.issuedOn },
    { field: 'validUntil', label: '有效期至', day: officer.validUntil },
  );
}

/** A suspension ends no earlier than it begins. */
export function suspensionInOrder(officer: OfficerFacts): FieldProblem | null {
  return inOrder(
    { label: '暂扣起', day: officer.suspendedFrom },
    { field: 'suspendedUntil', label: '暂扣止', day: officer.suspendedUntil },
  );
}

/**
 * What an officer's record still lacks: a number and an end for a valid certificate, the beginning of a suspension, the
 * filing of a ministry's certificate with the justice department of the same level, and the question that contract staff
 * with a certificate raise (e.g. 贵州省行政执法监督办法 art. 13: contract and dispatched staff may not enforce).
 */
export function adviseOfficer(officer: OfficerFacts): readonly FieldProblem[] {
  const advice: FieldProblem[] = [];
  const held = officer.certificateStatus === 'valid' || officer.certificateStatus === 'suspended';
  if (held && officer.certificateNo === null) {
    advice.push({ field: 'certificateNo', message: '证件状态为有效或暂扣，请补填“执法证号”' });
  }
  if (officer.certificateStatus === 'valid' && officer.validUntil === null) {
    advice.push({ field: 'validUntil', message: '没有“有效期至”，无法提醒到期，请补填' });
  }
  if (officer.certificateStatus === 'suspended' && officer.suspendedFrom === null) {
    advice.push({ field: 'suspendedFrom', message: '证件已暂扣，请补填“暂扣起”' });
  }
  if (officer.certificateKind === 'ministry' && officer.filedOn === null) {
    advice.push({ field: 'filedOn', message: '国务院部门制发的证件应向同级司法行政部门备案，请补填备案日期' });
  }
  if (held && (officer.staffing === 'contract' || officer.auxiliary === true)) {
    advice.push({ field: 'staffing', message: '聘用人员、辅助人员持有执法证件，请核实其执法资格' });
  }
  return advice;
}
