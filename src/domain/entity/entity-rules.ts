import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** The part of an entity that its rules look at. */
export interface EntityFacts {
  readonly category: string | null;
  readonly management: string | null;
  readonly superior: string | null;
  readonly entrustingOrgan: string | null;
  readonly entrustmentDocNo: string | null;
  readonly entrustedFrom: DateText | null;
  readonly entrustedUntil: DateText | null;
}

/** The term of an entrustment ends no earlier than it begins. */
export function entrustmentInOrder(values: EntityFacts): FieldProblem | null {
  return inOrder(
    { label: '委托期限起', day: values.entrustedFrom },
    { field: 'entrustedUntil', label: '委托期限止', day: values.entrustedUntil },
  );
}

/**
 * What an entity's record still lacks. Advice and no refusal, because a missing entrustment document is something that
 * supervision has to find and follow up, and a list as published must be recordable as it is.
 * - Entrusted bodies: entrusting organ, document and term (Administrative Penalty Law 2021, art. 20: the written
 *   entrustment names body, matters, authority and term and is made public).
 * - Vertically or doubly managed bodies: the superior department, since problems are told to it (Regulation on
 *   Supervision of Administrative Law Enforcement, art. 42).
 */
export function adviseEntity(values: EntityFacts, context: { readonly today: DateText }): readonly FieldProblem[] {
  return [...adviseEntrustment(values, context.today), ...adviseManagement(values)];
}

function adviseEntrustment(values: EntityFacts, today: DateText): readonly FieldProblem[] {
  if (values.category !== 'entrusted') return [];
  const advice: FieldProblem[] = [];
  if (values.entrustingOrgan === null) {
    advice.push({ field: 'entrustingOrgan', message: '受委托组织应有委托机关，请补填“委托机关”' });
  }
  if (values.entrustmentDocNo === null) {
    advice.push({ field: 'entrustmentDocNo', message: '受委托组织应有书面委托，请补填“委托书编号”' });
  }
  if (values.entrustedUntil === null) {
    advice.push({ field: 'entrustedUntil', message: '委托书应载明期限，请补填“委托期限止”' });
  } else if (values.entrustedUntil < today) {
    advice.push({ field: 'entrustedUntil', message: `委托期限已于${values.entrustedUntil}届满，请核实是否续签` });
  }
  return advice;
}

function adviseManagement(values: EntityFacts): readonly FieldProblem[] {
  const managed = values.management === 'vertical' || values.management === 'dual';
  if (!managed || values.superior !== null) return [];
  return [{ field: 'superior', message: '垂直管理、双重管理单位应有上级主管部门，请补填“上级主管部门”' }];
}
