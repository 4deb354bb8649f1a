import { inspection, noticeData, noticeKind } from '@/domain/inspection';
import { codeLabel, err } from '@/domain/kernel';
import { startingData } from './document-drafting';
import { surroundingsOf } from './document-facts';
import { kindOf } from './document-kinds';
import { draftMutations, firstDocument, idsOf, type DocumentAnswer, type DocumentRow } from './documents';
import type { OpenedInspection } from './inspections';
import type { Workbench } from './workbench';

/**
 * Drafts the notice of an inspection, filled in from it, and links it; one commit. A notice that was voided can be
 * followed by another.
 */
export async function draftNotice(bench: Workbench, opened: OpenedInspection): Promise<DocumentAnswer<DocumentRow>> {
  const { row, body, notice } = opened;
  if (notice !== null && notice.deletedAt === null && notice.values.status !== 'void') {
    return err([{ field: null, message: '这次检查已有检查通知书，请打开它继续办理；不用的先办理作废' }]);
  }
  if (body === null) return err([{ field: null, message: '被检查单位已不在名录中，请先更正被检查单位' }]);
  const kind = await kindOf(bench, noticeKind);
  if (kind === null) return err([{ field: null, message: '没有“行政执法监督检查通知书”模板，请到“文书模板”恢复' }]);
  const said = noticeData(row.values, (table, code) => codeLabel(bench.session.codes, table, code));
  const order = {
    kind,
    entity: body.id,
    addressee: body.values.name,
    subject: row.values.title,
    data: { ...(await startingData(bench, kind)), ...said },
  };
  const id = idsOf(bench)();
  const draft = draftMutations(bench, id, order, await surroundingsOf(bench));
  if (!draft.ok) return draft;
  const link = {
    op: 'update',
    ledger: inspection.id,
    id: row.id,
    revision: row.revision,
    changes: { notice: id },
  } as const;
  const intent = { kind: 'create', label: '拟制检查通知书' } as const;
  return firstDocument(await bench.storage.commit(intent, [...draft.value, link], bench.session.context()));
}
