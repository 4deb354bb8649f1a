import certificates from '#resources/rules/certificates.json';
import enterprise from '#resources/rules/enterprise.json';
import staffing from '#resources/rules/staffing.json';
import supervisors from '#resources/rules/supervisors.json';
import type { RuleSetting } from './workbench';

/** Version of the shipped parameters as a whole; records remember under which one they were checked. */
export const ruleParametersVersion = '2026.1';

/** One number that a rule needs and that places set differently. */
export interface RuleParameter {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Document and clause. */
  readonly source: string;
}

/** Parameters of one subject as shipped in resources/rules. */
export interface RuleTable {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly parameters: readonly RuleParameter[];
}

/** The parameters as shipped, by subject. */
export const shippedRuleTables: readonly RuleTable[] = [supervisors, certificates, staffing, enterprise];

const names = [
  'supervisorMinAge',
  'supervisorMaxAge',
  'supervisorMinEducation',
  'termFirstWarningDays',
  'termLastWarningDays',
  'certificateFirstWarningDays',
  'certificateLastWarningDays',
  'suspensionMaxMonths',
  'suspensionNoticeDays',
  'legalReviewMinPercent',
  'bureauMinStaff',
  'bureauMinQualified',
  'officeMinStaff',
  'officeMinLaw',
  'enterpriseYearlyCeiling',
] as const;

/** Name of a parameter. */
export type RuleParameterName = (typeof names)[number];

/** The parameters in force: ages in years, warnings in days, the longest suspension in months, shares in per cent. */
export type RuleParameters = Readonly<Record<RuleParameterName, number>>;

/**
 * The parameters in force: the bureau's own values laid over what was shipped. A value outside its bounds is left aside.
 * @param own values of the ledger 'rule-setting'; none gives the shipped parameters.
 */
export function ruleParametersInForce(own: readonly RuleSetting[] = []): RuleParameters {
  const shipped = new Map(shippedRuleTables.flatMap((table) => table.parameters).map((one) => [one.id, one]));
  const settings = new Map(own.map((setting) => [setting.parameter, setting.value]));
  const valueOf = (name: RuleParameterName): number => {
    const parameter = shipped.get(name);
    if (!parameter) throw new Error(`no rule parameter ${name}`);
    const local = settings.get(name);
    return local === undefined || local < parameter.min || local > parameter.max ? parameter.value : local;
  };
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as RuleParameters;
}
