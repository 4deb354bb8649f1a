import { z } from 'zod';
import { deadlineUnits, startEvents, type StartEvent } from '../kernel';

const instrument = z.strictObject({
  /** Code of the table supervision-instrument. */
  instrument: z.string().min(1),
  /** What the place calls it: 行政执法督察建议书. */
  name: z.string().min(1),
  /** Who issues it: the justice bureau or the people's government. */
  issuer: z.enum(['bureau', 'government']),
  source: z.string().min(1),
  note: z.string(),
});

const deadline = z.strictObject({
  /** Code of the table supervision-instrument. */
  instrument: z.string().min(1),
  /** Code of the table deadline-purpose. */
  purpose: z.string().min(1),
  name: z.string().min(1),
  amount: z.number().int().min(1).max(3660),
  unit: z.enum(deadlineUnits),
  from: z.enum(Object.keys(startEvents) as [StartEvent, ...StartEvent[]]),
  rollOver: z.boolean(),
  /** Counted back from the event: 会前10日. */
  before: z.boolean().optional(),
  /** False where the text leaves the unit open or the rule is another place's: to be confirmed by the office. */
  verified: z.boolean(),
  /** Document and article. */
  source: z.string().min(1),
  note: z.string(),
});

const yearlyDuty = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Last days, MM-DD. */
  days: z.array(z.string().regex(/^\d{2}-\d{2}$/)).min(1),
  verified: z.boolean(),
  source: z.string().min(1),
  note: z.string(),
});

/** The rules of one place as data: names and signatories of its instruments, its deadlines and yearly duties. */
export const rulePackSchema = z.strictObject({
  /** Code of the table rule-pack; 'common' for what holds everywhere. */
  id: z.string().min(1),
  title: z.string().min(1),
  version: z.string().min(1),
  source: z.string().min(1),
  instruments: z.array(instrument),
  deadlines: z.array(deadline),
  yearly: z.array(yearlyDuty),
});

/** The rules of one place. */
export type RulePack = z.infer<typeof rulePackSchema>;
/** What a place calls an instrument and who issues it. */
export type PackInstrument = RulePack['instruments'][number];
/** One deadline that a rule sets. */
export type DeadlineRule = RulePack['deadlines'][number];
/** A duty that comes back on the same day of each year. */
export type YearlyDuty = RulePack['yearly'][number];
