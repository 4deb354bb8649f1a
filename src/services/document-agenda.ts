import { incomingDocument, officialDocument, type OfficialDocument } from '@/domain/document';
import { addDays, daysBetween, type DateText, type Filter, type LedgerRow } from '@/domain/kernel';
import type { AgendaItem } from './agenda';
import { allRows } from './all-rows';
import type { Workbench } from './workbench';

/** Days before the end of a deadline at which it is pointed out: a working week. */
const noticeDays = 7;
/** Names shown of many; the rest is a number. */
const shownNames = 3;

type DocumentRow = LedgerRow<OfficialDocument>;

/** States in which a document waits for somebody, with the words for it. */
const waiting = [
  { status: 'review', text: '待审核' },
  { status: 'approved', text: '待签发' },
  { status: 'signed', text: '已签发，待用印' },
  { status: 'sealed', text: '已用印，待送达或归档' },
] as const;

/** Where something about some documents is dealt with: the one document, or the list that shows just these. */
function target(
  rows: readonly DocumentRow[],
  total: number,
  filters: readonly Filter[],
): Pick<AgendaItem, 'path' | 'narrow'> {
  const [only] = rows;
  if (only && total === 1) return { path: `/document/${only.id}` };
  return { path: `/register/${officialDocument.id}`, narrow: { ledger: officialDocument.id, filters } };
}

async function waitingItems(bench: Workbench): Promise<readonly AgendaItem[]> {
  const found = await Promise.all(
    waiting.map(async ({ status, text }) => {
      const filters: readonly Filter[] = [{ field: 'status', op: 'any', values: [status] }];
      const page = await bench.storage.page({ ledger: officialDocument.id, filters }, 0, 1);
      return { status, text, filters, total: page.total, rows: page.rows as readonly DocumentRow[] };
    }),
  );
  return found
    .filter(({ total }) => total > 0)
    .map(({ status, text, filters, total, rows }) => ({
      id: `document-${status}`,
      urgent: false,
      subject: '文书办理',
      text: total === 1 ? `${text}：${rows[0]?.values.title ?? ''}` : `${text}：${total}件`,
      ...target(rows, total, filters),
    }));
}

/** Documents whose deadline lies between two days and to which no answer came yet. */
async function unanswered(bench: Workbench, filters: readonly Filter[]): Promise<readonly DocumentRow[]> {
  const rows = (await allRows(bench, { ledger: officialDocument.id, filters })) as readonly DocumentRow[];
  if (rows.length === 0) return [];
  const replies: Filter = { field: 'replyTo', op: 'any', values: rows.map((row) => row.id) };
  const answers = await allRows(bench, { ledger: incomingDocument.id, filters: [replies] });
  const answered = new Set(answers.map((row) => row.values['replyTo']));
  return rows.filter((row) => !answered.has(row.id));
}

function dueText({ values }: DocumentRow, today: DateText): string {
  const left = daysBetween(today, values.dueOn ?? today);
  const when = left < 0 ? `已过${-left}天` : left === 0 ? '今天到期' : `还有${left}天`;
  return `${values.addressee ?? values.title}（${when}）`;
}

async function dueItem(
  bench: Workbench,
  level: { readonly id: string; readonly text: string; readonly urgent: boolean; readonly span: object },
): Promise<readonly AgendaItem[]> {
  const filters: readonly Filter[] = [
    { field: 'status', op: 'any', values: ['served', 'objected'] },
    { field: 'dueOn', op: 'between', ...level.span },
  ];
  const rows = await unanswered(bench, filters);
  if (rows.length === 0) return [];
  const names = rows.slice(0, shownNames).map((row) => dueText(row, bench.session.today()));
  const more = rows.length > shownNames ? `等${rows.length}件` : '';
  return [
    {
      id: level.id,
      urgent: level.urgent,
      subject: '文书期限',
      text: `${level.text}：${names.join('、')}${more}`,
      ...target(rows, rows.length, filters),
    },
  ];
}

/** Documents that wait for a step, and deadlines of others that end soon or have ended without an answer. */
export async function documentItems(bench: Workbench): Promise<readonly AgendaItem[]> {
  const today = bench.session.today();
  const parts = await Promise.all([
    dueItem(bench, {
      id: 'document-overdue',
      text: '逾期未收到答复',
      urgent: true,
      span: { to: addDays(today, -1) },
    }),
    dueItem(bench, {
      id: 'document-due',
      text: '期限临近',
      urgent: false,
      span: { from: today, to: addDays(today, noticeDays) },
    }),
    waitingItems(bench),
  ]);
  return parts.flat();
}
