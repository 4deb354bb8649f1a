import { describe, expect, it } from 'vitest';
import { emptyValues } from '@/domain/kernel';
import { noMarks, reviewScore, type CaseFile } from '@/domain/file-review';
import { decideFile, openComparison, reopenDecision, type Ruling } from '@/services/review-deciding';
import { openReviewedFile, openScoring, returnScore, saveMarks, submitMarks } from '@/services/review-scoring';
import { offeredSheets, saveSheet } from '@/services/review-sheets';
import { assignReviewers } from '@/services/review-assigning';
import { beginScoring, chooseSheet, releaseFile, takeBatchStep } from '@/services/reviews';
import { errorOf, valueOf } from './desk';
import { handIn, marked, openReviewDesk, seatAt, type ReviewDesk } from './review-desk';

async function fileValues({ bench }: ReviewDesk, id: string): Promise<CaseFile> {
  const [row] = await bench.storage.rows('case-file', [id]);
  return row?.values as CaseFile;
}

async function messageOf(answer: Promise<{ ok: boolean }>): Promise<string> {
  const error = errorOf((await answer) as never) as readonly { message: string }[];
  return error.map((one) => one.message).join('；');
}

describe('preparing a batch', () => {
  it('begins only with a sheet, files and two reviewers for each', async () => {
    const { bench, open } = await openReviewDesk(2, false);
    expect(await messageOf(beginScoring(bench, await open()))).toContain('选择评分标准');
    const sheets = await offeredSheets(bench);
    const sheet = sheets[0]?.sheet;
    if (!sheet) throw new Error('no sheet');
    valueOf(await chooseSheet(bench, (await open()).row, sheet));
    expect(await messageOf(beginScoring(bench, await open()))).toContain('还有2件案卷没有两名评查员');
    const now = await open();
    expect(await messageOf(assignReviewers(bench, now, now.files, ['甲律师', '甲律师']))).toContain('不能是同一人');
    const own = '丙（安澜县市场监督管理局）';
    expect(await messageOf(assignReviewers(bench, now, now.files, ['甲律师', own]))).toContain('应当回避');
    valueOf(await assignReviewers(bench, now, now.files, ['甲律师', '乙教授']));
    valueOf(await beginScoring(bench, await open()));
    expect((await open()).files.map(({ row }) => row.values.status)).toEqual(['assigned', 'assigned']);
  });

  it('keeps the sheet it was begun with, whatever becomes of the bureau’s copy', async () => {
    const { bench, open } = await openReviewDesk(1, false);
    const [shipped] = await offeredSheets(bench);
    if (!shipped) throw new Error('no sheet');
    valueOf(await saveSheet(bench, null, { ...shipped.sheet, name: '本县标准' }));
    const own = (await offeredSheets(bench)).find(({ row }) => row !== null);
    if (!own?.row) throw new Error('no own sheet');
    valueOf(await chooseSheet(bench, (await open()).row, own.sheet));
    const now = await open();
    valueOf(await assignReviewers(bench, now, now.files, ['甲律师', '乙教授']));
    valueOf(await beginScoring(bench, await open()));
    const bands = own.sheet.bands.map((band) => (band.grade === 'excellent' ? { ...band, from: 95 } : band));
    valueOf(await saveSheet(bench, own.row, { ...own.sheet, bands }));
    expect((await open()).sheet?.bands[0]?.from).toBe(90);
    const wrong = await saveSheet(bench, own.row, { ...own.sheet, total: 90 });
    expect(wrong.ok ? '' : wrong.error).toContain('合计100分');
  });
});

