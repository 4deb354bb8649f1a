import type { OfficialDocument } from '@/domain/document';
import type { CourseStep } from '@/ui/components/course';

/** Number of steps that are behind a document, by its state. */
const behind: Readonly<Record<string, number>> = {
  draft: 0,
  review: 1,
  approved: 2,
  signed: 3,
  sealed: 4,
  served: 5,
  objected: 5,
  archived: 6,
  recorded: 6,
};

/** 2026-03-05 as 3月5日, short enough for the bar. */
function shortDay(day: string | null): string {
  return day === null ? '' : `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

function factsOf(person: string | null, day: string | null): string {
  return [person, shortDay(day)].filter((part) => part !== null && part !== '').join(' ');
}

/** How far a voided document had come, read from what was written down. */
function reached(values: OfficialDocument): number {
  if (values.receivedOn !== null) return 5;
  if (values.sealedOn !== null) return 4;
  if (values.signedOn !== null) return 3;
  return values.reviewedOn === null ? 0 : 2;
}

/**
 * The steps 拟稿, 审核, 签发, 用印, 送达, 归档 with who and when.
 * @param served whether documents of this kind are served; others go from 用印 to 归档.
 */
export function courseOf(values: OfficialDocument, served: boolean): readonly CourseStep[] {
  const steps = [
    { title: '拟稿', facts: factsOf(values.draftedBy, values.draftedOn) },
    { title: '审核', facts: factsOf(values.reviewedBy, values.reviewedOn) },
    { title: '签发', facts: factsOf(values.signedBy, values.signedOn) },
    { title: '用印', facts: factsOf(values.sealedBy, values.sealedOn) },
    { title: '送达', facts: shortDay(values.receivedOn) },
    { title: '归档', facts: shortDay(values.archivedOn) },
  ];
  const voided = values.status === 'void';
  const done = voided ? reached(values) : (behind[values.status] ?? 0);
  return steps
    .map((step, at) => ({
      ...step,
      standing: at < done ? ('done' as const) : at === done && !voided ? ('now' as const) : ('ahead' as const),
    }))
    .filter((step) => served || step.title !== '送达');
}
