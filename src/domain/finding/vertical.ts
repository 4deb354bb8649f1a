import type { FieldProblem } from '../kernel';

/** What tells a letter to the superior department from a document to the body itself. */
interface Told {
  /** Identifier of the kind; null for a document that was recorded afterwards. */
  readonly kind: string | null;
  readonly kindName: string;
}

/** Kind of the letter that tells a superior department. */
export const superiorKind = 'superior-notice';

/** The shipped kind that a kind is or goes back to. */
export function kindStem(id: string): string {
  return id.replace(/-own(-\d+)?$/, '');
}

/** Whether a kind is the letter to a superior department, or the bureau's own kind made from it. */
export function isSuperiorKind(id: string): boolean {
  return kindStem(id) === superiorKind;
}

/** Whether a document tells a superior department. */
export function tellsSuperior({ kind, kindName }: Told): boolean {
  return kind === null ? kindName.includes('告知') : isSuperiorKind(kind);
}

/** The part of a body's record that decides its path. */
export interface ManagedBody {
  readonly name: string;
  /** Code of the table 'management-mode'. */
  readonly management: string | null;
}

/** Bodies that only their superior department can direct. */
export function isVertical(body: Pick<ManagedBody, 'management'>): boolean {
  return body.management === 'vertical';
}

/** Bodies that have a superior department besides the local government. */
export function hasSuperior(body: Pick<ManagedBody, 'management'>): boolean {
  return body.management === 'vertical' || body.management === 'dual';
}

/**
 * Whether a document may carry a finding of a body: to a body under vertical management no document of the local
 * government's supervision is issued, its superior department is told (Regulation on Supervision of Administrative Law
 * Enforcement, Decree 825, art. 42); and only such bodies have one to tell. A body under double management takes either.
 */
export function documentFits(body: ManagedBody, document: Told): FieldProblem | null {
  const tells = tellsSuperior(document);
  if (isVertical(body) && !tells) return { field: 'document', message: onlyTell(body) };
  if (tells && !hasSuperior(body)) {
    const message = `“${body.name}”不是垂直管理或双重管理单位，请制发监督文书，由本单位整改`;
    return { field: 'document', message };
  }
  return null;
}

/** Why a body under vertical management is not directed here. */
export function onlyTell(body: Pick<ManagedBody, 'name'>): string {
  return `“${body.name}”是垂直管理单位，依照《行政执法监督条例》第四十二条，请拟制告知上级主管部门函，不直接责令整改`;
}
