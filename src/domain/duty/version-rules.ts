import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** The part of a version that its rules look at. */
export interface VersionFacts {
  readonly kind: string;
  readonly issuingBody: string | null;
  readonly effectiveFrom: DateText | null;
  readonly effectiveUntil: DateText | null;
  /** Code of the table 'duty-list-status'. */
  readonly status: string;
}

/** A version that was made public has a day from which it is in force. */
export function issuedHasStart(version: VersionFacts): FieldProblem | null {
  if (version.status !== 'issued' || version.effectiveFrom !== null) return null;
  return { field: 'effectiveFrom', message: '已公布的清单应填写“施行日期”' };
}

/** A version ends no earlier than it begins. */
export function versionInOrder(version: VersionFacts): FieldProblem | null {
  return inOrder(
    { label: '施行日期', day: version.effectiveFrom },
    { field: 'effectiveUntil', label: '施行至', day: version.effectiveUntil },
  );
}

/** Which list is meant: its kind and, where several bodies have such a list, whose it is. */
export interface ListIdentity {
  readonly kind: string;
  readonly issuingBody?: string | null;
}

/**
 * The version of a list in force on a day: of those begun and not ended by then, the one begun last. A draft is never in
 * force; a repealed one counts up to its last day, so that a look back is right.
 * @returns null where none is in force.
 */
export function versionInForce<V extends VersionFacts>(
  versions: readonly V[],
  list: ListIdentity,
  day: DateText,
): V | null {
  const standing = versions.filter(
    (version) =>
      version.kind === list.kind &&
      (list.issuingBody === undefined || version.issuingBody === list.issuingBody) &&
      isInForce(version, day),
  );
  return standing.reduce<V | null>(
    (latest, version) => (latest === null || startOf(version) > startOf(latest) ? version : latest),
    null,
  );
}

function startOf(version: VersionFacts): DateText {
  return version.effectiveFrom ?? '';
}

function isInForce(version: VersionFacts, day: DateText): boolean {
  const { status, effectiveFrom, effectiveUntil } = version;
  if (status === 'draft' || effectiveFrom === null || effectiveFrom > day) return false;
  if (effectiveUntil !== null) return day <= effectiveUntil;
  return status === 'issued';
}
