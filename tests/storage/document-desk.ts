import { documentKind, type DocumentData, type DocumentKind } from '@/domain/document';
import { emptyValues, type LedgerRow, type Values } from '@/domain/kernel';
import { ledgerOf, ledgers } from '@/domain/registry';
import type { Exchange } from '@/exchange/contract';
import { createDraft, openDocument, type DocumentRow, type OpenedDocument } from '@/services/documents';
import { signDocument, type SignOrder } from '@/services/document-signing';
import { takeStep } from '@/services/document-steps';
import { createSession } from '@/services/session';
import type { Workbench } from '@/services/workbench';
import type { Shell } from '@/shell/contract';
import type { Storage } from '@/storage/contract';
import { createDesk, valueOf, type TestDesk } from './desk';

/** A bureau's desk on the real storage engine, with services as the pages use them. */
export interface DocumentDesk {
  readonly bench: Workbench;
  readonly desk: TestDesk;
  /** Stores a record with these values, all others empty. */
  readonly add: (ledger: string, values: Values) => Promise<LedgerRow>;
}

const profile: Values = {
  name: '安澜县司法局',
  shortName: '安澜司法局',
  issuerCode: '安司',
  government: '安澜县人民政府',
  governmentCode: '安政',
  divisionCode: '320799',
  level: 'county',
  rulePack: 'jilin-2021',
  person: '陈静',
};

/** A kind with a deadline that starts by receipt. */
export const opinion: DocumentKind = documentKind.parse({
  id: 'test-opinion',
  name: '行政执法监督意见书',
  version: '1',
  group: '督促纠正',
  purpose: '测试用。',
  layout: 'letter',
  issuer: 'bureau',
  code: '执监意',
  addressee: 'entity',
  fields: [
    { name: 'facts', label: '认定事实', type: 'paragraph', required: true },
    { name: 'deadline', label: '整改期限', type: 'deadline' },
  ],
  wording: { title: '行政执法监督意见书', body: ['经查，{{认定事实}}', '请于{{整改期限}}整改。'] },
  served: true,
  deadline: { instrument: 'opinion', purpose: 'rectify' },
  source: '测试',
});

export const facts: DocumentData = { facts: '你单位未公示行政检查标准。' };
export const body = '安澜县市场监督管理局';

/** A workbench on a storage that is open. */
export async function benchOn(storage: Storage, shell: Partial<Shell> = {}): Promise<Workbench> {
  let now = Date.parse('2026-11-22T02:00:00Z');
  const clock = (): number => (now += 1000);
  const session = createSession(clock);
  await session.refresh(storage);
  const nothing = () => Promise.resolve({ ok: true, value: null } as const);
  const quiet = { recordState: nothing, lastState: nothing };
  return { storage, exchange: {} as Exchange, shell: { ...quiet, ...shell } as Shell, clock, session };
}

/** Opens an empty desk whose bureau is known. */
export async function openDocumentDesk(): Promise<DocumentDesk> {
  const desk = createDesk(ledgers);
  const { storage } = desk;
  const bench = await (async () => {
    const session = createSession(() => Date.parse('2026-11-22T01:59:00Z'));
    await storage.useCodeTables(session.codes);
    valueOf(await storage.open());
    return benchOn(storage);
  })();
  async function add(ledger: string, values: Values): Promise<LedgerRow> {
    const whole = { ...emptyValues(ledgerOf(ledger)), ...values };
    const intent = { kind: 'create', label: '准备数据' } as const;
    const made = await storage.commit(intent, [{ op: 'create', ledger, values: whole }], bench.session.context());
    const [row] = valueOf(made).rows;
    if (!row) throw new Error('nothing was stored');
    return row;
  }
  await add('bureau-profile', profile);
  await (bench.session as ReturnType<typeof createSession>).refresh(storage);
  return { bench, desk, add };
}

/** The document as it stands. */
export async function opened(bench: Workbench, id: string): Promise<OpenedDocument> {
  const found = await openDocument(bench, id);
  if (!found) throw new Error('no such document');
  return found;
}

/** A draft whose content is complete. */
export async function drafted(bench: Workbench, kind = opinion, data: DocumentData = facts): Promise<DocumentRow> {
  return valueOf(await createDraft(bench, { kind, entity: null, addressee: body, subject: '公示检查', data }));
}

/** A document that waits for its signature. */
export async function approved(bench: Workbench, kind = opinion, data: DocumentData = facts): Promise<OpenedDocument> {
  const row = await drafted(bench, kind, data);
  const reviewed = valueOf(await takeStep(bench, row, 'review'));
  const { id } = valueOf(await takeStep(bench, reviewed, 'approved'));
  return opened(bench, id);
}

export const series = { prefix: '安司执监意', year: 2026 };

/** The usual order to sign: the next number of the series. */
export function order(choice: 'next' | number = 'next'): SignOrder {
  return { signedBy: '王局长', signedOn: '2026-11-22', number: { ...series, choice } };
}

/** A signed document. */
export async function signed(bench: Workbench, choice: 'next' | number = 'next', kind = opinion): Promise<DocumentRow> {
  return valueOf(await signDocument(bench, await approved(bench, kind), order(choice)));
}

/** Serials with their states, upwards. */
export async function serials(bench: Workbench): Promise<readonly string[]> {
  const { rows } = await bench.storage.page({ ledger: 'document-number', sort: [{ field: 'serial' }] }, 0, 1000);
  return rows.map(({ values }) => `${String(values['serial'])} ${String(values['status'])}`);
}
