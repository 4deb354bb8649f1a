import { allInOrder, type DateText, type FieldProblem } from '../kernel';

/** Days of one finding as its rules look at them. */
interface Days {
  readonly foundOn: DateText | null;
  readonly submittedOn: DateText | null;
  readonly verifiedOn: DateText | null;
  readonly closedOn: DateText | null;
}

/** Found, reported as corrected, verified and closed follow one another. */
export function findingInOrder(days: Days): FieldProblem | null {
  return allInOrder([
    { field: 'foundOn', label: '发现日期', day: days.foundOn },
    { field: 'submittedOn', label: '报告日期', day: days.submittedOn },
    { field: 'verifiedOn', label: '核验日期', day: days.verifiedOn },
    { field: 'closedOn', label: '销号日期', day: days.closedOn },
  ]);
}

/** A day of close-out stands only where a finding is closed, or was so before it was recorded here. */
export function settledOnlyWhenClosed(values: {
  readonly status: string;
  readonly closedOn: DateText | null;
}): FieldProblem | null {
  if (values.closedOn === null || values.status === 'closed' || values.status === 'recorded') return null;
  return { field: 'closedOn', message: '“销号日期”由销号环节填写：请打开问题，核验通过后办理“销号”' };
}
