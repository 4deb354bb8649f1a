import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** The part of a certificate action that its rules look at. */
export interface ActionFacts {
  /** Code of the table 'certificate-action'. */
  readonly action: string;
  readonly actedOn: DateText;
  readonly reason: string | null;
  readonly certificateNo: string | null;
  readonly issuedOn: DateText | null;
  readonly validUntil: DateText | null;
  readonly suspendedFrom: DateText | null;
  readonly suspendedUntil: DateText | null;
  readonly reviewYear: number | null;
  readonly reviewResult: string | null;
}

type Needed = Exclude<keyof ActionFacts, 'action' | 'actedOn'>;

const needs: Readonly<Record<string, readonly Needed[]>> = {
  apply: ['certificateNo', 'validUntil'],
  renew: ['validUntil'],
  replace: ['reason'],
  suspend: ['suspendedFrom', 'reason'],
  revoke: ['reason'],
  cancel: ['reason'],
  review: ['reviewYear', 'reviewResult'],
};

const sentences: Partial<Record<Needed, string>> = {
  certificateNo: '申领应填写“新证号”',
  validUntil: '申领、换发应填写“新有效期至”',
  reason: '暂扣、收回、注销、补发应填写“原因”',
  suspendedFrom: '暂扣应填写“暂扣起”',
  reviewYear: '年度审验应填写“审验年度”',
  reviewResult: '年度审验应填写“审验结果”',
};

/** Each kind of action has what it needs: a suspension its beginning and reason, a renewal its new validity. */
export function actionComplete(action: ActionFacts): FieldProblem | null {
  const missing = (needs[action.action] ?? []).find((name) => action[name] === null);
  return missing === undefined ? null : { field: missing, message: sentences[missing] ?? '请补全办理内容' };
}

/** A new validity ends no earlier than it begins. */
export function actionValidityInOrder(action: ActionFacts): FieldProblem | null {
  return inOrder(
    { label: '发证日期', day: action.issuedOn ?? action.actedOn },
    { field: 'validUntil', label: '新有效期至', day: action.validUntil },
  );
}

/** A suspension ends no earlier than it begins. */
export function actionSuspensionInOrder(action: ActionFacts): FieldProblem | null {
  return inOrder(
    { label: '暂扣起', day: action.suspendedFrom },
    { field: 'suspendedUntil', label: '暂扣止', day: action.suspendedUntil },
  );
}
