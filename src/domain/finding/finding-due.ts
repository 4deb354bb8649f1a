import type { OfficialDocument } from '../document';
import { chineseDate, type DateText } from '../kernel';
import type { DeadlineExtensionRecord } from './deadline-extension';

/** What a finding says of its deadline. */
export interface FindingDue {
  readonly deadlineTerms: string | null;
  /** The day from which it is counted. */
  readonly startedOn: DateText | null;
  readonly dueOn: DateText | null;
  readonly dueReason: string | null;
}

type Documented = Pick<OfficialDocument, 'deadlineTerms' | 'receivedOn' | 'signedOn' | 'dueOn' | 'dueReason'>;
type Granted = Pick<
  DeadlineExtensionRecord,
  'result' | 'grantedUntil' | 'approvedOn' | 'approvedBy' | 'reason' | 'explanation'
>;

/** The approved extension that reaches furthest, to a day or beyond it (by hours it may end on the same day). */
export function furthestExtension<E extends Pick<Granted, 'result' | 'grantedUntil'>>(
  extensions: readonly E[],
  beyond: DateText | null,
): E | null {
  const granted = extensions.filter(
    ({ result, grantedUntil }) => result === 'granted' && grantedUntil !== null && grantedUntil >= (beyond ?? ''),
  );
  return granted.toSorted((a, b) => ((a.grantedUntil ?? '') < (b.grantedUntil ?? '') ? 1 : -1))[0] ?? null;
}

/**
 * The deadline of a finding that a document sets: the document's own, or the one to which it was extended. The words of an
 * extension stand as they were computed when it was granted, as long as the document's own deadline did not move since.
 */
export function dueOf(document: Documented, extensions: readonly Granted[], moved: boolean): FindingDue {
  const { deadlineTerms, dueOn, dueReason } = document;
  const startedOn = document.receivedOn ?? document.signedOn;
  const extension = furthestExtension(extensions, dueOn);
  if (extension === null || dueOn === null) return { deadlineTerms, startedOn, dueOn, dueReason };
  const until = extension.grantedUntil;
  const told = extension.explanation;
  const anew = `${dueReason ?? ''}另经${extension.approvedBy ?? ''}批准延长至${chineseDate(until ?? dueOn)}。`;
  return { deadlineTerms, startedOn, dueOn: until, dueReason: moved || told === null ? anew : told };
}
