import { allInOrder, inOrder, type DateText, type FieldProblem } from '../kernel';

/** Days of one document as its rules look at them. */
interface Days {
  readonly draftedOn: DateText | null;
  readonly reviewedOn: DateText | null;
  readonly signedOn: DateText | null;
  readonly sealedOn: DateText | null;
  readonly receivedOn: DateText | null;
  readonly archivedOn: DateText | null;
}

/** Drafted, reviewed, signed, sealed, received and archived follow one another. */
export function documentInOrder(days: Days): FieldProblem | null {
  return allInOrder([
    { field: 'draftedOn', label: '拟稿日期', day: days.draftedOn },
    { field: 'reviewedOn', label: '审核日期', day: days.reviewedOn },
    { field: 'signedOn', label: '签发日期', day: days.signedOn },
    { field: 'sealedOn', label: '用印日期', day: days.sealedOn },
    { field: 'receivedOn', label: '收到日期', day: days.receivedOn },
    { field: 'archivedOn', label: '归档日期', day: days.archivedOn },
  ]);
}

/** A document is received no earlier than it was sent, and service has a day where it succeeded. */
export function serviceInOrder(service: {
  readonly outcome: string;
  readonly servedOn: DateText | null;
  readonly receivedOn: DateText | null;
}): FieldProblem | null {
  if (service.outcome !== 'unserved' && service.receivedOn === null) {
    return { field: 'receivedOn', message: '请填写“收到日期”：以送达回证上的日期为准，拒收、留置的填视为送达的日期' };
  }
  return inOrder(
    { label: '发出日期', day: service.servedOn },
    { field: 'receivedOn', label: '收到日期', day: service.receivedOn },
  );
}
