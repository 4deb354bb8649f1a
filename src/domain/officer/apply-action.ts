import { addMonths, err, ok, type DateText, type Result } from '../kernel';
import type { RuleParameters } from '../rule-parameters';
import { actionComplete, actionSuspensionInOrder, actionValidityInOrder, type ActionFacts } from './action-rules';
import type { CertificateAction } from './certificate-action';
import { certificateStateLabels, certificateStateOn, type CertificateState } from './certificate-state';
import type { EnforcementOfficer } from './enforcement-officer';

/** The fields of an officer's record that certificate actions write. */
export type CertificateChanges = Partial<
  Pick<
    EnforcementOfficer,
    | 'certificateNo'
    | 'certificateStatus'
    | 'issuer'
    | 'issuedOn'
    | 'validUntil'
    | 'suspendedFrom'
    | 'suspendedUntil'
    | 'suspensionReason'
    | 'reviewYear'
    | 'reviewResult'
  >
>;

/** The officer's record as far as actions look at it. */
export type CertificateHolder = Required<CertificateChanges>;

/** What an action writes down, as far as it acts on the officer's record. */
export type ActionEntry = ActionFacts & Pick<CertificateAction, 'issuer'>;

/** Why an action cannot be taken: the field of the action to look at (null: the action as a whole) and a sentence. */
export interface ActionRefusal {
  readonly field: string | null;
  readonly message: string;
}

/** What judging an action needs from outside. */
export interface ActionContext {
  readonly today: DateText;
  readonly parameters: Pick<RuleParameters, 'suspensionMaxMonths'>;
}

type Judgement = Result<CertificateChanges, ActionRefusal>;

/** From which states each action can be taken. Withdrawal is final; after cancellation only a new certificate follows. */
const openTo: Readonly<Record<string, readonly CertificateState[]>> = {
  apply: ['none', 'cancelled'],
  renew: ['valid', 'expired'],
  replace: ['valid', 'lost'],
  suspend: ['valid', 'expired'],
  resume: ['suspended', 'suspension-over'],
  revoke: ['valid', 'expired', 'suspended', 'suspension-over', 'lost'],
  cancel: ['valid', 'expired', 'suspended', 'suspension-over', 'lost'],
  review: ['valid', 'expired'],
  lost: ['valid', 'expired', 'suspended', 'suspension-over'],
};

const actionLabels: Readonly<Record<string, string>> = {
  apply: '申领',
  renew: '换发',
  replace: '补发',
  suspend: '暂扣',
  resume: '解除暂扣',
  revoke: '收回',
  cancel: '注销',
  review: '年度审验',
  lost: '遗失公告',
};

const refusals: Partial<Record<CertificateState, string>> = {
  none: '该人员没有执法证件，请先办理申领',
  valid: '证件有效，不用再次办理；延长有效期请用换发，遗失损坏请用补发',
  suspended: '证件在暂扣中，请先办理解除暂扣',
  'suspension-over': '暂扣已期满，请先办理解除暂扣',
  lost: '证件已公告遗失，请先办理补发',
  revoked: '证件已收回，不能再办理；重新取得资格的，先在名册中把证件状态改为“未领证”',
  cancelled: '证件已注销，不能再办理；重新上岗的请办理申领，使用新证号',
  expired: '证件已过期，请先办理换发',
};

const noSuspension = { suspendedFrom: null, suspendedUntil: null, suspensionReason: null } as const;

/**
 * What a certificate action does to the officer's record.
 * Sources: 连政办发〔2024〕9号 part 2 (1) 4 (suspension, withdrawal, cancellation, annual review); 辽宁省行政执法监督规定
 * art. 36 (suspension at most 6 months; a parameter, since provinces differ).
 * @param entry the action as written down; {@link actionComplete} and the order of its dates are judged here too.
 * @returns the fields to change, or a refusal in one sentence. Nothing is changed by itself.
 */
