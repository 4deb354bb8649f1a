import { err, ok, type Result } from '../kernel';
import { type ScoringSheet, type SheetItem, type SheetVeto } from './scoring-sheet';
import { deductedOf, noMarks, type Deduction, type ReviewMarks, type VetoMark } from './scoring';

/** The marks of both reviewers of one file. */
export interface BothMarks {
  readonly first: ReviewMarks;
  readonly second: ReviewMarks;
}

/** One item as both scored it. */
export interface ComparedItem {
  readonly item: SheetItem;
  readonly group: string;
  readonly first: readonly Deduction[];
  readonly second: readonly Deduction[];
  readonly firstPoints: number;
  readonly secondPoints: number;
  readonly differs: boolean;
}

/** One veto as both judged it. */
export interface ComparedVeto {
  readonly veto: SheetVeto;
  readonly first: VetoMark | null;
  readonly second: VetoMark | null;
  readonly differs: boolean;
}

/** Both scores side by side. */
export interface Comparison {
  readonly vetoes: readonly ComparedVeto[];
  readonly items: readonly ComparedItem[];
}

function under(marks: ReviewMarks, item: string): readonly Deduction[] {
  return marks.deductions.filter((one) => one.item === item);
}

/** Puts both scores side by side: vetoes and items that somebody marked, in the order of the sheet. */
export function compareMarks(sheet: ScoringSheet, { first, second }: BothMarks): Comparison {
  const vetoes = sheet.vetoes.map((veto) => {
    const of = (marks: ReviewMarks): VetoMark | null => marks.vetoes.find((one) => one.item === veto.id) ?? null;
    return { veto, first: of(first), second: of(second), differs: (of(first) === null) !== (of(second) === null) };
  });
  const items = sheet.groups.flatMap((group) =>
    group.items.map((item) => {
      const [firstPoints, secondPoints] = [deductedOf(item, first), deductedOf(item, second)];
      const sides = { first: under(first, item.id), second: under(second, item.id) };
      return { item, group: group.name, ...sides, firstPoints, secondPoints, differs: firstPoints !== secondPoints };
    }),
  );
  return {
    vetoes: vetoes.filter((one) => one.first !== null || one.second !== null),
    items: items.filter((one) => one.first.length + one.second.length > 0),
  };
}

function halved(marks: ReviewMarks): readonly Deduction[] {
  return marks.deductions.map((one) => ({ ...one, points: one.points / 2 }));
}

/**
 * The mean of both. Each deduction counts half, so that reasons and pages of both stay.
 * @returns a sentence where one found a veto and the other did not: that has no mean and the chair decides it.
 */
export function decideByMean(sheet: ScoringSheet, both: BothMarks): Result<ReviewMarks, string> {
  const split = compareMarks(sheet, both).vetoes.find((one) => one.differs);
  if (split) return err(`两人对否决项“${split.veto.text}”意见不一，不能取平均分，请逐项评定`);
  return ok({ vetoes: both.first.vetoes, deductions: [...halved(both.first), ...halved(both.second)] });
}

/** What the chair takes for an item or veto. */
export type ChairChoice = 'first' | 'second' | 'mean' | 'own';

/** The chair's decisions: a choice for each item and veto by id, and the chair's own marks where that is the choice. */
export interface ChairDecision {
  readonly choices: Readonly<Record<string, ChairChoice>>;
  readonly own: ReviewMarks;
}

function chosenDeductions(one: ComparedItem, choice: ChairChoice, own: ReviewMarks): readonly Deduction[] {
  if (choice === 'first') return one.first;
  if (choice === 'second') return one.second;
  if (choice === 'own') return under(own, one.item.id);
  return [...one.first, ...one.second].map((each) => ({ ...each, points: each.points / 2 }));
}

function chosenVeto(one: ComparedVeto, choice: ChairChoice, own: ReviewMarks): readonly VetoMark[] {
  if (choice === 'own') return own.vetoes.filter((mark) => mark.item === one.veto.id);
  const mark = choice === 'second' ? one.second : one.first;
  return mark === null ? [] : [mark];
}

/**
 * The chair's decision item by item. What both judged alike needs no choice.
 * @returns the marks, or how many differences are still without a decision.
 */
export function decideByItems(
  sheet: ScoringSheet,
  both: BothMarks,
  { choices, own }: ChairDecision,
): Result<ReviewMarks, string> {
  const { vetoes, items } = compareMarks(sheet, both);
  const open = [
    ...vetoes.filter((one) => one.differs && choices[one.veto.id] === undefined).map((one) => one.veto.text),
    ...items.filter((one) => one.differs && choices[one.item.id] === undefined).map((one) => one.item.text),
  ];
  if (open.length > 0) return err(`还有${open.length}项意见不一、没有评定：${open.slice(0, 3).join('；')}`);
  return ok({
    vetoes: vetoes.flatMap((one) => chosenVeto(one, choices[one.veto.id] ?? 'first', own)),
    deductions: items.flatMap((one) => chosenDeductions(one, choices[one.item.id] ?? 'first', own)),
  });
}

/** An empty decision. */
export const noDecision: ChairDecision = { choices: {}, own: noMarks };
