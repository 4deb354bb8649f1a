import type { EnforcementEntity } from '../entity';
import { err, ok, type Consequences, type FieldProblem, type RecordFinder } from '../kernel';
import { hasSuperior, isVertical, kindStem, onlyTell, type ManagedBody } from './vertical';

/** Steps of the ladder from mild to grave, with the kind of document each is carried out by. */
export const ladder = [
  { step: 'directive', kind: 'supervision-directive' },
  { step: 'notice', kind: 'supervision-notice' },
  { step: 'opinion', kind: 'supervision-opinion' },
  { step: 'decision', kind: 'supervision-decision' },
  { step: 'interview', kind: 'interview-notice' },
  { step: 'circular', kind: 'circular' },
  { step: 'transfer', kind: 'clue-transfer' },
] as const;

/** One step of the ladder, or telling the superior department in its place. */
export type LadderStep = (typeof ladder)[number]['step'] | 'inform';

/** The letter with which a superior department is told. */
export const informStep = { step: 'inform', kind: 'superior-notice' } as const;

/** How grave a step is; -1 where it stands outside the ladder. */
export function rankOf(step: string): number {
  return ladder.findIndex((one) => one.step === step);
}

/** The step that a kind of document stands for; null where it stands for none. */
export function stepOfKind(kind: string): LadderStep | null {
  const stem = kindStem(kind);
  if (stem === informStep.kind) return 'inform';
  if (stem === 'supervision-suggestion') return 'opinion';
  return ladder.find((one) => one.kind === stem)?.step ?? null;
}

/** A step that a body's finding may go to. */
export interface OfferedStep {
  readonly step: LadderStep;
  readonly kind: string;
}

/**
 * The steps that may follow: for a body under vertical management telling its superior department and passing a lead on
 * (Decree 825, art. 42); for others what is graver than all that was done, and telling where there is somebody to tell.
 * @param done codes of the steps that were taken, the document that carries the finding among them.
 */
export function stepsAfter(body: Pick<ManagedBody, 'management'>, done: readonly string[]): readonly OfferedStep[] {
  if (isVertical(body)) return [informStep, ...ladder.filter((one) => one.step === 'transfer')];
  const reached = Math.max(-1, ...done.map(rankOf));
  const further = ladder.filter((_, rank) => rank > reached);
  return hasSuperior(body) ? [...further, informStep] : further;
}

interface Issued {
  readonly kind: string | null;
  readonly status: string;
}

/** A step of a finding with its document, where it has one. */
interface Taken {
  readonly step: string;
  readonly document: Issued | null;
}

/**
 * Codes of the steps that stand: that of the document which carries the finding, and the escalations; what was made void
 * no longer counts.
 */
export function stepsStanding(carrier: Issued | null, escalations: readonly Taken[]): readonly string[] {
  const own = carrier?.kind && carrier.status !== 'void' ? stepOfKind(carrier.kind) : null;
  const further = escalations.filter(({ document }) => document?.status !== 'void').map(({ step }) => step);
  return [...(own === null ? [] : [own]), ...further];
}

/** States of a finding in which it can be pressed for. */
export const pressedStates: readonly string[] = ['open', 'issued', 'rectifying'];

/** Why a step cannot be taken with a finding; null where it can. */
export function misstep(
  step: string,
  body: ManagedBody,
  { status, done }: { readonly status: string; readonly done: readonly string[] },
): FieldProblem | null {
  if (!pressedStates.includes(status)) return { field: 'step', message: '问题已在核验或已了结，不需要再升级' };
  if (stepsAfter(body, done).some((one) => one.step === step)) return null;
  if (isVertical(body)) return { field: 'step', message: onlyTell(body) };
  if (step !== informStep.step) return { field: 'step', message: '已采取过同样或更重的措施，请选择更进一步的措施' };
  const message = `“${body.name}”不是垂直管理或双重管理单位，没有上级主管部门可以告知`;
  return { field: 'step', message };
}

function documentAt(find: RecordFinder, id: string | null): Issued | null {
  return id === null ? null : ((find.byId('official-document', id)?.values ?? null) as Issued | null);
}

/** What of an escalation tells whether it fits. */
interface Entry {
  readonly finding: string;
  readonly step: string;
  readonly document: string | null;
}

/**
 * An escalation fits the body of its finding and goes further than what was done before, also when it comes in by an
 * import; recorded history is taken as it is.
 */
export const escalationConsequences: Consequences<Entry> = {
  ledgers: ['finding', 'enforcement-entity', 'official-document'],
  of: ({ id, before, after }, find) => {
    if (after === null || (before?.step === after.step && before.finding === after.finding)) return ok([]);
    const finding = find.byId('finding', after.finding)?.values;
    if (!finding || finding['status'] === 'recorded') return ok([]);
    const body = find.byId('enforcement-entity', String(finding['entity']))?.values as EnforcementEntity | undefined;
    if (!body) return ok([]);
    const others = find.referring('escalation', 'finding', after.finding).filter((row) => row.id !== id);
    const taken = others.map(({ values }) => ({
      step: String(values['step']),
      document: documentAt(find, values['document'] as string | null),
    }));
    const done = stepsStanding(documentAt(find, finding['document'] as string | null), taken);
    const problem = misstep(after.step, body, { status: String(finding['status']), done });
    return problem ? err([problem]) : ok([]);
  },
};
