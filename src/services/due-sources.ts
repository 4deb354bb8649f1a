import { incomingDocument, type IncomingDocument } from '@/domain/document';
import { expert, type Expert } from '@/domain/draw';
import { finding, type Finding } from '@/domain/finding';
import { inspection, type Inspection } from '@/domain/inspection';
import type { Filter } from '@/domain/kernel';
import { enforcementOfficer, type EnforcementOfficer } from '@/domain/officer';
import { supervisionStaff, type SupervisionStaff } from '@/domain/staff';
import { heldCertificate } from './certificates';
import { documentReplies, objectionAnswers } from './due-documents';
import { extensionsWaiting, openMeasures } from './due-findings';
import { appealAnswers, appealWindows } from './due-reviews';
import { ledgerSource, type DueSource } from './due-source';
import { planTasks, supervisorTerms } from './due-tasks';
import { owingConditions } from './finding-notices';

/** Longest words of a record that stand for it in a list of deadlines. */
const longest = 30;

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const empty = (field: string): Filter => ({ field, op: 'empty' });
const any = (field: string, ...values: readonly string[]): Filter => ({ field, op: 'any', values });

const findings = ledgerSource<Finding>({
  id: 'finding',
  subject: '问题整改',
  ours: false,
  ledger: finding.id,
  due: 'dueOn',
  open: [owingConditions],
  entity: 'entity',
  text: ({ number, summary, fact }) => [number, short(summary ?? fact)].filter(Boolean).join(' '),
  path: ({ id }) => `/finding/${id}`,
});

const incoming = ledgerSource<IncomingDocument>({
  id: 'incoming-document',
  subject: '收文办结',
  ours: true,
  ledger: incomingDocument.id,
  due: 'dueOn',
  open: [[empty('doneOn')]],
  entity: 'entity',
  text: ({ serial, title }) => `${serial} ${short(title)}`,
  path: ({ id }) => `/register/${incomingDocument.id}/${id}`,
});

const inspections = ledgerSource<Inspection>({
  id: 'inspection',
  subject: '监督检查',
  ours: true,
  ledger: inspection.id,
  due: 'plannedOn',
  open: [[any('status', 'planned', 'notified')]],
  entity: 'entity',
  text: ({ title }) => short(title),
  path: ({ id }) => `/inspection/${id}`,
});

const certificates = ledgerSource<EnforcementOfficer>({
  id: 'certificate',
  subject: '执法证件',
  ours: false,
  ledger: enforcementOfficer.id,
  due: 'validUntil',
  open: heldCertificate,
  entity: 'entity',
  text: ({ name, certificateNo }) => `${name}的执法证件${certificateNo === null ? '' : `（${certificateNo}）`}到期`,
  path: ({ id }) => `/register/${enforcementOfficer.id}/${id}`,
});

const suspensions = ledgerSource<EnforcementOfficer>({
  id: 'suspension',
  subject: '证件暂扣',
  ours: true,
  ledger: enforcementOfficer.id,
  due: 'suspendedUntil',
  open: [[any('certificateStatus', 'suspended')]],
  entity: 'entity',
  text: ({ name }) => `${name}的执法证件暂扣期满`,
  path: ({ id }) => `/register/${enforcementOfficer.id}/${id}`,
});

const onPost: readonly (readonly Filter[])[] = [[any('postStatus', 'on', 'away')], [empty('postStatus')]];

const staffCertificates = ledgerSource<SupervisionStaff>({
  id: 'staff-certificate',
  subject: '监督证件',
  ours: true,
  ledger: supervisionStaff.id,
  due: 'certificateValidUntil',
  open: onPost,
  entity: null,
  text: ({ name }) => `${name}的行政执法监督证到期`,
  path: ({ id }) => `/register/${supervisionStaff.id}/${id}`,
});

const experts = ledgerSource<Expert>({
  id: 'expert',
  subject: '专家在库期限',
  ours: true,
  ledger: expert.id,
  due: 'validUntil',
  open: [[empty('left')], [{ field: 'left', op: 'equals', value: false }]],
  entity: null,
  text: ({ name }) => `专家${name}的在库期限届满`,
  path: ({ id }) => `/register/${expert.id}/${id}`,
});

/** Every kind of deadline that the workbench knows, in the order of the work. A new kind is one entry here. */
export const dueSources: readonly DueSource[] = [
  findings,
  openMeasures,
  extensionsWaiting,
  documentReplies,
  objectionAnswers,
  incoming,
  inspections,
  planTasks,
  appealAnswers,
  appealWindows,
  certificates,
  suspensions,
  staffCertificates,
  supervisorTerms,
  experts,
];
