import { expect, it } from 'vitest';
import { emptyValues } from '@/domain/kernel';
import { reviewBatch, type ReviewBatch } from '@/domain/file-review';
import { reviewersOf } from '@/services/review-recusal';
import { openDocumentDesk } from './document-desk';

it('two reviewers of one name are two seats, told apart by unit and number; whose term ended says why', async () => {
  const { bench, add } = await openDocumentDesk();
  const first = await add('supervision-staff', { name: '王伟', unit: 'bureau', certificateNo: 'LJJD0799001' });
  const second = await add('supervision-staff', { name: '王伟', unit: 'bureau', certificateNo: 'LJJD0799002' });
  const lay = await add('lay-supervisor', { name: '方远' });
  const term = { supervisor: lay.id, kind: 'first', status: 'serving', startsOn: '2024-01-01', endsOn: '2025-12-31' };
  await add('appointment-term', term);
  const people = { reviewers: [first.id, second.id], supervisors: [lay.id] };
  const batch = { ...(emptyValues(reviewBatch) as unknown as ReviewBatch), ...people };
  const found = await reviewersOf(bench, batch, []);
  expect(found.map(({ name, unavailable }) => [name, unavailable])).toEqual([
    ['王伟（安澜县司法局，LJJD0799001）', null],
    ['王伟（安澜县司法局，LJJD0799002）', null],
    ['方远', '聘期2025-12-31已满'],
  ]);
});
