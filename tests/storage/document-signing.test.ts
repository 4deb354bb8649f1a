import { describe, expect, it } from 'vitest';
import type { Mutation, Values } from '@/domain/kernel';
import { createDraft, openDocument, saveDraft } from '@/services/documents';
import { reserveNumbers } from '@/services/document-numbers';
import { signDocument, verifyDocument } from '@/services/document-signing';
import { correctDocument, takeStep, voidDocument } from '@/services/document-steps';
import { removeRecords, restoreRecords, undoCommit } from '@/services/records';
import { officialDocument } from '@/domain/document';
import { errorOf, valueOf } from './desk';
import {
  approved,
  benchOn,
  body,
  drafted,
  facts,
  openDocumentDesk,
  opened,
  opinion,
  order,
  serials,
  series,
  signed,
} from './document-desk';

async function lastCommit(storage: { commits: (before: null, limit: number) => Promise<readonly { seq: number }[]> }) {
  const [header] = await storage.commits(null, 1);
  return header?.seq ?? 0;
}

describe('drafting', () => {
  it('keeps entry and content together, and takes and gives both back with the recycle bin', async () => {
    const { bench } = await openDocumentDesk();
    const row = await drafted(bench);
    expect(row.values).toMatchObject({
      status: 'draft',
      title: '行政执法监督意见书',
      addressee: body,
      draftedBy: '陈静',
    });
    const known = await opened(bench, row.id);
    expect(known.content).toMatchObject({ kind: { id: opinion.id }, data: { ...facts, subject: '公示检查' } });
    const data = { facts: '你单位未公示检查频次。' };
    valueOf(await saveDraft(bench, known, { entity: null, addressee: body, subject: '公示频次', data }));
    expect((await opened(bench, row.id)).content?.data).toMatchObject(data);
    valueOf(await removeRecords(bench, officialDocument, [row.id]));
    expect(await bench.storage.ids({ ledger: 'document-content' })).toEqual([]);
    valueOf(await restoreRecords(bench, officialDocument, [row.id]));
    expect(await bench.storage.ids({ ledger: 'document-content' })).toEqual([row.id]);
  });

  it('refuses a review with a required field left open, at that field, and a change under review', async () => {
    const { bench } = await openDocumentDesk();
    const bare = await drafted(bench, opinion, {});
    expect(errorOf(await takeStep(bench, bare, 'review'))).toMatchObject([{ field: 'facts' }]);
    const nobody = { kind: opinion, entity: null, addressee: '市场局', subject: '', data: facts };
    const short = valueOf(await createDraft(bench, nobody));
    expect(errorOf(await takeStep(bench, short, 'review'))).toMatchObject([{ field: 'addressee' }]);
    const known = await approved(bench);
    const input = { entity: null, addressee: body, subject: '', data: facts };
    expect(errorOf(await saveDraft(bench, known, input))[0]?.message).toContain('退回修改');
  });
});

describe('signing', () => {
  it('gives number, signature and frozen content in one commit', async () => {
    const { bench } = await openDocumentDesk();
    const ready = await approved(bench);
    const before = await lastCommit(bench.storage);
    const row = valueOf(await signDocument(bench, ready, order()));
    expect(await lastCommit(bench.storage)).toBe(before + 1);
    expect(row.values).toMatchObject({ status: 'signed', number: '安司执监意〔2026〕1号', signedBy: '王局长' });
    const { content } = await opened(bench, row.id);
    expect(content?.model).toMatchObject({ number: '安司执监意〔2026〕1号', addressees: [body] });
    expect(content?.row.values.text).toContain('未公示行政检查标准');
    expect(await verifyDocument(bench, row.id)).toMatchObject({ intact: true });
    expect(await serials(bench)).toEqual(['1 used']);
  });

  it('leaves everything as it was where it is refused', async () => {
    const { bench } = await openDocumentDesk();
    const ready = await approved(bench);
    const digest = await bench.storage.stateDigest();
    const wrong = [
      [{ ...order(), signedBy: ' ' }, 'signedBy', '签发人'],
      [{ ...order(), signedOn: '2026-12-01' }, 'signedOn', '晚于今天'],
      [{ ...order(), number: { ...series, year: 2025, choice: 'next' as const } }, 'year', '不是同一年'],
      [{ ...order(), number: null }, 'prefix', '要编文号'],
      [order(0), 'serial', '1至999999'],
    ] as const;
    for (const [asked, field, says] of wrong) {
      const [problem] = errorOf(await signDocument(bench, ready, asked));
      expect(problem).toMatchObject({ field, message: expect.stringContaining(says) });
    }
    const data = { ...facts, deadline: { amount: null, unit: 'working-day' as const, on: '2026-11-23', source: '' } };
    const early = await approved(bench, opinion, data);
    const stale = { ...early, row: { ...early.row, revision: 1 } };
    expect(errorOf(await signDocument(bench, stale, order()))[0]?.message).toContain('已被修改');
    expect(await serials(bench)).toEqual([]);
    expect(await bench.storage.stateDigest()).not.toBe(digest);
    expect((await opened(bench, ready.row.id)).row.values.status).toBe('approved');
  });

  it('gives two people who sign at once two numbers', async () => {
    const { bench } = await openDocumentDesk();
    const other = await benchOn(bench.storage);
    const ready = [await approved(bench), await approved(bench), await approved(bench)];
    const done = await Promise.all(ready.map((one, at) => signDocument(at === 1 ? other : bench, one, order())));
    const numbers = done.map((answer) => valueOf(answer).values.number);
    expect(new Set(numbers).size).toBe(3);
    expect(await serials(bench)).toEqual(['1 used', '2 used', '3 used']);
  });

  it('lets one of two people have a chosen number and tells the other', async () => {
    const { bench } = await openDocumentDesk();
    valueOf(await reserveNumbers(bench, series, 2, '给督查股'));
    const ready = [await approved(bench), await approved(bench)];
    const done = await Promise.all(ready.map((one) => signDocument(bench, one, order(2))));
    expect(done.filter((answer) => answer.ok)).toHaveLength(1);
    const refused = done.find((answer) => !answer.ok);
    expect(refused && errorOf(refused)[0]?.message).toMatch(/已被取用|已被修改/);
    expect(await serials(bench)).toEqual(['1 reserved', '2 used']);
    const again = errorOf(await signDocument(bench, await approved(bench), order(2)));
    expect(again).toMatchObject([
      { field: 'serial', message: '文号“安司执监意〔2026〕2号”已被取用，请改用下一个文号或另选预留的文号' },
    ]);
  });

  it('signs one document once, whoever is faster', async () => {
    const { bench } = await openDocumentDesk();
    const ready = await approved(bench);
    const done = await Promise.all([signDocument(bench, ready, order()), signDocument(bench, ready, order())]);
    expect(done.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await serials(bench)).toEqual(['1 used']);
  });
});

