import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** A card comes back no earlier than it was handed out. */
export function cardInOrder(card: {
  readonly issuedOn: DateText | null;
  readonly returnedOn: DateText | null;
}): FieldProblem | null {
  return inOrder(
    { label: '发放日期', day: card.issuedOn },
    { field: 'returnedOn', label: '回收日期', day: card.returnedOn },
  );
}
