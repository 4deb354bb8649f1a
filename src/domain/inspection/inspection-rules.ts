import { allInOrder, type DateText, type FieldProblem } from '../kernel';

/** Days of one inspection as its rules look at them. */
interface Days {
  readonly notifiedOn: DateText | null;
  readonly startedOn: DateText | null;
  readonly endedOn: DateText | null;
  readonly closedOn: DateText | null;
}

/** Notified, begun, ended and closed follow one another. */
export function inspectionInOrder(days: Days): FieldProblem | null {
  return allInOrder([
    { field: 'notifiedOn', label: '通知日期', day: days.notifiedOn },
    { field: 'startedOn', label: '检查开始日期', day: days.startedOn },
    { field: 'endedOn', label: '检查结束日期', day: days.endedOn },
    { field: 'closedOn', label: '办结日期', day: days.closedOn },
  ]);
}

/** Fewest members of a team that goes out. */
export const fewestMembers = 2;

const underWay: readonly string[] = ['notified', 'onsite', 'recorded', 'closed'];

/**
 * A team that is announced or goes out has at least two members of the supervision staff, and its leader is one of them
 * (两人以上, 出示监督证件: the provinces' rules on supervision agree on it). An inspection entered afterwards may lack them.
 */
export function teamComplete(values: {
  readonly status: string;
  readonly leader: string | null;
  readonly team: readonly string[] | null;
}): FieldProblem | null {
  const { leader } = values;
  const team = new Set(values.team ?? []);
  if (leader !== null && team.size > 0 && !team.has(leader)) {
    return { field: 'leader', message: '组长应当是检查组成员，请在“检查组成员”中也选上组长' };
  }
  if (!underWay.includes(values.status) || team.size === 0 || team.size >= fewestMembers) return null;
  return {
    field: 'team',
    message: `检查组只有${team.size}名监督工作人员，至少要有${fewestMembers}名，还缺${fewestMembers - team.size}名`,
  };
}

/** A day of closing or cancelling stands only where the inspection came to that end, or was entered whole. */
export function endedAsStated(values: {
  readonly status: string;
  readonly closedOn: DateText | null;
  readonly cancelledOn: DateText | null;
}): FieldProblem | null {
  const { status, closedOn, cancelledOn } = values;
  if (closedOn !== null && status !== 'closed' && status !== 'imported') {
    return { field: 'closedOn', message: '“办结日期”由办结环节填写：请打开检查，完成现场记录后办理“办结”' };
  }
  if (cancelledOn !== null && status !== 'cancelled') {
    return { field: 'cancelledOn', message: '“取消日期”由取消环节填写：请打开检查，办理“取消检查”' };
  }
  return null;
}

/** A code of an enterprise says nothing without the enterprise. */
export function enterpriseNamed(values: {
  readonly enterprise: string | null;
  readonly enterpriseCode: string | null;
}): FieldProblem | null {
  if (values.enterpriseCode === null || values.enterprise !== null) return null;
  return { field: 'enterprise', message: '填写了企业的统一社会信用代码，请同时填写“涉及企业”的名称' };
}
