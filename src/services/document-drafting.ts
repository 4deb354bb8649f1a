import { startData, type DeadlineChoice, type DocumentData, type DocumentKind } from '@/domain/document';
import { deadlineRule, type DeadlineRule } from '@/domain/rule-pack';
import { rulePackOfBureau } from './rule-pack';
import type { Workbench } from './workbench';

/** A rule as the drafter finds it in the form; null where it counts in units that a document does not offer. */
function choiceOf({ amount, unit, source }: DeadlineRule): DeadlineChoice | null {
  return unit === 'working-day' || unit === 'calendar-day' || unit === 'hour'
    ? { amount, unit, on: null, source }
    : null;
}

/**
 * What stands in a new draft: the presets of the kind, and the deadline that the rule pack in force sets for it, with its
 * article. Where the pack sets none the deadline is left open, and the form asks for it.
 */
export async function startingData(bench: Workbench, kind: DocumentKind): Promise<DocumentData> {
  const data = startData(kind);
  const field = kind.fields.find((one) => one.type === 'deadline');
  if (!field || kind.deadline === null) return data;
  const { instrument, purpose } = kind.deadline;
  const rule = deadlineRule(await rulePackOfBureau(bench), instrument, purpose);
  return rule === null ? data : { ...data, [field.name]: choiceOf(rule) };
}
