import { codeLabel } from '@/domain/kernel';
import type { FindingRow } from '@/services/findings';
import type { OpenedInspection } from '@/services/inspections';
import type { PrintOrder } from '@/services/print-list';
import type { Workbench } from '@/services/workbench';
import { inspectionRecordPage } from '@/ui/print/inspection-record';

/** The record of an inspection ready for the printer. */
export function recordOrder(
  bench: Workbench,
  opened: OpenedInspection,
  findings: readonly FindingRow[],
  filled: boolean,
): PrintOrder {
  const { values } = opened.row;
  const html = inspectionRecordPage({
    filled,
    bureau: bench.session.profile?.name ?? '',
    title: values.title,
    body: opened.body?.values.name ?? '',
    mode: codeLabel(bench.session.codes, 'supervision-mode', values.mode),
    values,
    members: opened.members.map((member) => ({
      name: member.values.name,
      certificateNo: member.values.certificateNo ?? '',
      leads: member.id === values.leader,
    })),
    noticeNo: opened.notice?.values.number ?? values.noticeNo ?? '',
    checks: opened.checks,
    findings: findings.map((row) => ({ number: row.values.number ?? '', fact: row.values.fact })),
  });
  return {
    html,
    title: filled ? `${values.title}检查记录` : `${values.title}空白检查表`,
    paper: 'A4',
    landscape: false,
  };
}
