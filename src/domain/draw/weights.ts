import { heaviestWeight } from './lists';

/** How objects get their weights. */
export const weightRules = ['equal', 'findings', 'risk'] as const;
/** One of {@link weightRules}. */
export type WeightRule = (typeof weightRules)[number];

/** The rules in Chinese, as in the window. */
export const weightRuleLabels: Readonly<Record<WeightRule, string>> = {
  equal: '各对象相同',
  findings: '按近两年问题数',
  risk: '按近两年问题的严重程度',
};

/** Findings of a body within two years. */
export interface FindingCounts {
  readonly total: number;
  readonly serious: number;
  /** Not yet corrected, and past the deadline. */
  readonly overdue: number;
}

/** A weight with its reason. */
export interface Weight {
  readonly weight: number;
  readonly reason: string;
}

/** More findings than these make no difference: nobody's turn becomes certain. */
const mostByRule = 10;

/**
 * Weight of an object by a rule: all alike; one ticket more for each finding; or one more for each finding, two more for
 * each serious one and for each that is overdue. At most 10 by rule.
 */
export function weightOf(rule: WeightRule, { total, serious, overdue }: FindingCounts): Weight {
  if (rule === 'equal') return { weight: 1, reason: '各对象权重相同' };
  const points = rule === 'findings' ? total : total + 2 * serious + 2 * overdue;
  const more = rule === 'findings' ? '' : `，其中严重${serious}个，逾期未改${overdue}个`;
  return { weight: Math.min(mostByRule, 1 + points), reason: `近两年登记问题${total}个${more}` };
}

/** Why a weight given by hand is refused; null where it is right. */
export function weightProblem({ weight, reason }: Weight): string | null {
  if (!Number.isInteger(weight) || weight < 1 || weight > heaviestWeight) return `权重应为1至${heaviestWeight}的整数`;
  return reason.trim() === '' ? '请写明为什么用这个权重' : null;
}
