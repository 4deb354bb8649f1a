import { inspection } from '@/domain/inspection';
import { stepsFrom, type Values } from '@/domain/kernel';
import type { OpenedInspection } from '@/services/inspections';
import type { Workbench } from '@/services/workbench';

/** A step of an inspection with what it asks for. */
export interface InspectionStep {
  readonly to: string;
  /** What the button says. */
  readonly label: string;
  readonly fields: readonly string[];
  readonly initial: Values;
}

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  planned: ['returnReason'],
  notified: ['notifiedOn', 'leader', 'team'],
  onsite: ['startedOn', 'place', 'leader', 'team', 'teamOthers'],
  recorded: ['endedOn', 'hours', 'present', 'course', 'summary', 'response', 'signedBy', 'signedOn', 'refusal'],
  closed: ['opinion', 'closedBy', 'closedOn'],
  cancelled: ['cancelReason'],
};

/** The proposal for a step: what is known already, else today. */
function proposed(bench: Workbench, { row, notice }: OpenedInspection, to: string): Values {
  const { values } = row;
  const today = bench.session.today();
  switch (to) {
    case 'planned':
      return { returnReason: null };
    case 'notified':
      return { notifiedOn: values.notifiedOn ?? notice?.values.receivedOn ?? today };
    case 'onsite':
      return { startedOn: values.startedOn ?? today };
    case 'recorded':
      return { endedOn: values.endedOn ?? values.startedOn, signedOn: values.signedOn ?? values.startedOn };
    case 'closed':
      return { closedOn: values.closedOn ?? today };
    case 'cancelled':
      return { cancelledOn: today };
    default:
      return {};
  }
}

/** The steps that an inspection can take now, in the order of the work; going back and giving up stand last. */
export function inspectionSteps(bench: Workbench, opened: OpenedInspection): readonly InspectionStep[] {
  const { values } = opened.row;
  return stepsFrom(inspection, values.status).map(({ from, to, label }) => ({
    to,
    label,
    fields: from === 'recorded' && to === 'onsite' ? ['returnReason'] : (fieldsOf[to] ?? []),
    initial: { ...values, ...proposed(bench, opened, to) },
  }));
}

/** Whether a step leads on; the others lead back or give up. */
export function leadsOn(step: InspectionStep, from: string): boolean {
  return step.to !== 'cancelled' && step.to !== 'planned' && !(from === 'recorded' && step.to === 'onsite');
}
