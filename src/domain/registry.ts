import { calendarNotice } from './calendar';
import { draw, drawRecord, enterpriseVisit, expert } from './draw';
import { dutyItem, dutyVersion } from './duty';
import {
  documentContent,
  documentNumber,
  documentObjection,
  documentService,
  incomingDocument,
  kindCopy,
  officialDocument,
} from './document';
import { enforcementEntity } from './entity';
import { caseFile, reviewAppeal, reviewBatch, reviewScore, reviewSheet, sheetCopy } from './file-review';
import { deadlineExtension, escalation, finding, rectificationMeasure, verification } from './finding';
import { inspection, inspectionRecord } from './inspection';
import type { Ledger, NavigationGroup } from './kernel';
import { lawArticle, lawText } from './law';
import { certificateAction, enforcementOfficer } from './officer';
import { ownDeadlineRule } from './rule-pack';
import { judicialOffice, supervisionStaff } from './staff';
import { planTask, supervisionPlan } from './supervision-plan';
import {
  appointmentTerm,
  laySupervisor,
  supervisionCard,
  supervisorActivity,
  supervisorEvaluation,
} from './supervisor';
import { attachment, bureauProfile, codeEntry, importMapping, ruleSetting, savedView } from './workbench';

/** A register in the navigation. */
export interface Register {
  readonly ledger: Ledger;
  readonly group: NavigationGroup;
}

/** All registers, in the order of the navigation. Adding a register is its definition and one line here. */
export const registers: readonly Register[] = [
  { ledger: enforcementEntity, group: '监督对象' },
  { ledger: enforcementOfficer, group: '监督对象' },
  { ledger: certificateAction, group: '监督对象' },
  { ledger: laySupervisor, group: '监督力量' },
  { ledger: appointmentTerm, group: '监督力量' },
  { ledger: supervisorActivity, group: '监督力量' },
  { ledger: supervisorEvaluation, group: '监督力量' },
  { ledger: supervisionCard, group: '监督力量' },
  { ledger: supervisionStaff, group: '监督力量' },
  { ledger: judicialOffice, group: '监督力量' },
  { ledger: expert, group: '监督力量' },
  { ledger: dutyVersion, group: '清单' },
  { ledger: dutyItem, group: '清单' },
  { ledger: supervisionPlan, group: '监督检查' },
  { ledger: planTask, group: '监督检查' },
  { ledger: draw, group: '监督检查' },
  { ledger: inspection, group: '监督检查' },
  { ledger: enterpriseVisit, group: '监督检查' },
  { ledger: reviewBatch, group: '监督检查' },
  { ledger: caseFile, group: '监督检查' },
  { ledger: reviewAppeal, group: '监督检查' },
  { ledger: finding, group: '问题整改' },
  { ledger: rectificationMeasure, group: '问题整改' },
  { ledger: deadlineExtension, group: '问题整改' },
  { ledger: verification, group: '问题整改' },
  { ledger: escalation, group: '问题整改' },
  { ledger: officialDocument, group: '监督文书' },
  { ledger: documentService, group: '监督文书' },
  { ledger: documentObjection, group: '监督文书' },
  { ledger: documentNumber, group: '监督文书' },
  { ledger: incomingDocument, group: '监督文书' },
  { ledger: lawText, group: '监督文书' },
  { ledger: codeEntry, group: '系统' },
  { ledger: ruleSetting, group: '系统' },
  { ledger: calendarNotice, group: '系统' },
  { ledger: ownDeadlineRule, group: '系统' },
];

/** All ledgers: the registers and what the application keeps for itself. */
export const ledgers: readonly Ledger[] = [
  ...registers.map((register) => register.ledger),
  bureauProfile,
  attachment,
  savedView,
  importMapping,
  documentContent,
  kindCopy,
  lawArticle,
  drawRecord,
  inspectionRecord,
  reviewScore,
  reviewSheet,
  sheetCopy,
];

/** Ledgers whose records are parts of another one's, with the field that names it: they leave and come back with it. */
export const partLedgers: readonly { readonly ledger: Ledger; readonly field: string; readonly owner: Ledger }[] = [
  { ledger: lawArticle, field: 'law', owner: lawText },
  { ledger: documentContent, field: 'document', owner: officialDocument },
  { ledger: planTask, field: 'plan', owner: supervisionPlan },
  { ledger: drawRecord, field: 'draw', owner: draw },
  { ledger: inspectionRecord, field: 'inspection', owner: inspection },
  { ledger: reviewScore, field: 'file', owner: caseFile },
  { ledger: reviewSheet, field: 'batch', owner: reviewBatch },
];

const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]));

/** The ledger of an identifier; an unknown one is a bug. */
export function ledgerOf(id: string): Ledger {
  const ledger = byId.get(id);
  if (!ledger) throw new Error(`no ledger ${id}`);
  return ledger;
}
