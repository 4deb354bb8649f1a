import { deadlineUnits, startEvents, type DeadlineTerms, type DeadlineUnit, type StartEvent } from '../kernel';
import type { OwnDeadlineRule } from './own-rule';
import type { DeadlineRule, RulePack } from './pack';
import { commonRules } from './shipped';

function isUnit(code: string): code is DeadlineUnit {
  return deadlineUnits.some((unit) => unit === code);
}

function isEvent(code: string): code is StartEvent {
  return code in startEvents;
}

function ownRule(own: OwnDeadlineRule, shipped: DeadlineRule | undefined): readonly DeadlineRule[] {
  const { instrument, purpose, amount, unit, from, source } = own;
  if (!isUnit(unit) || !isEvent(from)) return [];
  const name = shipped?.name ?? '';
  const rollOver = own.exactEnd !== true && unit !== 'working-day' && unit !== 'hour';
  const before = shipped?.before === true ? { before: true } : {};
  const note = own.remark ?? '';
  return [{ instrument, purpose, name, amount, unit, from, rollOver, ...before, verified: true, source, note }];
}

function sameRule(left: { instrument: string; purpose: string }, right: { instrument: string; purpose: string }) {
  return left.instrument === right.instrument && left.purpose === right.purpose;
}

/**
 * The pack in force: the place's rules, the common ones where it has none, and the bureau's own over both.
 * @param own values of the ledger 'deadline-rule'.
 */
export function rulePackInForce(pack: RulePack, own: readonly OwnDeadlineRule[] = []): RulePack {
  const shared = commonRules.deadlines.filter((rule) => !pack.deadlines.some((local) => sameRule(local, rule)));
  const shipped = [...pack.deadlines, ...shared];
  const local = own.flatMap((rule) =>
    ownRule(
      rule,
      shipped.find((one) => sameRule(one, rule)),
    ),
  );
  const kept = shipped.filter((rule) => !local.some((one) => sameRule(one, rule)));
  return { ...pack, deadlines: [...local, ...kept], yearly: [...pack.yearly, ...commonRules.yearly] };
}

/**
 * The deadline that a pack sets for an instrument and a purpose.
 * @param pack as {@link rulePackInForce} gives it; a shipped pack alone does not know the common rules.
 * @returns null where it sets none: ask the person for the number and write it into the document.
 */
export function deadlineRule(pack: RulePack, instrument: string, purpose: string): DeadlineRule | null {
  return pack.deadlines.find((rule) => sameRule(rule, { instrument, purpose })) ?? null;
}

/** The terms that a record keeps when a deadline is set by a rule; a pack changed later does not change them. */
export function termsOf(rule: DeadlineRule, pack: RulePack): DeadlineTerms {
  const { amount, unit, from, rollOver, source } = rule;
  return { amount, unit, date: null, from, rollOver, source, packId: pack.id, packVersion: pack.version };
}
