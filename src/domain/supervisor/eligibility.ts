import { ageOfPerson, type DateText } from '../kernel';
import type { RuleParameters } from '../rule-parameters';

/** What checking a condition gave. */
export type Verdict = 'met' | 'unmet' | 'unknown';

/** One condition of appointment and what the record says about it. */
export interface EligibilityItem {
  readonly id: 'adult' | 'age' | 'education' | 'discipline' | 'criminal' | 'credit' | 'other';
  readonly title: string;
  readonly verdict: Verdict;
  /** Short Chinese reason: 53周岁; 未核查. */
  readonly detail: string;
}

/** The part of a lay supervisor's record that the conditions look at. */
export interface EligibilityFacts {
  readonly identityNumber: string | null;
  readonly birthMonth: string | null;
  /** Code of GB/T 4658: the smaller, the higher. */
  readonly education: string | null;
  readonly disciplineCheck: string | null;
  readonly criminalCheck: string | null;
  readonly creditCheck: string | null;
  readonly otherCheck: string | null;
}

type Limits = Pick<RuleParameters, 'supervisorMinAge' | 'supervisorMaxAge' | 'supervisorMinEducation'>;

/**
 * The conditions of appointing a lay supervisor, each met, not met or unknown (西藏自治区行政执法特邀监督员管理办法:
 * college education or more, full age, and nobody who was disciplined, sentenced or detained, dismissed from public
 * office, or is on the list of dishonest debtors; 安徽省第九届选聘公告: as a rule at most 55 at appointment). The limits
 * are parameters. The person who appoints decides; the list only shows what has to be looked at.
 * @param appointedOn the first day of the term, on which the age counts.
 */
export function checkEligibility(
  person: EligibilityFacts,
  appointedOn: DateText,
  limits: Limits,
): readonly EligibilityItem[] {
  const age = ageOfPerson(person, appointedOn);
  const { supervisorMinAge: youngest, supervisorMaxAge: oldest } = limits;
  return [
    ageItem('adult', `年满${youngest}周岁`, age, (years) => years >= youngest),
    ageItem('age', `受聘时不超过${oldest}周岁`, age, (years) => years <= oldest),
    educationItem(person.education, limits.supervisorMinEducation),
    checkItem('discipline', '未受过处分、未被开除公职', person.disciplineCheck),
    checkItem('criminal', '未受过刑罚、行政拘留', person.criminalCheck),
    checkItem('credit', '未列为失信被执行人', person.creditCheck),
    checkItem('other', '无其他严重违法违纪', person.otherCheck),
  ];
}

/** The conditions together: one that is not met decides, then one that is unknown. */
export function eligibilityVerdict(items: readonly EligibilityItem[]): Verdict {
  if (items.some((item) => item.verdict === 'unmet')) return 'unmet';
  return items.some((item) => item.verdict === 'unknown') ? 'unknown' : 'met';
}

function ageItem(
  id: EligibilityItem['id'],
  title: string,
  age: number | null,
  right: (years: number) => boolean,
): EligibilityItem {
  if (age === null) return { id, title, verdict: 'unknown', detail: '缺身份证号或出生年月' };
  return { id, title, verdict: right(age) ? 'met' : 'unmet', detail: `${age}周岁` };
}

function educationItem(education: string | null, lowest: number): EligibilityItem {
  const item = { id: 'education', title: lowest === 30 ? '大专以上学历' : '达到最低学历' } as const;
  if (education === null || !/^\d+$/.test(education)) return { ...item, verdict: 'unknown', detail: '未填学历' };
  const met = Number(education) <= lowest;
  return { ...item, verdict: met ? 'met' : 'unmet', detail: met ? '符合' : '学历不足' };
}

function checkItem(id: EligibilityItem['id'], title: string, found: string | null): EligibilityItem {
  if (found === 'clear') return { id, title, verdict: 'met', detail: '未发现' };
  if (found === 'found') return { id, title, verdict: 'unmet', detail: '有记录' };
  return { id, title, verdict: 'unknown', detail: '未核查' };
}
