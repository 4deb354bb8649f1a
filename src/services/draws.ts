import {
  checkLists,
  draw,
  drawAlgorithm,
  drawRecord,
  objectLabel,
  readLists,
  readResult,
  runDraw,
  writeLists,
  writeResult,
  type Draw,
  type DrawLists,
  type DrawObject,
  type DrawRecord,
  type DrawResult,
} from '@/domain/draw';
import { inspection, type Inspection } from '@/domain/inspection';
import { checkRecord, emptyValues, err, ok, type LedgerRow, type Mutation, type Values } from '@/domain/kernel';
import { planTask, type PlanTask } from '@/domain/supervision-plan';
import { allRows } from './all-rows';
import { idsOf, problemsOfRefusal, type DocumentAnswer } from './documents';
import { sha256Hex } from './sha256';
import type { Workbench } from './workbench';

/** A draw with its record. */
export type DrawRow = LedgerRow<Draw>;

/** What a draw is prepared with. */
export interface DrawPlan {
  readonly lists: DrawLists;
  readonly drawer: string;
  readonly witness: string;
  /** Words that drawer and witness add to the seed; may be empty. */
  readonly words: string;
  readonly remark: string | null;
  /** The task of a yearly plan that it carries out. */
  readonly task: string | null;
}

/** A draw as its page shows it. Lists and record are missing for one that was entered afterwards. */
export interface OpenedDraw {
  readonly row: DrawRow;
  readonly record: LedgerRow<DrawRecord> | null;
  readonly lists: DrawLists | null;
  readonly result: DrawResult | null;
  /** Inspections that came out of it. */
  readonly inspections: readonly LedgerRow<Inspection>[];
  /** The task of a yearly plan that it carries out. */
  readonly task: LedgerRow<PlanTask> | null;
}

function problem(message: string) {
  return err([{ field: null, message }]);
}

/** 128 random bits from the system, with the words of the people present behind them. */
function newSeed(words: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return words.trim() === '' ? random : `${random} ${words.trim()}`;
}

/** Fixes lists and seed of a draw for good; nothing is drawn yet. */
export async function prepareDraw(bench: Workbench, plan: DrawPlan): Promise<DocumentAnswer<DrawRow>> {
  const { lists } = plan;
  const { general, shortages } = checkLists(lists);
  const wrong = [...general, ...shortages.map(({ message }) => message)];
  if (wrong.length > 0) return err(wrong.map((message) => ({ field: null, message })));
  const context = bench.session.context();
  const id = idsOf(bench)();
  const text = writeLists(lists);
  const values: Values = {
    ...emptyValues(draw),
    title: lists.title,
    source: lists.source,
    status: 'prepared',
    task: plan.task,
    preparedOn: context.today,
    objectTotal: lists.objects.length,
    objectCount: lists.objectCount,
    inspectorTotal: lists.people.length,
    inspectorsEach: lists.inspectorsEach,
    drawer: plan.drawer.trim(),
    witness: plan.witness.trim(),
    seed: newSeed(plan.words),
    algorithm: drawAlgorithm,
    digest: await sha256Hex(text),
    remark: plan.remark,
  };
  const problems = checkRecord(draw, values, context);
  if (plan.witness.trim() === '') return err([...problems, { field: 'witness', message: '请填写“见证人”' }]);
  if (problems.length > 0) return err(problems);
  const record = { draw: id, status: 'prepared', lists: text, result: null };
  const mutations: readonly Mutation[] = [
    { op: 'create', ledger: draw.id, id, values },
    { op: 'create', ledger: drawRecord.id, id, values: record },
  ];
  const written = await bench.storage.commit({ kind: 'create', label: '准备随机抽取' }, mutations, context);
  return written.ok ? ok(written.value.rows[0] as DrawRow) : err(problemsOfRefusal(written.error));
}

/** A draw with all that belongs to it; null where there is none of that id. */
export async function openDraw(bench: Workbench, id: string): Promise<OpenedDraw | null> {
  const [rows, records] = await Promise.all([
    bench.storage.rows(draw.id, [id]),
    bench.storage.rows(drawRecord.id, [id]),
  ]);
  const row = rows[0] as DrawRow | undefined;
  if (!row) return null;
  const task = row.values.task === null ? [] : await bench.storage.rows(planTask.id, [row.values.task]);
  const record = (records[0] as LedgerRow<DrawRecord> | undefined) ?? null;
  const filters = [{ field: 'draw', op: 'equals', value: id } as const];
  const inspections = (await allRows(bench, { ledger: inspection.id, filters })) as readonly LedgerRow<Inspection>[];
  return {
    row,
    record,
    lists: record === null ? null : readLists(record.values.lists),
    result: record === null || record.values.result === null ? null : readResult(record.values.result),
    inspections: inspections.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    task: (task[0] as LedgerRow<PlanTask> | undefined) ?? null,
  };
}

