import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** Who works in a judicial office says which one; who works in the bureau itself names none. */
export function officeNamed(staff: { readonly unit: string; readonly office: string | null }): FieldProblem | null {
  if (staff.unit === 'office' && staff.office === null) {
    return { field: 'office', message: '司法所人员应选择“所在司法所”' };
  }
  if (staff.unit === 'bureau' && staff.office !== null) {
    return { field: 'office', message: '局机关人员不应选择司法所，请改“所在机构类别”或清空“所在司法所”' };
  }
  return null;
}

/** A supervision certificate ends no earlier than it was issued. */
export function staffCertificateInOrder(staff: {
  readonly certificateIssuedOn: DateText | null;
  readonly certificateValidUntil: DateText | null;
}): FieldProblem | null {
  return inOrder(
    { label: '发证日期', day: staff.certificateIssuedOn },
    { field: 'certificateValidUntil', label: '监督证有效期至', day: staff.certificateValidUntil },
  );
}
