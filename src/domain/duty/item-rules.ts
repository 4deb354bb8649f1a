import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** An item ends no earlier than it begins. */
export function itemInOrder(item: {
  readonly effectiveFrom: DateText | null;
  readonly effectiveUntil: DateText | null;
}): FieldProblem | null {
  return inOrder(
    { label: '生效日期', day: item.effectiveFrom },
    { field: 'effectiveUntil', label: '失效日期', day: item.effectiveUntil },
  );
}
