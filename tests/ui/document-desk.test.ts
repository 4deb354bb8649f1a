import { expect, test } from 'vitest';
import { emptyValues } from '@/domain/kernel';
import { incomingDocument, officialDocument } from '@/domain/document';
import { startingData } from '@/services/document-drafting';
import { kindOf } from '@/services/document-kinds';
import { printedDocuments } from '@/services/document-printing';
import { createDraft, type DocumentRow } from '@/services/documents';
import { listDues } from '@/services/dues';
import { loadWaiting } from '@/services/waiting';
import type { Workbench } from '@/services/workbench';
import { batchForms } from '@/ui/views/document/batch-forms';
import { nextStep } from '@/ui/views/document/steps';
import { openBench } from './register-bench';

async function kind(bench: Workbench, id: string) {
  const found = await kindOf(bench, id);
  if (!found) throw new Error(`no kind ${id}`);
  return found;
}

async function drafted(bench: Workbench, addressee: string): Promise<DocumentRow> {
  const one = await kind(bench, 'supervision-inspection-notice');
  const data = await startingData(bench, one);
  const answer = await createDraft(bench, { kind: one, entity: null, addressee, subject: '', data });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

async function putUnder(bench: Workbench, pack: string): Promise<void> {
  const row = bench.session.profileRow;
  if (!row) throw new Error('no profile');
  const change = { op: 'update', ledger: 'bureau-profile', id: row.id, revision: row.revision } as const;
  const intent = { kind: 'settings', label: '换规定' } as const;
  await bench.storage.commit(intent, [{ ...change, changes: { rulePack: pack } }], bench.session.context());
}

test('a draft begins with the deadline of the rule pack and its article, and leaves open what the pack leaves open', async () => {
  const { bench } = await openBench();
  const notice = await kind(bench, 'supervision-notice');
  expect((await startingData(bench, notice))['due']).toBeNull();
  await putUnder(bench, 'sichuan-2021');
  const due = (await startingData(bench, notice))['due'];
  expect(due).toMatchObject({ amount: 30, on: null, source: expect.stringContaining('四川省行政执法监督条例') });
});

test('the next step of a document follows its state, and whether its kind is served or sealed', async () => {
  const { bench } = await openBench();
  const values = { ...emptyValues(officialDocument), status: 'draft' } as DocumentRow['values'];
  const at = (status: string, served = true, sealed = true) =>
    nextStep(bench, { ...values, status }, { served, sealed })?.label ?? null;
  expect(['draft', 'review', 'approved', 'signed', 'sealed', 'served', 'objected'].map((one) => at(one))).toEqual([
    '提交审核',
    '审核通过',
    '签发',
    '用印',
    '登记送达',
    '归档',
    '登记复查结果',
  ]);
  expect(at('signed', false, false)).toBe('归档');
  expect(at('sealed', false)).toBe('归档');
  expect([at('archived'), at('void'), at('recorded')]).toEqual([null, null, null]);
});

test('ticked documents take together the steps that their states allow, in the order in which they were drafted', async () => {
  const { bench } = await openBench();
  const [first, second] = [await drafted(bench, '安澜县水利局'), await drafted(bench, '安澜县农业农村局')];
  const void_ = { ...first, id: 'x', values: { ...first.values, status: 'void' } };
  const forms = batchForms(bench, [second, void_, first]);
  expect(forms.map(({ to, ids }) => ({ to, ids }))).toEqual([{ to: 'review', ids: [first.id, second.id] }]);
});

test('files of documents are named by number, title and addressee; recorded documents have nothing to print', async () => {
  const { bench, add } = await openBench();
  const row = await drafted(bench, '安澜县水利局、安澜县农业农村局');
  const old = await add(officialDocument.id, { title: '旧通知', kindName: '通知', status: 'recorded' });
  const documents = await printedDocuments(bench, [old.id, row.id]);
  expect(documents.map((one) => one.name)).toEqual(['行政执法监督检查通知书（安澜县水利局等）']);
});

test('the workbench tells what waits and what is overdue, and falls silent when the answer came', async () => {
  const { bench, add } = await openBench();
  const base = { kindName: '通知书', addressee: '安澜县水利局', draftedBy: '陈静', draftedOn: '2026-10-01' };
  await add(officialDocument.id, { ...base, title: '待审的通知', status: 'draft' });
  const served = await drafted(bench, '安澜县水利局');
  expect((await loadWaiting(bench)).map(({ side, text, count }) => [side, text, count])).toEqual([
    ['draft', '文书草稿', 2],
  ]);

  let row = served;
  const take = async (changes: Readonly<Record<string, string>>): Promise<void> => {
    const change = { op: 'update', ledger: officialDocument.id, id: row.id, revision: row.revision, changes } as const;
    const intent = { kind: 'document-step', label: '办理' } as const;
    const answer = await bench.storage.commit(intent, [change], bench.session.context());
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    row = answer.value.rows[0] as DocumentRow;
  };
  await take({ status: 'review' });
  const waiting = (await loadWaiting(bench)).filter((item) => item.side === 'ours');
  const path = `/document/${row.id}`;
  expect(waiting).toEqual([{ id: 'document-review', side: 'ours', text: '文书待审核', count: 1, path }]);

  await take({ status: 'approved', reviewedBy: '陈静', reviewedOn: '2026-11-22' });
  await take({ status: 'signed', signedBy: '赵敏', signedOn: '2026-11-22' });
  await take({ status: 'sealed', sealedBy: '陈静', sealedOn: '2026-11-22' });
  await take({ status: 'served', receivedOn: '2026-11-22', dueOn: '2026-11-20' });
  const due = () => listDues(bench, {}, { sources: ['official-document'] });
  expect(await due()).toMatchObject([{ level: 'overdue', due: '2026-11-20', path }]);
  await add(incomingDocument.id, {
    serial: '2026-1',
    receivedOn: '2026-11-22',
    sender: '安澜县水利局',
    title: '说明',
    replyTo: row.id,
  });
  expect(await due()).toEqual([]);
});
