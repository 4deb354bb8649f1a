import type { Values } from '@/domain/kernel';
import { stepDefaults, type PlainStep } from '@/services/document-steps';
import type { DocumentRow } from '@/services/documents';
import type { Workbench } from '@/services/workbench';

/** A step that some of the ticked documents may take together. */
export interface BatchForm {
  readonly to: PlainStep | 'signed';
  readonly label: string;
  readonly ids: readonly string[];
  /** Fields that it asks for; none where it can be taken at once. */
  readonly fields: readonly string[];
  readonly initial: Values;
}

const steps = [
  { to: 'review', label: '提交审核', from: ['draft'], fields: [] },
  { to: 'approved', label: '审核通过', from: ['review'], fields: ['reviewedBy', 'reviewedOn', 'reviewOpinion'] },
  { to: 'signed', label: '签发', from: ['approved'], fields: ['signedBy', 'signedOn'] },
  { to: 'sealed', label: '用印', from: ['signed'], fields: ['sealedBy', 'sealedOn', 'copies'] },
  { to: 'archived', label: '归档', from: ['served'], fields: ['archivedOn'] },
] as const;

/**
 * The steps that are open to some of the documents, each with those documents in the order in which they were drafted,
 * which is the order of their identifiers: numbers follow it, however the list is sorted.
 */
export function batchForms(bench: Workbench, rows: readonly DocumentRow[]): readonly BatchForm[] {
  return steps.flatMap(({ to, label, from, fields }) => {
    const fitting = rows.filter((row) => (from as readonly string[]).includes(row.values.status));
    if (fitting.length === 0) return [];
    return [{ to, label, fields, ids: fitting.map((row) => row.id).toSorted(), initial: stepDefaults(bench, to) }];
  });
}
