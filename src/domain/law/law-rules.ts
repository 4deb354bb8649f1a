import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** A law ends no earlier than it came into force. */
export function endsAfterStart(law: {
  readonly effectiveOn: DateText | null;
  readonly expiresOn: DateText | null;
}): FieldProblem | null {
  return inOrder(
    { label: '施行日期', day: law.effectiveOn },
    { field: 'expiresOn', label: '失效日期', day: law.expiresOn },
  );
}
