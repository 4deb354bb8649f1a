import type { RuleParameters } from '../rule-parameters';

/** The part of a staff record that coverage looks at. */
export interface CountedStaff {
  /** Code of the table 'staff-unit'. */
  readonly unit: string;
  /** Record id of the judicial office. */
  readonly office: string | null;
  readonly legallyQualified: boolean | null;
  readonly lawBackground: boolean | null;
  /** Code of the table 'post-status'; empty counts as on post. */
  readonly postStatus: string | null;
}

/** A judicial office as coverage needs it. */
export interface CountedOffice {
  readonly id: string;
  readonly name: string;
  readonly closed: boolean | null;
}

/** One demand on a unit's staff, with the numbers. */
export interface CoverageCheck {
  readonly id: 'people' | 'law';
  readonly title: string;
  readonly required: number;
  readonly actual: number;
  readonly met: boolean;
}

/** How a unit is staffed. */
export interface UnitCoverage {
  /** Record id of the judicial office; null for the bureau itself. */
  readonly officeId: string | null;
  readonly name: string;
  readonly checks: readonly CoverageCheck[];
  readonly met: boolean;
}

/** How the bureau and all of its offices are staffed. */
export interface StaffingCoverage {
  readonly bureau: UnitCoverage;
  /** Without closed offices, those that are not met first. */
  readonly offices: readonly UnitCoverage[];
  readonly officesMet: number;
  readonly met: boolean;
}

type Limits = Pick<RuleParameters, 'bureauMinStaff' | 'bureauMinQualified' | 'officeMinStaff' | 'officeMinLaw'>;

/**
 * Whether supervision is staffed as demanded: in the bureau at least 2 people of whom 1 legally qualified; in each
 * judicial office at least 1, legally qualified or with a background in law (连政办发〔2024〕9号 part 2 (4) 1). The
 * numbers are parameters; a demand of 0 is left out. Who is away, moved or retired does not count.
 */
export function staffingCoverage(
  staff: readonly CountedStaff[],
  offices: readonly CountedOffice[],
  limits: Limits,
): StaffingCoverage {
  const present = staff.filter((one) => one.postStatus === null || one.postStatus === 'on');
  const bureau = bureauCoverage(
    present.filter((one) => one.unit === 'bureau'),
    limits,
  );
  const units = offices
    .filter((office) => office.closed !== true)
    .map((office) =>
      officeCoverage(
        office,
        present.filter((one) => one.unit === 'office' && one.office === office.id),
        limits,
      ),
    )
    .sort((a, b) => Number(a.met) - Number(b.met));
  const officesMet = units.filter((unit) => unit.met).length;
  return { bureau, offices: units, officesMet, met: bureau.met && officesMet === units.length };
}

function bureauCoverage(people: readonly CountedStaff[], limits: Limits): UnitCoverage {
  const qualified = people.filter((one) => one.legallyQualified === true).length;
  return unitCoverage(null, '局机关', [
    check('people', '监督工作人员', limits.bureauMinStaff, people.length),
    check('law', '其中取得法律职业资格', limits.bureauMinQualified, qualified),
  ]);
}

function officeCoverage(office: CountedOffice, people: readonly CountedStaff[], limits: Limits): UnitCoverage {
  const law = people.filter((one) => one.legallyQualified === true || one.lawBackground === true).length;
  return unitCoverage(office.id, office.name, [
    check('people', '监督工作人员', limits.officeMinStaff, people.length),
    check('law', '其中取得法律职业资格或有法律专业背景', limits.officeMinLaw, law),
  ]);
}

function unitCoverage(officeId: string | null, name: string, checks: readonly CoverageCheck[]): UnitCoverage {
  const demanded = checks.filter((one) => one.required > 0);
  return { officeId, name, checks: demanded, met: demanded.every((one) => one.met) };
}

function check(id: CoverageCheck['id'], title: string, required: number, actual: number): CoverageCheck {
  return { id, title, required, actual, met: actual >= required };
}
