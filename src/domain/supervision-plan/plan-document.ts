import type { DocumentData, DocumentKind } from '../document';
import { chineseDate } from '../kernel';
import type { PlanTask } from './plan-task';
import type { SupervisionPlan } from './supervision-plan';

/** The kind of document in which a plan is issued. */
export const planKind = 'supervision-plan';

function linesOf(text: string | null): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function monthsText(task: PlanTask): string {
  const first = Number(task.monthFrom.slice(5));
  const last = Number(task.monthTo.slice(5));
  if (task.dueOn !== null) return `${last}月${Number(task.dueOn.slice(8))}日前`;
  return first === last ? `${last}月` : `${first}月至${last}月`;
}

/** A sentence with its end mark. */
function sentence(text: string): string {
  return text === '' || /[。！？]$/.test(text) ? text : `${text}。`;
}

function rowOf(task: PlanTask): readonly string[] {
  const content = linesOf(task.content).map(sentence).join('');
  const { title, target, leadUnit, assistUnits, result } = task;
  return [title, content, target ?? '', monthsText(task), leadUnit ?? '', assistUnits ?? '', result ?? ''];
}

function approvalOf({ approvedBy, approvedOn, approvalNo }: SupervisionPlan): string {
  if (approvedBy === null || approvedOn === null) return '';
  return `${approvedBy}${chineseDate(approvedOn)}批准${approvalNo === null ? '' : `（${approvalNo}）`}`;
}

/**
 * What a plan says for its document, by the names of the kind's fields; tasks given up are left out. What the plan does
 * not say is left to the kind's presets and to the drafter.
 * @param tasks in the order in which they shall stand.
 */
export function planData(plan: SupervisionPlan, tasks: readonly PlanTask[]): DocumentData {
  const basis = linesOf(plan.basis);
  const areas = linesOf(plan.keyAreas);
  const demands = linesOf(plan.requirements).map(sentence);
  return {
    planTitle: plan.title,
    goals: plan.goals ?? '',
    approval: approvalOf(plan),
    tasks: tasks.filter((task) => task.status !== 'dropped').map(rowOf),
    ...(basis.length > 0 ? { basis } : {}),
    ...(areas.length > 0 ? { areas } : {}),
    ...(demands.length > 0 ? { demands } : {}),
  };
}

/** The kind in the name of the organ that makes the plan: the government's where the plan names the government. */
export function planKindFor(kind: DocumentKind, issuer: string | null, government: string | null): DocumentKind {
  return issuer !== null && issuer === government ? { ...kind, issuer: 'government' } : kind;
}
