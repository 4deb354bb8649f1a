import { officialDocument, type DocumentKind, type OfficialDocument } from '@/domain/document';
import { stepsFrom, type Values } from '@/domain/kernel';
import { stepDefaults, type PlainStep } from '@/services/document-steps';
import type { Workbench } from '@/services/workbench';

/** A step that asks for a few fields, or for none. */
export interface StepForm {
  /** State that it leads to. */
  readonly to: PlainStep | 'void';
  /** What the button says. */
  readonly label: string;
  /** Fields of the register that it asks for; none where it can be taken at once. */
  readonly fields: readonly string[];
  readonly initial: Values;
}

/** What leads on with a dialog of its own. */
export type SpecialStep = 'sign' | 'serve' | 'decide';

/** The next step of a document. */
export interface NextStep {
  readonly label: string;
  readonly step: SpecialStep | StepForm;
}

const fieldsOf: Readonly<Record<StepForm['to'], readonly string[]>> = {
  review: [],
  approved: ['reviewedBy', 'reviewedOn', 'reviewOpinion'],
  draft: ['returnReason'],
  sealed: ['sealedBy', 'sealedOn', 'copies'],
  served: [],
  archived: ['archivedOn', 'archiveNo'],
  void: ['voidReason', 'voidOn'],
};

/** A plain step from a document's state, prefilled with the person at the desk and today; null where there is none. */
export function stepForm(bench: Workbench, values: Values, to: StepForm['to']): StepForm | null {
  const step = stepsFrom(officialDocument, String(values['status'])).find((one) => one.to === to);
  if (!step) return null;
  const fields = fieldsOf[to];
  const initial = { ...values, ...stepDefaults(bench, to) };
  return { to, label: step.label, fields, initial };
}

/**
 * The step that comes next in the order of the work: the main button of the page.
 * @param kind whether documents of the kind are served on somebody, and whether they bear a seal.
 */
export function nextStep(
  bench: Workbench,
  values: OfficialDocument,
  kind: Pick<DocumentKind, 'served' | 'sealed'>,
): NextStep | null {
  const plain = (to: StepForm['to']): NextStep | null => {
    const step = stepForm(bench, values, to);
    return step && { label: step.label, step };
  };
  switch (values.status) {
    case 'draft':
      return plain('review');
    case 'review':
      return plain('approved');
    case 'approved':
      return { label: '签发', step: 'sign' };
    case 'signed':
      return plain(kind.sealed || kind.served ? 'sealed' : 'archived');
    case 'sealed':
      return kind.served ? { label: '登记送达', step: 'serve' } : plain('archived');
    case 'objected':
      return { label: '登记复查结果', step: 'decide' };
    default:
      return plain('archived');
  }
}
