import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { defineLedger, field, type CodeTables, type CommitContext, type Ledger, type Result } from '@/domain/kernel';
import { attachment, bureauProfile } from '@/domain/workbench';
import type { Storage } from '@/storage/contract';
import { createEngine } from '@/storage/engine';

/** Organs that records of people refer to, and that refer to one another. */
export const organ = defineLedger({
  id: 'organ',
  noun: '机关',
  title: '机关名录',
  purpose: '测试用。',
  fields: {
    name: field.text({ label: '全称', required: true, searchable: true, indexed: true }),
    code: field.text({ label: '代码', code: true, indexed: true }),
    superior: field.reference({ label: '上级机关', target: 'organ' }),
    kinds: field.choices({ label: '类别', table: 'kind' }),
  },
  titleFields: ['name'],
  naturalKeys: [
    { fields: ['code'], unique: true },
    { fields: ['name'], unique: true },
  ],
});

/** People: every kind of field, a strong key, a weak one. */
export const person = defineLedger({
  id: 'person',
  noun: '人员',
  title: '人员名册',
  purpose: '测试用。',
  fields: {
    name: field.text({ label: '姓名', required: true, searchable: true }),
    number: field.text({ label: '身份证号', sensitive: 'identity', code: true, searchable: true }),
    organ: field.reference({ label: '所属机关', target: 'organ', indexed: true }),
    organs: field.references({ label: '联系机关', target: 'organ' }),
    kind: field.choice({ label: '性质', table: 'kind', indexed: true, searchable: true }),
    kinds: field.choices({ label: '类别', table: 'kind', indexed: true }),
    born: field.date({ label: '出生日期' }),
    since: field.month({ label: '任职年月' }),
    rank: field.integer({ label: '级别', min: 0, max: 99 }),
    score: field.decimal({ label: '分数' }),
    active: field.flag({ label: '在岗' }),
    remark: field.paragraph({ label: '备注', searchable: true }),
  },
  titleFields: ['name'],
  naturalKeys: [
    { fields: ['number'], unique: true },
    { fields: ['name', 'organ'], unique: false },
    { fields: ['name'], unique: false },
  ],
});

/** A ledger without natural keys. */
export const note = defineLedger({
  id: 'note',
  noun: '记事',
  title: '记事',
  purpose: '测试用。',
  fields: { about: field.text({ label: '事由', required: true }), day: field.date({ label: '日期' }) },
  titleFields: ['about'],
  naturalKeys: [],
  order: [{ field: 'day' }],
});

export const testLedgers: readonly Ledger[] = [organ, person, note, attachment, bureauProfile];

function codeTable(id: string, labels: Readonly<Record<string, string>>) {
  const entries = Object.entries(labels).map(([code, label]) => ({ code, label }));
  return { id, title: id, version: '1', source: '测试', entries };
}

export const codes: CodeTables = {
  kind: codeTable('kind', { a: '行政', b: '事业', c: '参公' }),
  'bureau-level': codeTable('bureau-level', { county: '县级' }),
  'rule-pack': codeTable('rule-pack', { national: '全国' }),
};

export const context: CommitContext = {
  actor: '李经办',
  origin: '320723',
  rules: { 'code-tables': '1' },
  codes,
  today: '2026-11-22',
};

/** A desk of one test: its own IndexedDB, a clock that moves a second with each look, random bytes that repeat. */
export interface TestDesk {
  readonly storage: Storage;
  readonly indexedDB: IDBFactory;
  /** Another engine on the same databases, as after a restart. */
  readonly reopen: (ledgers?: readonly Ledger[]) => Storage;
}

/** Makes a desk; nothing is opened yet. */
export function createDesk(
  ledgers: readonly Ledger[] = testLedgers,
  indexedDB = new IDBFactory(),
  lock?: () => Promise<(() => void) | null>,
): TestDesk {
  let now = Date.parse('2026-11-22T01:00:00Z');
  let seed = 1;
  const random = (target: Uint8Array): Uint8Array => {
    for (let at = 0; at < target.length; at += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      target[at] = seed >>> 24;
    }
    return target;
  };
  const clock = (): number => (now += 1_000);
  const parts = { indexedDB, IDBKeyRange, clock, random, ...(lock ? { lock } : {}) };
  const reopen = (list = ledgers): Storage => createEngine({ ...parts, ledgers: list });
  return { storage: reopen(), indexedDB, reopen };
}

/** The value of a result that the test takes for granted. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The refusal of a result that the test takes for granted. */
export function errorOf<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

/** A desk that is open and knows its code tables. */
export async function openDesk(): Promise<TestDesk> {
  const desk = createDesk();
  await desk.storage.useCodeTables(codes);
  valueOf(await desk.storage.open());
  return desk;
}
