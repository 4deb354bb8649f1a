import type { DateText } from '../kernel';
import type { RuleParameters } from '../rule-parameters';
import { certificateStateOn, type CertificateFacts } from './certificate-state';

/** The part of an officer's record that counting looks at. */
export interface CountedOfficer extends CertificateFacts {
  /** Code of the table 'post-status'; empty counts as on post. */
  readonly postStatus: string | null;
  readonly auxiliary: boolean | null;
  readonly legalReviewer: boolean | null;
}

/** Officers on post: auxiliaries are none, and who is away, moved or retired is not on post. */
function onPost<T extends CountedOfficer>(officers: readonly T[]): readonly T[] {
  return officers.filter((one) => one.auxiliary !== true && (one.postStatus === null || one.postStatus === 'on'));
}

/** Share of the officers on post who hold a valid certificate. */
export interface CertifiedRate {
  readonly onPost: number;
  readonly certified: number;
  /** 0 to 1; null where nobody is on post. */
  readonly rate: number | null;
}

/** 持证率 on a day: on post with valid certificate / on post (as in the yearly statistics of counties). */
export function certifiedRate(officers: readonly CountedOfficer[], day: DateText): CertifiedRate {
  const counted = onPost(officers);
  const certified = counted.filter((one) => certificateStateOn(one, day) === 'valid').length;
  return { onPost: counted.length, certified, rate: counted.length === 0 ? null : certified / counted.length };
}

/** Whether an organ has enough people for legal review. */
export interface LegalReviewShare {
  readonly officers: number;
  readonly reviewers: number;
  /** Least number of reviewers for that many officers. */
  readonly required: number;
  /** 0 to 1; null where there are no officers. */
  readonly rate: number | null;
  readonly met: boolean;
}

/** 法制审核人员 are at least 5 % of an organ's officers (国办发〔2018〕118号 part 4 (11); the share is a parameter). */
export function legalReviewShare(
  officers: readonly CountedOfficer[],
  limits: Pick<RuleParameters, 'legalReviewMinPercent'>,
): LegalReviewShare {
  const counted = onPost(officers);
  const reviewers = counted.filter((one) => one.legalReviewer === true).length;
  const required = Math.ceil((counted.length * limits.legalReviewMinPercent) / 100);
  return {
    officers: counted.length,
    reviewers,
    required,
    rate: counted.length === 0 ? null : reviewers / counted.length,
    met: reviewers >= required,
  };
}