describe('a signed document', () => {
  it('is not changed by a later kind, name or profile, and not by any edit', async () => {
    const { bench, add } = await openDocumentDesk();
    const entity = await add('enforcement-entity', { name: body, category: 'organ', status: 'active' });
    const input = { kind: opinion, entity: entity.id, addressee: body, subject: '公示', data: facts };
    const draft = valueOf(await createDraft(bench, input));
    const review = valueOf(await takeStep(bench, draft, 'review'));
    const { id } = valueOf(await takeStep(bench, review, 'approved'));
    valueOf(await signDocument(bench, await opened(bench, id), order()));
    const frozen = (await opened(bench, id)).content?.row.values;
    const renamed: Mutation = {
      op: 'update',
      ledger: 'enforcement-entity',
      id: entity.id,
      revision: entity.revision,
      changes: { name: '安澜县市场监管委员会' },
    };
    const intent = { kind: 'edit', label: '改名' } as const;
    valueOf(await bench.storage.commit(intent, [renamed], bench.session.context()));
    const now = await opened(bench, id);
    expect(now.content?.row.values).toEqual(frozen);
    const edits: readonly Values[] = [{ title: '别的标题' }, { number: '安司执监意〔2026〕9号' }, { status: 'draft' }];
    for (const changes of edits) {
      const edit: Mutation = { op: 'update', ledger: officialDocument.id, id, revision: now.row.revision, changes };
      expect(errorOf(await bench.storage.commit(intent, [edit], bench.session.context())).kind).toBe('invalid');
    }
    const text: Mutation = {
      op: 'update',
      ledger: 'document-content',
      id,
      revision: now.content?.row.revision ?? 0,
      changes: { text: '改写' },
    };
    expect(errorOf(await bench.storage.commit(intent, [text], bench.session.context())).kind).toBe('invalid');
    expect(await verifyDocument(bench, id)).toMatchObject({ intact: true });
  });

  it('cannot be unsigned by undoing, nor removed; the sentence says to void it', async () => {
    const { bench } = await openDocumentDesk();
    const row = await signed(bench);
    const seq = await lastCommit(bench.storage);
    const refusal = errorOf(await undoCommit(bench, seq));
    expect(refusal.kind === 'invalid' ? refusal.problems[0]?.message : refusal.message).toMatch(/作废|另立新件/);
    const removal = errorOf(await removeRecords(bench, officialDocument, [row.id]));
    expect(removal).toMatchObject({ message: expect.stringContaining('作废') });
    expect(await serials(bench)).toEqual(['1 used']);
  });

  it('signed under a reserved number cannot be unsigned either', async () => {
    const { bench } = await openDocumentDesk();
    valueOf(await reserveNumbers(bench, series, 1, '留给督查'));
    await signed(bench, 1);
    expect((await undoCommit(bench, await lastCommit(bench.storage))).ok).toBe(false);
    expect(await serials(bench)).toEqual(['1 used']);
  });

  it('is voided with its number, which is never issued again, and the voiding alone can be undone', async () => {
    const { bench } = await openDocumentDesk();
    const row = await signed(bench);
    expect(errorOf(await voidDocument(bench, row, { voidReason: '' }))).toMatchObject([{ field: 'voidReason' }]);
    valueOf(await voidDocument(bench, row, { voidReason: '主送单位写错' }));
    expect(await serials(bench)).toEqual(['1 void']);
    valueOf(await undoCommit(bench, await lastCommit(bench.storage)));
    expect(await serials(bench)).toEqual(['1 used']);
    valueOf(await voidDocument(bench, (await opened(bench, row.id)).row, { voidReason: '主送单位写错' }));
    expect((await signed(bench)).values.number).toBe('安司执监意〔2026〕2号');
    expect(errorOf(await signDocument(bench, await approved(bench), order(1)))[0]?.message).toContain('已作废');
  });

  it('is corrected by a new one that names it', async () => {
    const { bench } = await openDocumentDesk();
    const row = await signed(bench);
    const draft = valueOf(await correctDocument(bench, await opened(bench, row.id)));
    expect(draft.values).toMatchObject({ status: 'draft', corrects: row.id, number: null, addressee: body });
    expect((await openDocument(bench, draft.id))?.content?.data).toMatchObject(facts);
    const bare = await opened(bench, draft.id);
    expect(errorOf(await correctDocument(bench, bare))[0]?.message).toContain('签发过');
  });
});
