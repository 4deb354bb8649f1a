import appointmentLetter from '#resources/templates/appointment-letter.json';
import caseTransfer from '#resources/templates/case-transfer.json';
import circular from '#resources/templates/circular.json';
import clueTransfer from '#resources/templates/clue-transfer.json';
import collaborationRequest from '#resources/templates/collaboration-request.json';
import coordinationOpinion from '#resources/templates/coordination-opinion.json';
import copyNotice from '#resources/templates/copy-notice.json';
import correctionOrder from '#resources/templates/correction-order.json';
import disputeNotice from '#resources/templates/dispute-notice.json';
import fileReviewFeedback from '#resources/templates/file-review-feedback.json';
import fileReviewNotice from '#resources/templates/file-review-notice.json';
import interviewNotice from '#resources/templates/interview-notice.json';
import interviewRecord from '#resources/templates/interview-record.json';
import meetingMinutes from '#resources/templates/meeting-minutes.json';
import meetingNotice from '#resources/templates/meeting-notice.json';
import rectificationReport from '#resources/templates/rectification-report.json';
import serviceReceipt from '#resources/templates/service-receipt.json';
import statementOrder from '#resources/templates/statement-order.json';
import superiorNotice from '#resources/templates/superior-notice.json';
import supervisionDecision from '#resources/templates/supervision-decision.json';
import supervisionDirective from '#resources/templates/supervision-directive.json';
import supervisionInspectionNotice from '#resources/templates/supervision-inspection-notice.json';
import supervisionNotice from '#resources/templates/supervision-notice.json';
import supervisionOpinion from '#resources/templates/supervision-opinion.json';
import supervisionPlan from '#resources/templates/supervision-plan.json';
import supervisionSuggestion from '#resources/templates/supervision-suggestion.json';
import { documentKind, type DocumentKind } from './kind';

const files: readonly unknown[] = [
  supervisionPlan,
  supervisionInspectionNotice,
  statementOrder,
  supervisionNotice,
  supervisionOpinion,
  supervisionSuggestion,
  supervisionDecision,
  supervisionDirective,
  correctionOrder,
  interviewNotice,
  interviewRecord,
  circular,
  clueTransfer,
  caseTransfer,
  collaborationRequest,
  copyNotice,
  superiorNotice,
  disputeNotice,
  coordinationOpinion,
  meetingNotice,
  meetingMinutes,
  fileReviewNotice,
  fileReviewFeedback,
  serviceReceipt,
  rectificationReport,
  appointmentLetter,
];

let read: readonly DocumentKind[] | null = null;

/** The kinds as shipped, in the order in which they are offered. Read once, when somebody asks. */
export function shippedKinds(): readonly DocumentKind[] {
  read ??= files.map((file) => documentKind.parse(file));
  return read;
}

/** A kind as it is under a rule pack: other name, issuing organ, code, basis or presets, as its `packs` say. */
export function underPack(kind: DocumentKind, pack: string): DocumentKind {
  const variant = kind.packs[pack];
  if (!variant) return kind;
  const { presets = {}, ...rest } = variant;
  const fields = kind.fields.map((field) => ({ ...field, preset: presets[field.name] ?? field.preset }));
  return { ...kind, ...rest, fields };
}
