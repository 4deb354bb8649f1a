import { computeDeadline, deadlineProblem, type DateText, type Deadline, type WorkCalendar } from '../kernel';
import type { CertificateAction, EnforcementOfficer } from '../officer';
import type { DeadlineRule } from '../rule-pack';
import type { CaseFile } from './case-file';
import { certificateOnDay, type CertificateOnDay } from './certificate-history';
import type { CheckKind } from './scoring-sheet';

/** An officer of the register who handled a case. */
export interface Handler {
  readonly officer: EnforcementOfficer;
  readonly actions: readonly CertificateAction[];
}

/** What the computed checks look at beside the file. */
export interface CheckFacts {
  readonly handlers: readonly Handler[];
  readonly calendar: WorkCalendar;
  /** Rules in force: 90 days for deciding, 7 working days for publishing (20 for what is no penalty or license). */
  readonly caseDays: DeadlineRule | null;
  readonly publication: DeadlineRule | null;
  readonly today: DateText;
}

/** What a check found: a fault, something to look at, or nothing wrong. */
export interface FileCheck {
  readonly check: CheckKind;
  readonly level: 'fault' | 'notice' | 'fine';
  readonly text: string;
  /** How the days were counted, where days were. */
  readonly explanation: string | null;
}

function deadlineOf(rule: DeadlineRule, at: DateText, calendar: WorkCalendar): Deadline | null {
  const { unit, amount, rollOver, from } = rule;
  const input = { unit, amount, rollOver, start: { event: from, at }, calendar };
  return deadlineProblem(input) === null ? computeDeadline(input) : null;
}

/** Penalties are decided within 90 days from filing (行政处罚法 art. 60); an extension has to be looked for in the file. */
function caseDaysCheck(file: CaseFile, { caseDays, calendar }: CheckFacts): FileCheck | null {
  if (file.kind !== 'penalty-ordinary' || caseDays === null) return null;
  if (file.filedOn === null || file.decidedOn === null) {
    return {
      check: 'case-days',
      level: 'notice',
      text: '没有登记立案或者决定日期，不能核对办案期限',
      explanation: null,
    };
  }
  const deadline = deadlineOf(caseDays, file.filedOn, calendar);
  if (deadline === null) return null;
  const late = file.decidedOn > deadline.due;
  const text = late
    ? `${file.filedOn}立案、${file.decidedOn}决定，超过办案期限（最迟${deadline.due}），案卷中应有延期批准`
    : `在办案期限内作出决定（最迟${deadline.due}）`;
  return { check: 'case-days', level: late ? 'fault' : 'fine', text, explanation: deadline.explanation };
}

/** Penalties and licences are published within 7 working days (国办发〔2018〕118号). */
function publicationCheck(file: CaseFile, facts: CheckFacts): FileCheck | null {
  if (facts.publication === null || file.decidedOn === null) return null;
  const deadline = deadlineOf(facts.publication, file.decidedOn, facts.calendar);
  if (deadline === null) return null;
  const explanation = deadline.explanation;
  if (file.publishedOn === null) {
    const past = facts.today > deadline.due;
    const text = `没有登记公示日期，应在${deadline.due}前公示；依法不公开的除外`;
    return { check: 'publication', level: past ? 'notice' : 'fine', text, explanation };
  }
  const late = file.publishedOn > deadline.due;
  const text = late
    ? `${file.decidedOn}决定、${file.publishedOn}公示，超过公示期限（最迟${deadline.due}）`
    : `按期公示（最迟${deadline.due}）`;
  return { check: 'publication', level: late ? 'fault' : 'fine', text, explanation };
}

/** The people who handled a case, as the file names them. */
export function handlerNamesOf(text: string | null): readonly string[] {
  return (text ?? '').split(/[、，,;；\s]+/).filter((name) => name !== '');
}

/** No fewer than two officers (行政处罚法 art. 42). */
function officersCheck(file: CaseFile, { handlers }: CheckFacts): FileCheck {
  const named = new Set([...handlerNamesOf(file.handlerNames), ...handlers.map(({ officer }) => officer.name)]);
  const count = Math.max(named.size, handlers.length);
  if (count === 0)
    return { check: 'officers', level: 'notice', text: '没有登记承办人，请翻阅案卷核对', explanation: null };
  const text =
    count < 2 ? `只有${count}名承办人（${[...named].join('、')}），执法人员不得少于两人` : `承办人${count}名`;
  return { check: 'officers', level: count < 2 ? 'fault' : 'fine', text, explanation: null };
}

const certificateWords: Readonly<Record<Exclude<CertificateOnDay, 'valid'>, string>> = {
  expired: '证件已过期',
  suspended: '证件在暂扣中',
  withdrawn: '证件已收回或者注销',
  none: '没有执法证件',
  unknown: '名册中没有当时的证件记录',
};

function certificateFaults(file: CaseFile, { officer, actions }: Handler): readonly [CertificateOnDay, string][] {
  const days = [...new Set([file.filedOn, file.decidedOn])].filter((day) => day !== null);
  return days.flatMap((day) => {
    const state = certificateOnDay(officer, actions, day);
    return state === 'valid'
      ? []
      : [[state, `${officer.name}${day}${certificateWords[state]}`] as [CertificateOnDay, string]];
  });
}

/** Every officer held a valid certificate when the case was filed and when it was decided (行政处罚法 art. 42). */
function certificateCheck(file: CaseFile, { handlers }: CheckFacts): FileCheck {
  if (handlers.length === 0) {
    const text = '没有从名册选择承办人，不能核对证件；请在案卷中选择“名册中的承办人”';
    return { check: 'certificates', level: 'notice', text, explanation: null };
  }
  const found = handlers.flatMap((handler) => certificateFaults(file, handler));
  if (found.length === 0) {
    return { check: 'certificates', level: 'fine', text: '承办人立案和决定时证件有效', explanation: null };
  }
  const sure = found.some(([state]) => state !== 'unknown');
  const text = `${found.map(([, words]) => words).join('；')}，请与案卷核对`;
  return { check: 'certificates', level: sure ? 'fault' : 'notice', text, explanation: null };
}

/** What can be computed from a file's dates and officers, for the reviewer to confirm in the file. Nothing is deducted by it. */
export function fileChecks(file: CaseFile, facts: CheckFacts): readonly FileCheck[] {
  return [
    caseDaysCheck(file, facts),
    publicationCheck(file, facts),
    officersCheck(file, facts),
    certificateCheck(file, facts),
  ].filter((one) => one !== null);
}
