import { describe, expect, it } from 'vitest';
import { officialDocument } from '@/domain/document';
import type { CaseFile } from '@/domain/file-review';
import { answerAppeal, isLate, raiseAppeal, refuseAppeal, type AppealRow } from '@/services/review-appeals';
import { decideFile, openComparison } from '@/services/review-deciding';
import { draftFeedback, findingsOf, handOverFindings, reportOf } from '@/services/review-report';
import type { FileRow } from '@/services/review-records';
import { openDocument } from '@/services/documents';
import { removeRecords } from '@/services/records';
import { errorOf, valueOf } from './desk';
import { changeDocument, handIn, marked, openReviewDesk, serveDocument, type ReviewDesk } from './review-desk';

/** Ten files scored by two people and decided. */
async function decidedDesk(): Promise<ReviewDesk> {
  const desk = await openReviewDesk(10);
  for (const [at, file] of desk.files.entries()) {
    const first = at === 9 ? { vetoes: [{ item: 'v-fact', reason: '违法时间不清', page: '3' }], deductions: [] } : null;
    await handIn(desk.bench, file, 'first', first ?? marked((at % 4) + 1, at % 2 === 0 ? 'f-filling' : 'c-serve'));
    await handIn(desk.bench, file, 'second', first ?? marked(1, 'f-filling'));
    const opened = valueOf(await openComparison(desk.bench, file));
    valueOf(await decideFile(desk.bench, opened, { method: 'mean' }, '祝以恒'));
  }
  return desk;
}

async function fedBack(): Promise<{ desk: ReviewDesk; file: FileRow }> {
  const desk = await decidedDesk();
  valueOf(await draftFeedback(desk.bench, await desk.open(), { entity: desk.bodies[0], rectifyOn: '2026-12-31' }));
  const file = (await desk.open()).files.find(({ row }) => row.values.status === 'feedback')?.row;
  if (!file) throw new Error('nothing was fed back');
  return { desk, file };
}

/** Fed back, and the feedback received on 28 September 2026. */
async function received(): Promise<{ desk: ReviewDesk; file: FileRow }> {
  const { desk, file } = await fedBack();
  await serveDocument(desk.bench, file.values.feedback ?? '', '2026-09-28');
  return { desk, file };
}

const request = {
  raisedOn: '2026-10-12',
  receivedOn: '2026-10-13',
  grounds: '第二十页有记录',
};

async function appealOf(desk: ReviewDesk): Promise<{ appeal: AppealRow; file: FileRow }> {
  const opened = await desk.open();
  const [appeal] = opened.appeals;
  const file = opened.files.find(({ row }) => row.id === appeal?.values.file)?.row;
  if (!appeal || !file) throw new Error('no appeal');
  return { appeal, file };
}

describe('a batch of ten files scored by two people', () => {
  it('is reported with the ranking of bodies and files and the most frequent faults', async () => {
    const desk = await decidedDesk();
    const report = await reportOf(desk.bench, await desk.open());
    expect(report?.files.length).toBe(10);
    expect(report?.bodies.map((one) => [one.place, one.files])).toEqual([
      [1, 5],
      [2, 5],
    ]);
    expect(report?.faults[0]).toMatchObject({ item: 'f-filling', files: 9 });
    expect(report?.grades).toEqual({ excellent: 9, fail: 1 });
  });

  it('is fed back to a body in a document of its own, with results, faults and the right to ask again', async () => {
    const { desk, file } = await fedBack();
    const document = await openDocument(desk.bench, file.values.feedback ?? '');
    expect(document?.row.values).toMatchObject({ kind: 'file-review-feedback', status: 'draft' });
    expect(document?.content?.data['files']).toHaveLength(5);
    expect(document?.content?.data['due']).toMatchObject({ amount: 10, unit: 'working-day' });
    expect(document?.content?.data['demands']).toEqual(['统一文书格式。']);
    const again = await draftFeedback(desk.bench, await desk.open(), {
      entity: desk.bodies[0],
      rectifyOn: '2026-12-31',
    });
    expect(errorOf(again)[0]?.message).toContain('没有已评定、还没有反馈的案卷');
  });

  it('hands its faults over as findings, each once', async () => {
    const desk = await decidedDesk();
    const inputs = await findingsOf(desk.bench, await desk.open());
    expect(inputs.find((one) => one.severity === 'serious')?.fact).toContain('第3页：违法时间不清');
    expect(valueOf(await handOverFindings(desk.bench, await desk.open()))).toBe(inputs.length);
    expect(valueOf(await handOverFindings(desk.bench, await desk.open()))).toBe(0);
    expect(await desk.bench.storage.countRows({ ledger: 'finding' })).toBe(inputs.length);
    const page = await desk.bench.storage.page({ ledger: 'finding' }, 0, 99);
    expect(new Set(page.rows.map((row) => row.values['caseFile']))).toEqual(new Set(desk.files));
  });

  it('waits for another feedback when the first goes to the recycle bin or is void', async () => {
    const { desk, file } = await received();
    const voided = { status: 'void', voidReason: '等次写错', voidOn: '2026-11-22' };
    await changeDocument(desk.bench, file.values.feedback ?? '', voided);
    const states = (await desk.open()).files.map(({ row }) => [row.values.status, row.values.feedback]);
    expect(states.every(([status, feedback]) => status === 'decided' && feedback === null)).toBe(true);
    const order = { entity: desk.bodies[0], rectifyOn: '2026-12-31' };
    const again = valueOf(await draftFeedback(desk.bench, await desk.open(), order));
    valueOf(await removeRecords(desk.bench, officialDocument, [again.id]));
    expect((await desk.open()).files.some(({ row }) => row.values.status === 'feedback')).toBe(false);
  });
});

