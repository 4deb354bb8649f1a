import { ageOn, type DateText } from './dates';
import { identityBirthday, identityGender } from './identifiers';
import type { FieldProblem } from './ledger';

/**
 * Two days stand in their order; the same day is right, and a missing day is not judged.
 * @returns the problem at the later day's field, or null.
 */
export function inOrder(
  first: { readonly label: string; readonly day: DateText | null },
  then: { readonly field: string; readonly label: string; readonly day: DateText | null },
): FieldProblem | null {
  if (first.day === null || then.day === null || first.day <= then.day) return null;
  return { field: then.field, message: `“${then.label}”（${then.day}）早于“${first.label}”（${first.day}），请核对` };
}

/**
 * Days of a course stand in their order; those not yet reached are left out.
 * @param steps in the order in which they follow one another.
 * @returns the first problem, at the later day's field, or null.
 */
export function allInOrder(
  steps: readonly { readonly field: string; readonly label: string; readonly day: DateText | null }[],
): FieldProblem | null {
  const reached = steps.filter((step) => step.day !== null);
  for (const [at, step] of reached.entries()) {
    const before = reached[at - 1];
    const problem = before ? inOrder(before, step) : null;
    if (problem) return problem;
  }
  return null;
}

/** What a person's record says about itself. Gender in codes of GB/T 2261.1: '1' male, '2' female. */
export interface PersonFacts {
  readonly identityNumber: string | null;
  readonly gender: string | null;
  /** YYYY-MM. */
  readonly birthMonth: string | null;
}

/** Gender and month of birth agree with the identity number (GB 11643-1999, clauses 3.2.2 and 3.2.3: digits 7-14 and 17). */
export function identityAgrees(person: PersonFacts): FieldProblem | null {
  const { identityNumber, gender, birthMonth } = person;
  if (identityNumber === null) return null;
  const implied = identityGender(identityNumber);
  if ((gender === '1' || gender === '2') && gender !== implied) {
    const says = implied === '1' ? '男' : '女';
    return { field: 'gender', message: `“性别”与身份证号不符，身份证号第17位表示${says}，请核对` };
  }
  const birthday = identityBirthday(identityNumber);
  if (birthMonth !== null && birthday !== null && !birthday.startsWith(birthMonth)) {
    return { field: 'birthMonth', message: `“出生年月”与身份证号中的${birthday.slice(0, 7)}不符，请核对` };
  }
  return null;
}

/**
 * Full years of age on a day, from the identity number or else the month of birth.
 * @returns null where neither is known; by month alone, within the month of birth the younger age is given.
 */
export function ageOfPerson(person: Omit<PersonFacts, 'gender'>, day: DateText): number | null {
  const birthday = person.identityNumber === null ? null : identityBirthday(person.identityNumber);
  if (birthday !== null) return ageOn(birthday, day);
  return person.birthMonth === null ? null : ageOn(`${person.birthMonth}-31`, day);
}
