import type { DateText } from '../kernel';
import { termStateOn, type TermFacts } from '../supervisor';
import type { Expert } from './expert';

/** Why a member of the supervision staff takes no part on a day; null where nothing stands against it. */
export function staffUnavailable(
  staff: { readonly postStatus: string | null; readonly certificateValidUntil: DateText | null },
  day: DateText,
): string | null {
  if (staff.postStatus !== null && staff.postStatus !== 'on') return '登记为不在岗';
  const until = staff.certificateValidUntil;
  return until !== null && until < day ? `监督证${until}已到期` : null;
}

/** Why a lay supervisor takes no part on a day: the term must be in force. */
export function supervisorUnavailable(terms: readonly TermFacts[], day: DateText): string | null {
  if (terms.some((term) => termStateOn(term, day) === 'serving')) return null;
  const last = terms.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1)).find((term) => term.status !== 'proposed');
  if (last === undefined) return terms.length > 0 ? '拟聘，还没有聘任' : '没有登记聘期，请先在监督员名册中登记';
  const state = termStateOn(last, day);
  if (state === 'waiting') return `聘期${last.startsOn}才开始`;
  if (state === 'dismissed') return `${last.endedOn ?? ''}已解聘`;
  if (state === 'resigned') return `${last.endedOn ?? ''}已辞任`;
  return `聘期${last.endsOn < day ? last.endsOn : ''}已满`;
}

/** Why an expert takes no part on a day. */
export function expertUnavailable(expert: Pick<Expert, 'left' | 'validUntil'>, day: DateText): string | null {
  if (expert.left === true) return '已出库';
  const { validUntil } = expert;
  return validUntil !== null && validUntil < day ? `在库期限${validUntil}已满` : null;
}
