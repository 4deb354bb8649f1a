import activityKind from '#resources/code-tables/activity-kind.json';
import adoption from '#resources/code-tables/adoption.json';
import appealResult from '#resources/code-tables/appeal-result.json';
import backgroundCheck from '#resources/code-tables/background-check.json';
import bureauLevel from '#resources/code-tables/bureau-level.json';
import calendarDayKind from '#resources/code-tables/calendar-day-kind.json';
import cardStatus from '#resources/code-tables/card-status.json';
import caseFileKind from '#resources/code-tables/case-file-kind.json';
import caseFileStatus from '#resources/code-tables/case-file-status.json';
import certificateAction from '#resources/code-tables/certificate-action.json';
import certificateKind from '#resources/code-tables/certificate-kind.json';
import certificateStatus from '#resources/code-tables/certificate-status.json';
import deadlinePurpose from '#resources/code-tables/deadline-purpose.json';
import deadlineUnit from '#resources/code-tables/deadline-unit.json';
import dismissalReason from '#resources/code-tables/dismissal-reason.json';
import documentContentStatus from '#resources/code-tables/document-content-status.json';
import documentNumberStatus from '#resources/code-tables/document-number-status.json';
import documentStatus from '#resources/code-tables/document-status.json';
import drawSource from '#resources/code-tables/draw-source.json';
import drawStatus from '#resources/code-tables/draw-status.json';
import dutyCategory from '#resources/code-tables/duty-category.json';
import dutyItemStatus from '#resources/code-tables/duty-item-status.json';
import dutyLevel from '#resources/code-tables/duty-level.json';
import dutyListKind from '#resources/code-tables/duty-list-kind.json';
import dutyListStatus from '#resources/code-tables/duty-list-status.json';
import dutyMethod from '#resources/code-tables/duty-method.json';
import dutyMode from '#resources/code-tables/duty-mode.json';
import education from '#resources/code-tables/education.json';
import enforcementField from '#resources/code-tables/enforcement-field.json';
import enterpriseVisitKind from '#resources/code-tables/enterprise-visit-kind.json';
import entityCategory from '#resources/code-tables/entity-category.json';
import entityLevel from '#resources/code-tables/entity-level.json';
import entityStatus from '#resources/code-tables/entity-status.json';
import escalationStep from '#resources/code-tables/escalation-step.json';
import ethnicity from '#resources/code-tables/ethnicity.json';
import evaluationGrade from '#resources/code-tables/evaluation-grade.json';
import fileChallenge from '#resources/code-tables/file-challenge.json';
import fileSelection from '#resources/code-tables/file-selection.json';
import extensionResult from '#resources/code-tables/extension-result.json';
import findingSeverity from '#resources/code-tables/finding-severity.json';
import findingSource from '#resources/code-tables/finding-source.json';
import findingStatus from '#resources/code-tables/finding-status.json';
import findingType from '#resources/code-tables/finding-type.json';
import gender from '#resources/code-tables/gender.json';
import inspectionMethod from '#resources/code-tables/inspection-method.json';
import inspectionStatus from '#resources/code-tables/inspection-status.json';
import lawKind from '#resources/code-tables/law-kind.json';
import lawStatus from '#resources/code-tables/law-status.json';
import managementMode from '#resources/code-tables/management-mode.json';
import objectionResult from '#resources/code-tables/objection-result.json';
import planStatus from '#resources/code-tables/plan-status.json';
import planTaskStatus from '#resources/code-tables/plan-task-status.json';
import politicalStatus from '#resources/code-tables/political-status.json';
import postStatus from '#resources/code-tables/post-status.json';
import powerType from '#resources/code-tables/power-type.json';
import reviewAppealStatus from '#resources/code-tables/review-appeal-status.json';
import reviewBatchStatus from '#resources/code-tables/review-batch-status.json';
import reviewGrade from '#resources/code-tables/review-grade.json';
import reviewMode from '#resources/code-tables/review-mode.json';
import reviewResult from '#resources/code-tables/review-result.json';
import reviewRole from '#resources/code-tables/review-role.json';
import reviewScoreStatus from '#resources/code-tables/review-score-status.json';
import rulePack from '#resources/code-tables/rule-pack.json';
import ruleParameter from '#resources/code-tables/rule-parameter.json';
import serviceMethod from '#resources/code-tables/service-method.json';
import serviceOutcome from '#resources/code-tables/service-outcome.json';
import staffUnit from '#resources/code-tables/staff-unit.json';
import staffingType from '#resources/code-tables/staffing-type.json';
import startEvent from '#resources/code-tables/start-event.json';
import supervisionInstrument from '#resources/code-tables/supervision-instrument.json';
import supervisionMode from '#resources/code-tables/supervision-mode.json';
import supervisorKind from '#resources/code-tables/supervisor-kind.json';
import supervisorSource from '#resources/code-tables/supervisor-source.json';
import termKind from '#resources/code-tables/term-kind.json';
import termStatus from '#resources/code-tables/term-status.json';
import verificationMethod from '#resources/code-tables/verification-method.json';
import verificationResult from '#resources/code-tables/verification-result.json';
import type { CodeTable } from './kernel';

/** Version of the shipped code tables as a whole; records remember under which one they were checked. */
export const codeTablesVersion = '2026.1';

/** The code tables as shipped; the bureau's own entries are laid over them (see workbench/code-entry). */
export const shippedCodeTables: readonly CodeTable[] = [
  activityKind,
  adoption,
  appealResult,
  backgroundCheck,
  bureauLevel,
  calendarDayKind,
  cardStatus,
  caseFileKind,
  caseFileStatus,
  certificateAction,
  certificateKind,
  certificateStatus,
  deadlinePurpose,
  deadlineUnit,
  dismissalReason,
  documentContentStatus,
  documentNumberStatus,
  documentStatus,
  drawSource,
  drawStatus,
  dutyCategory,
  dutyItemStatus,
  dutyLevel,
  dutyListKind,
  dutyListStatus,
  dutyMethod,
  dutyMode,
  education,
  enforcementField,
  enterpriseVisitKind,
  entityCategory,
  entityLevel,
  entityStatus,
  escalationStep,
  ethnicity,
  evaluationGrade,
  fileChallenge,
  fileSelection,
  extensionResult,
  findingSeverity,
  findingSource,
  findingStatus,
  findingType,
  gender,
  inspectionMethod,
  inspectionStatus,
  lawKind,
  lawStatus,
  managementMode,
  objectionResult,
  planStatus,
  planTaskStatus,
  politicalStatus,
  postStatus,
  powerType,
  reviewAppealStatus,
  reviewBatchStatus,
  reviewGrade,
  reviewMode,
  reviewResult,
  reviewRole,
  reviewScoreStatus,
  rulePack,
  ruleParameter,
  serviceMethod,
  serviceOutcome,
  staffUnit,
  staffingType,
  startEvent,
  supervisionInstrument,
  supervisionMode,
  supervisorKind,
  supervisorSource,
  termKind,
  termStatus,
  verificationMethod,
  verificationResult,
];
