import {
  addDays,
  checkRecord,
  codeLabel,
  emptyValues,
  err,
  type DateText,
  type FieldProblem,
  type Filter,
  type LedgerRow,
  type Mutation,
  type Result,
  type CommitReceipt,
  type Values,
} from '@/domain/kernel';
import {
  applyCertificateAction,
  certificateAction,
  enforcementOfficer,
  legalReviewShare,
  type ActionEntry,
  type EnforcementOfficer,
  type LegalReviewShare,
} from '@/domain/officer';
import { refusalText } from './records';
import { rulesInForce } from './rules';
import type { Workbench } from './workbench';

/** What stands in the way of an action: problems of its fields, or one of the action as a whole. */
export type ActionStop = readonly FieldProblem[];

/** Which fields the dialog of each action asks for, beside day, document, handler and remark. */
export const actionInputs: Readonly<Record<string, readonly string[]>> = {
  apply: ['certificateNo', 'issuer', 'issuedOn', 'validUntil'],
  renew: ['validUntil', 'certificateNo', 'issuer', 'issuedOn', 'reason'],
  replace: ['reason', 'certificateNo', 'issuedOn', 'validUntil'],
  suspend: ['reason', 'suspendedFrom', 'suspendedUntil', 'notifiedOn'],
  resume: ['reason'],
  revoke: ['reason'],
  cancel: ['reason'],
  review: ['reviewYear', 'reviewResult'],
  lost: ['reason', 'announcedOn', 'announcedIn'],
};

/**
 * Does something about an officer's certificate: writes the action down and changes the officer's record, in one commit.
 * @param officer the row that the person saw; where somebody was faster nothing is written.
 * @param values of the certificate action, with its kind under 'action'.
 */
export async function recordCertificateAction(
  bench: Workbench,
  officer: LedgerRow,
  values: Values,
): Promise<Result<CommitReceipt, ActionStop>> {
  const entry = { ...emptyValues(certificateAction), ...values, officer: officer.id };
  const context = bench.session.context();
  const problems = checkRecord(certificateAction, entry, context);
  if (problems.length > 0) return err(problems);
  const { parameters } = await rulesInForce(bench);
  const action = entry as unknown as ActionEntry;
  const judged = applyCertificateAction(action, officer.values as EnforcementOfficer, {
    today: context.today,
    parameters,
  });
  if (!judged.ok) return err([judged.error]);
  const mutations: Mutation[] = [{ op: 'create', ledger: certificateAction.id, values: entry }];
  if (Object.keys(judged.value).length > 0) {
    const { id, revision } = officer;
    mutations.push({ op: 'update', ledger: enforcementOfficer.id, id, revision, changes: judged.value });
  }
  const what = codeLabel(context.codes, 'certificate-action', action.action);
  const written = await bench.storage.commit(
    { kind: 'certificate-action', label: `办理执法证件：${what}` },
    mutations,
    context,
  );
  if (written.ok) return written;
  const { error } = written;
  return err(error.kind === 'invalid' ? error.problems : [{ field: null, message: refusalText(error) }]);
}

/** When an officer holds a certificate: it is marked valid, or not marked at all but has a number. */
export const heldCertificate: readonly [readonly Filter[], readonly Filter[]] = [
  [{ field: 'certificateStatus', op: 'any', values: ['valid'] }],
  [
    { field: 'certificateStatus', op: 'empty' },
    { field: 'certificateNo', op: 'filled' },
  ],
];

/** One kind of warning about certificates, as a condition on the list of officers. */
export interface CertificateNotice {
  readonly id: string;
  readonly label: string;
  readonly urgent: boolean;
  readonly filters: readonly Filter[];
}

/**
 * The warnings about certificates as conditions on the list, in agreement with certificateWarning of the domain:
 * past their last day, within the last and the first warning, suspensions that are over. A certificate without a status
 * counts as valid where it has a number; since conditions of a list are joined by "and", it is a notice of its own.
 */
export function certificateNotices(
  today: DateText,
  days: { readonly certificateLastWarningDays: number; readonly certificateFirstWarningDays: number },
): readonly CertificateNotice[] {
  const { certificateLastWarningDays: last, certificateFirstWarningDays: first } = days;
  const spans = [
    { id: 'expired', label: '证件已过期', urgent: true, to: addDays(today, -1) },
    { id: 'last', label: `${last}天内到期`, urgent: true, from: today, to: addDays(today, last) },
    {
      id: 'first',
      label: `${last + 1}至${first}天到期`,
      urgent: false,
      from: addDays(today, last + 1),
      to: addDays(today, first),
    },
  ];
  const [valid, unmarked] = heldCertificate;
  const dated = spans.flatMap(({ id, label, urgent, ...span }): readonly CertificateNotice[] => {
    const within: Filter = { field: 'validUntil', op: 'between', ...span };
    return [
      { id, label, urgent, filters: [...valid, within] },
      { id: `${id}-unmarked`, label: `${label}（未填证件状态）`, urgent, filters: [...unmarked, within] },
    ];
  });
  const over: readonly Filter[] = [
    { field: 'certificateStatus', op: 'any', values: ['suspended'] },
    { field: 'suspendedUntil', op: 'between', to: addDays(today, -1) },
  ];
  return [...dated, { id: 'suspension-over', label: '暂扣期满未解除', urgent: true, filters: over }];
}

/** The warnings that apply to somebody, with the number of officers. */
export async function countCertificateNotices(
  bench: Workbench,
): Promise<readonly (CertificateNotice & { readonly count: number })[]> {
  const { parameters } = await rulesInForce(bench);
  const notices = certificateNotices(bench.session.today(), parameters);
  const counts = await Promise.all(
    notices.map(({ filters }) => bench.storage.countRows({ ledger: enforcementOfficer.id, filters })),
  );
  return notices.flatMap((notice, at) => (counts[at] ? [{ ...notice, count: counts[at] }] : []));
}

/** Share of legal reviewers in one organ. */
export interface OrganReviewShare extends LegalReviewShare {
  readonly entityId: string;
  readonly name: string;
}

/**
 * Share of legal reviewers in each organ (国办发〔2018〕118号), those below the demand first. Goes through all officers, so
 * it is made when asked for and not after every write.
 */
export async function reviewShares(bench: Workbench): Promise<readonly OrganReviewShare[]> {
  const { parameters } = await rulesInForce(bench);
  const byEntity = new Map<string, EnforcementOfficer[]>();
  for (let offset = 0; ; offset += 1000) {
    const { rows } = await bench.storage.page({ ledger: enforcementOfficer.id }, offset, 1000);
    for (const row of rows) {
      const officer = row.values as EnforcementOfficer;
      byEntity.set(officer.entity, [...(byEntity.get(officer.entity) ?? []), officer]);
    }
    if (rows.length === 0) break;
  }
  const titles = await bench.storage.titles('enforcement-entity', [...byEntity.keys()]);
  return [...byEntity]
    .map(([entityId, officers]) => ({
      entityId,
      name: titles[entityId] ?? '（已删除的单位）',
      ...legalReviewShare(officers, parameters),
    }))
    .filter((organ) => organ.officers > 0)
    .sort((a, b) => Number(a.met) - Number(b.met) || b.officers - a.officers);
}