export function applyCertificateAction(
  entry: ActionEntry,
  officer: CertificateHolder,
  context: ActionContext,
): Judgement {
  const problem = actionComplete(entry) ?? actionValidityInOrder(entry) ?? actionSuspensionInOrder(entry);
  if (problem) return err({ field: problem.field, message: problem.message });
  if (entry.actedOn > context.today) return refuse('actedOn', '“办理日期”晚于今天，请核对');
  const open = openTo[entry.action];
  if (!open) return refuse('action', '没有这一办理事项，请在代码表中核对');
  const state = certificateStateOn(officer, entry.actedOn);
  if (!open.includes(state)) {
    const why = refusals[state] ?? '请核对证件状态';
    return refuse(null, `不能办理${actionLabels[entry.action]}：证件状态为${certificateStateLabels[state]}。${why}`);
  }
  return judge(entry, officer, context);
}

/** Codes of the actions that can be taken about a certificate as it stands on a day, in the order of the work. */
export function openActions(officer: CertificateHolder, day: DateText): readonly string[] {
  const state = certificateStateOn(officer, day);
  return Object.keys(openTo).filter((action) => openTo[action]?.includes(state));
}

function refuse(field: string | null, message: string): Judgement {
  return err({ field, message });
}

function judge(entry: ActionEntry, officer: CertificateHolder, context: ActionContext): Judgement {
  switch (entry.action) {
    case 'apply':
      return applied(entry, officer);
    case 'renew':
      return renewed(entry, officer);
    case 'replace':
      return ok({ certificateStatus: 'valid', ...paper(entry, officer) });
    case 'suspend':
      return suspended(entry, officer, context.parameters.suspensionMaxMonths);
    case 'resume':
      return ok({ certificateStatus: 'valid', ...noSuspension });
    case 'revoke':
      return ok({ certificateStatus: 'revoked', ...noSuspension });
    case 'cancel':
      return ok({ certificateStatus: 'cancelled', ...noSuspension });
    case 'review':
      return reviewed(entry, officer);
    default:
      return ok({ certificateStatus: 'lost' });
  }
}

function paper(entry: ActionEntry, officer: CertificateHolder): CertificateChanges {
  return {
    certificateNo: entry.certificateNo ?? officer.certificateNo,
    issuer: entry.issuer ?? officer.issuer,
    issuedOn: entry.issuedOn ?? entry.actedOn,
    validUntil: entry.validUntil ?? officer.validUntil,
  };
}

function applied(entry: ActionEntry, officer: CertificateHolder): Judgement {
  if (officer.certificateStatus === 'cancelled' && entry.certificateNo === officer.certificateNo) {
    return refuse('certificateNo', '注销的证号不能再用，请填写新证号');
  }
  return ok({ certificateStatus: 'valid', ...paper(entry, officer), ...noSuspension });
}

function renewed(entry: ActionEntry, officer: CertificateHolder): Judgement {
  if (officer.validUntil !== null && entry.validUntil !== null && entry.validUntil <= officer.validUntil) {
    return refuse('validUntil', `换发后的有效期应晚于原有效期${officer.validUntil}，请核对“新有效期至”`);
  }
  return ok({ certificateStatus: 'valid', ...paper(entry, officer) });
}

function suspended(entry: ActionEntry, officer: CertificateHolder, months: number): Judgement {
  const { suspendedFrom, suspendedUntil, reason } = entry;
  if (suspendedFrom !== null && officer.issuedOn !== null && suspendedFrom < officer.issuedOn) {
    return refuse('suspendedFrom', `“暂扣起”早于发证日期${officer.issuedOn}，请核对`);
  }
  const latest = suspendedFrom === null ? null : addMonths(suspendedFrom, months);
  if (suspendedUntil !== null && latest !== null && suspendedUntil > latest) {
    return refuse('suspendedUntil', `暂扣最长${months}个月，“暂扣止”不能晚于${latest}`);
  }
  return ok({ certificateStatus: 'suspended', suspendedFrom, suspendedUntil, suspensionReason: reason });
}

function reviewed(entry: ActionEntry, officer: CertificateHolder): Judgement {
  const { reviewYear, reviewResult, actedOn } = entry;
  if (reviewYear !== null && reviewYear > Number(actedOn.slice(0, 4))) {
    return refuse('reviewYear', '“审验年度”晚于办理日期所在年度，请核对');
  }
  if (reviewYear !== null && officer.reviewYear !== null && reviewYear < officer.reviewYear) {
    return refuse('reviewYear', `已登记${officer.reviewYear}年度的审验，不能再登记更早的年度`);
  }
  return ok({ reviewYear, reviewResult });
}
