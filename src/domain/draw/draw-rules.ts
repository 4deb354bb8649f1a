import { err, inOrder, ok, type Consequences, type DateText, type FieldProblem } from '../kernel';

/** What of a draw its rules look at. */
interface Numbers {
  readonly status: string;
  readonly objectTotal: number | null;
  readonly objectCount: number | null;
  readonly seed: string | null;
  readonly digest: string | null;
  readonly algorithm: string | null;
}

/** No more is drawn than stands in the list. */
export function drawnWithinList({ objectTotal, objectCount }: Numbers): FieldProblem | null {
  if (objectTotal === null || objectCount === null || objectCount <= objectTotal) return null;
  return {
    field: 'objectCount',
    message: `“抽取数”${objectCount}多于名单中的${objectTotal}，请减少抽取数或者扩大名单`,
  };
}

/** A draw that can be run again has seed, digest of its lists and algorithm; one that is entered afterwards has none. */
export function provableOrEntered({ status, seed, digest, algorithm }: Numbers): FieldProblem | null {
  const given = [seed, digest, algorithm].filter((one) => one !== null).length;
  if (status === 'prepared' || status === 'drawn') {
    return given === 3 ? null : { field: 'seed', message: '请从“新的抽取”准备：种子、名单摘要和算法由系统固定' };
  }
  if (status === 'imported' && given > 0) {
    return { field: 'seed', message: '补登的抽取没有种子和名单摘要；要能重新验算的，请从“新的抽取”开始' };
  }
  return null;
}

/** Prepared before drawn. */
export function drawInOrder(days: {
  readonly preparedOn: DateText | null;
  readonly drawnOn: DateText | null;
}): FieldProblem | null {
  return inOrder(
    { label: '准备日期', day: days.preparedOn },
    { field: 'drawnOn', label: '抽取日期', day: days.drawnOn },
  );
}

/** Who draws and who witnesses are two people. */
export function witnessIsAnother(people: {
  readonly drawer: string;
  readonly witness: string | null;
}): FieldProblem | null {
  if (people.witness === null || people.witness.trim() !== people.drawer.trim()) return null;
  return { field: 'witness', message: '见证人不能就是抽取人，请填写另一人' };
}

interface Stepping {
  readonly status: string;
}

/** A draw is drawn only together with the result in its record, and a record is prepared with its draw. */
export const drawConsequences: Consequences<Stepping> = {
  ledgers: ['draw-record'],
  of: ({ id, before, after }, find) => {
    if (after === null || after.status === before?.status) return ok([]);
    if (after.status !== 'prepared' && after.status !== 'drawn') return ok([]);
    const record = find.byId('draw-record', id);
    if (record?.values['status'] === after.status) return ok([]);
    return err([{ field: 'status', message: '抽取的名单和结果要与抽取记录一起写入，请打开这次抽取办理' }]);
  },
};
