import { err } from '@/domain/kernel';
import { planData, planKind, planKindFor, supervisionPlan } from '@/domain/supervision-plan';
import { startingData } from './document-drafting';
import { surroundingsOf } from './document-facts';
import { kindOf } from './document-kinds';
import { draftMutations, firstDocument, idsOf, type DocumentAnswer, type DocumentRow } from './documents';
import type { OpenedPlan } from './plans';
import type { Workbench } from './workbench';

/**
 * Drafts the document in which a plan is issued, filled in from plan and tasks, and links it; one commit. One that was
 * voided can be followed by another.
 */
export async function draftPlanDocument(bench: Workbench, opened: OpenedPlan): Promise<DocumentAnswer<DocumentRow>> {
  const { row, tasks, document } = opened;
  if (document !== null && document.deletedAt === null && document.values.status !== 'void') {
    return err([{ field: null, message: '这份方案已有印发文件，请打开它继续办理；不用的先办理作废' }]);
  }
  const kind = await kindOf(bench, planKind);
  if (kind === null) return err([{ field: null, message: '没有“年度监督工作方案”模板，请到“文书模板”恢复' }]);
  const around = await surroundingsOf(bench);
  const issued = planKindFor(kind, row.values.issuer, around.bureau.government);
  const said = planData(
    row.values,
    tasks.map((task) => task.values),
  );
  const order = {
    kind: issued,
    entity: null,
    addressee: '各有关单位',
    subject: row.values.title,
    data: { ...(await startingData(bench, kind)), ...said },
  };
  const id = idsOf(bench)();
  const draft = draftMutations(bench, id, order, around);
  if (!draft.ok) return draft;
  const link = {
    op: 'update',
    ledger: supervisionPlan.id,
    id: row.id,
    revision: row.revision,
    changes: { document: id },
  } as const;
  const intent = { kind: 'create', label: '拟制年度监督工作方案' } as const;
  return firstDocument(await bench.storage.commit(intent, [...draft.value, link], bench.session.context()));
}