describe('scoring independently', () => {
  it('shows a reviewer nothing of the other but how far they are, until both have handed in', async () => {
    const { bench, files } = await openReviewDesk();
    const file = files[0] ?? '';
    valueOf(await saveMarks(bench, await seatAt(bench, file, 'first'), marked(3)));
    const second = await openScoring(bench, file, 'second');
    expect(second?.peer).toBe('draft');
    expect(JSON.stringify(second)).not.toContain('送达回证缺少送达人签名');
    await handIn(bench, file, 'first', marked(3));
    expect((await openScoring(bench, file, 'second'))?.peer).toBe('submitted');
    expect(await messageOf(openComparison(bench, file))).toContain('请等待另一人提交');
    await handIn(bench, file, 'second', marked(1));
    const compared = valueOf(await openComparison(bench, file));
    expect(compared.row.values.status).toBe('compared');
    expect(compared.comparison.items[0]).toMatchObject({ firstPoints: 3, secondPoints: 1, differs: true });
  });

  it('is refused by the storage itself for the chair before both, and for somebody without a seat', async () => {
    const { bench, files, batch } = await openReviewDesk();
    const usual = { file: files[0] ?? '', batch, marks: '{"vetoes":[],"deductions":[]}', status: 'draft' };
    const write = (values: Record<string, string>) =>
      bench.storage.commit(
        { kind: 'create', label: '试' },
        [{ op: 'create', ledger: reviewScore.id, values: { ...emptyValues(reviewScore), ...usual, ...values } }],
        bench.session.context(),
      );
    const early = errorOf(await write({ role: 'chair', reviewer: '祝以恒' }));
    expect(JSON.stringify(early)).toContain('两名评查员都提交评分后');
    const other = errorOf(await write({ role: 'first', reviewer: '别人' }));
    expect(JSON.stringify(other)).toContain('不是这个案卷的评查员');
  });

  it('asks for reason and page, keeps what was handed in, and gives it back with a reason', async () => {
    const desk = await openReviewDesk();
    const { bench, files, open } = desk;
    const file = files[0] ?? '';
    const blank = { vetoes: [], deductions: [{ item: 'f-cover', places: 1, points: 1, reason: ' ', page: '1' }] };
    expect(await messageOf(submitMarks(bench, await seatAt(bench, file, 'first'), blank))).toContain('理由和页码');
    await handIn(bench, file, 'first', marked(3));
    const again = await seatAt(bench, file, 'first');
    expect(await messageOf(saveMarks(bench, again, marked(1)))).toContain('评分已提交');
    const [began] = (await open()).files;
    if (!began) throw new Error('no file');
    expect(await messageOf(releaseFile(bench, began))).toContain('不能移出批次');
    await handIn(bench, file, 'second', marked(1));
    const opened = await openReviewedFile(bench, file);
    if (!opened) throw new Error('no file');
    expect(await messageOf(returnScore(bench, opened, 'first', ''))).toContain('退回原因');
    valueOf(await returnScore(bench, opened, 'first', '页码写错'));
    expect((await fileValues(desk, file)).status).toBe('assigned');
    await handIn(bench, file, 'first', marked(2));
    expect((await fileValues(desk, file)).status).toBe('compared');
  });
});

describe('the chair', () => {
  it('takes the mean, and can decide anew before the feedback', async () => {
    const desk = await openReviewDesk();
    const { bench, files } = desk;
    const file = files[0] ?? '';
    await handIn(bench, file, 'first', marked(3));
    await handIn(bench, file, 'second', marked(1));
    valueOf(await decideFile(bench, valueOf(await openComparison(bench, file)), { method: 'mean' }, '祝以恒'));
    expect(await fileValues(desk, file)).toMatchObject({ status: 'decided', score: 98, grade: 'excellent' });
    const decided = valueOf(await openComparison(bench, file));
    expect(await messageOf(reopenDecision(bench, decided, ''))).toContain('请填写重新评定的原因');
    valueOf(await reopenDecision(bench, decided, '漏看第二十页'));
    expect(await fileValues(desk, file)).toMatchObject({ status: 'compared', score: null });
    const ruling: Ruling = { method: 'items', choices: { 'f-filling': 'first' }, own: noMarks };
    valueOf(await decideFile(bench, valueOf(await openComparison(bench, file)), ruling, '祝以恒'));
    expect((await fileValues(desk, file)).score).toBe(97);
  });

  it('makes a veto score 0 and fail, with its words in the file', async () => {
    const desk = await openReviewDesk();
    const { bench, files } = desk;
    const file = files[0] ?? '';
    const veto = { vetoes: [{ item: 'v-officers', reason: '只有一人签名', page: '5' }], deductions: [] };
    await handIn(bench, file, 'first', veto);
    await handIn(bench, file, 'second', veto);
    valueOf(await decideFile(bench, valueOf(await openComparison(bench, file)), { method: 'mean' }, '祝以恒'));
    const values = await fileValues(desk, file);
    expect(values).toMatchObject({ score: 0, grade: 'fail', veto: '执法人员少于两人' });
    expect(values.faults).toContain('第5页');
  });

  it('reports only when every file is decided', async () => {
    const { bench, files, open } = await openReviewDesk();
    const values = { reportedOn: '2026-11-22', summary: '总体良好' };
    expect(await messageOf(takeBatchStep(bench, await open(), 'reported', values))).toContain('还有2件案卷没有评定');
    for (const file of files) {
      await handIn(bench, file, 'first', marked(3));
      await handIn(bench, file, 'second', marked(1));
      valueOf(await decideFile(bench, valueOf(await openComparison(bench, file)), { method: 'mean' }, '祝以恒'));
    }
    valueOf(await takeBatchStep(bench, await open(), 'reported', values));
    valueOf(await takeBatchStep(bench, await open(), 'closed', { closedOn: '2026-11-22' }));
    expect((await open()).files.map(({ row }) => row.values.status)).toEqual(['settled', 'settled']);
  });
});