function labelOf(object: DrawObject | undefined, id: string): string {
  return object ? objectLabel(object) : id;
}

/** The result in words, one line an object: for the register and on paper. */
export function resultLines(lists: DrawLists, result: DrawResult) {
  const objects = new Map(lists.objects.map((one) => [one.id, one]));
  const people = new Map(lists.people.map((one) => [one.id, one]));
  return result.drawn.map(({ id, inspectors }) => ({
    object: objects.get(id),
    name: labelOf(objects.get(id), id),
    inspectors: inspectors.flatMap((one) => people.get(one.id) ?? []),
  }));
}

/** Draws: runs the procedure over the frozen lists and writes the result, once and for all. */
export async function takeDraw(bench: Workbench, { row, record, lists }: OpenedDraw): Promise<DocumentAnswer<null>> {
  const { seed, digest } = row.values;
  if (row.values.status !== 'prepared' || record === null || lists === null || seed === null) {
    return problem('这次抽取的办理环节已变，请看最新的情况');
  }
  if ((await sha256Hex(record.values.lists)) !== digest) {
    return problem('名单与准备时固定的摘要不符，不能抽取；请作废后重新准备');
  }
  const result = await runDraw(lists, seed, sha256Hex);
  const text = writeResult(result);
  const lines = resultLines(lists, result);
  const changes = {
    status: 'drawn',
    drawnOn: bench.session.today(),
    drawnObjects: lines.map(({ name }, at) => `${at + 1}. ${name}`).join('\n'),
    drawnInspectors: lines
      .map(({ inspectors }, at) => `${at + 1}. ${inspectors.map(({ name }) => name).join('、')}`)
      .join('\n'),
    resultDigest: await sha256Hex(text),
  };
  const frozen = { status: 'drawn', result: text };
  const mutations: readonly Mutation[] = [
    { op: 'update', ledger: drawRecord.id, id: record.id, revision: record.revision, changes: frozen },
    { op: 'update', ledger: draw.id, id: row.id, revision: row.revision, changes },
  ];
  const intent = { kind: 'edit', label: '随机抽取' } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  return written.ok ? ok(null) : err(problemsOfRefusal(written.error));
}

/** Voids a draw with its reason; lists, seed and result stay. */
export async function voidDraw(bench: Workbench, row: DrawRow, values: Values): Promise<DocumentAnswer<null>> {
  const reason = values['voidReason'];
  if (typeof reason !== 'string' || reason.trim() === '') {
    return err([{ field: 'voidReason', message: '请填写“作废原因”' }]);
  }
  const changes = { status: 'void', voidedOn: bench.session.today(), voidReason: reason.trim() };
  const mutation = { op: 'update', ledger: draw.id, id: row.id, revision: row.revision, changes } as const;
  const intent = { kind: 'edit', label: '作废随机抽取' } as const;
  const written = await bench.storage.commit(intent, [mutation], bench.session.context());
  return written.ok ? ok(null) : err(problemsOfRefusal(written.error));
}

/** One comparison of a check. */
export interface DrawCheck {
  readonly label: string;
  readonly right: boolean;
  readonly detail: string;
}

/** Runs a draw again from its record and compares: digest of the lists, result, digest of the result. Writes nothing. */
export async function recheckDraw({ row, record, lists }: OpenedDraw): Promise<readonly DrawCheck[]> {
  const { seed, digest, algorithm, resultDigest } = row.values;
  if (record === null || lists === null || seed === null) return [];
  const listsDigest = await sha256Hex(record.values.lists);
  const again = writeResult(await runDraw(lists, seed, sha256Hex));
  const againDigest = await sha256Hex(again);
  const stored = record.values.result;
  return [
    { label: '算法', right: algorithm === drawAlgorithm, detail: algorithm ?? '没有记录算法' },
    { label: '名单摘要', right: listsDigest === digest, detail: listsDigest },
    ...(stored === null
      ? []
      : [
          {
            label: '抽取结果',
            right: stored === again,
            detail: `重新抽取得到的结果${stored === again ? '相同' : '不同'}`,
          },
          { label: '结果摘要', right: againDigest === resultDigest, detail: againDigest },
        ]),
  ];
}