describe('asking for re-review', () => {
  it('has ten working days from the feedback and is answered within ten, holidays left out, with the reason', async () => {
    const { desk, file } = await received();
    valueOf(await raiseAppeal(desk.bench, file, request));
    const { appeal, file: asked } = await appealOf(desk);
    expect(appeal.values).toMatchObject({ askBy: '2026-10-16', dueOn: '2026-10-27', status: 'open' });
    expect(appeal.values.dueReason).toContain('第10个工作日');
    expect(isLate(appeal)).toBe(false);
    expect(asked.values.status).toBe('appealed');
    const answered = { opinion: '有告知记录', answeredOn: '2026-10-20', answeredBy: '祝以恒' };
    const missing = await answerAppeal(desk.bench, appeal, asked, { ...answered, result: 'changed', scoreAfter: null });
    expect(errorOf(missing)[0]?.message).toContain('复核后得分');
    valueOf(await answerAppeal(desk.bench, appeal, asked, { ...answered, result: 'changed', scoreAfter: 80 }));
    const [now] = await desk.bench.storage.rows('case-file', [file.id]);
    expect(now?.values as CaseFile).toMatchObject({ status: 'feedback', score: 80, grade: 'good' });
  });

  it('counts from the receipt of the feedback, and not before it was served', async () => {
    const { desk, file } = await fedBack();
    expect(errorOf(await raiseAppeal(desk.bench, file, request))[0]?.message).toContain('反馈书还没有送达');
  });

  it('on the last day is in time; a day later it is refused, with the day and how it was counted', async () => {
    const { desk, file } = await received();
    const late = { ...request, raisedOn: '2026-10-17', receivedOn: '2026-10-19' };
    const [problem] = errorOf(await raiseAppeal(desk.bench, file, late));
    expect(problem).toMatchObject({ field: 'lateReason', message: expect.stringContaining('最迟应在2026-10-16提出') });
    expect(problem?.message).toContain('第10个工作日');
    valueOf(await raiseAppeal(desk.bench, file, { ...request, raisedOn: '2026-10-16', receivedOn: '2026-10-16' }));
    expect(isLate((await appealOf(desk)).appeal)).toBe(false);
  });

  it('that comes late is taken up with a reason, and can be refused; the result stands', async () => {
    const { desk, file } = await received();
    const late = { ...request, raisedOn: '2026-10-19', receivedOn: '2026-10-19', lateReason: '汛期道路中断' };
    valueOf(await raiseAppeal(desk.bench, file, late));
    const { appeal, file: asked } = await appealOf(desk);
    expect(isLate(appeal)).toBe(true);
    valueOf(await refuseAppeal(desk.bench, appeal, asked, { opinion: '逾期申请', answeredOn: '2026-10-20' }));
    const [now] = await desk.bench.storage.rows('case-file', [file.id]);
    expect(now?.values['score']).toBe(file.values.score);
  });

  it('is possible only after the feedback', async () => {
    const desk = await decidedDesk();
    const [first] = (await desk.open()).files;
    if (!first) throw new Error('no file');
    expect(errorOf(await raiseAppeal(desk.bench, first.row, request))[0]?.message).toContain('案卷反馈后');
  });
});
