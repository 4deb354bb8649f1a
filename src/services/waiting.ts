import { officialDocument } from '@/domain/document';
import { draw } from '@/domain/draw';
import { caseFile, reviewBatch } from '@/domain/file-review';
import { finding } from '@/domain/finding';
import { inspection } from '@/domain/inspection';
import type { Filter } from '@/domain/kernel';
import { supervisionPlan } from '@/domain/supervision-plan';
import type { Gathered } from './due-source';
import { dueSources } from './due-sources';
import { duesPath } from './dues';
import { owingConditions } from './finding-notices';
import type { Workbench } from './workbench';

/** Who is to act next: the bureau, somebody else, or whoever began a draft. */
export type WaitingSide = 'ours' | 'theirs' | 'draft';

/** Some records that wait for the same step. */
export interface WaitingItem {
  readonly id: string;
  readonly side: WaitingSide;
  /** What they wait for: 整改报告待核验. */
  readonly text: string;
  readonly count: number;
  readonly path: string;
  /** Where the page is a list: the conditions under which it shows just these. */
  readonly narrow?: { readonly ledger: string; readonly filters: readonly Filter[] };
}

interface WaitingKind extends Pick<WaitingItem, 'id' | 'side' | 'text'> {
  readonly ledger: string;
  readonly filters: readonly Filter[];
  /** Address of the only record. */
  readonly pathOf: (id: string) => string;
}

function inState(...states: readonly string[]): readonly Filter[] {
  return [{ field: 'status', op: 'any', values: states }];
}

/** A finding on its way: what is closed is told by its day alone. */
function findingIn(...states: readonly string[]): readonly Filter[] {
  return [...inState(...states), { field: 'closedOn', op: 'empty' }];
}

const aDocument = { ledger: officialDocument.id, pathOf: (id: string) => `/document/${id}` };
const aFinding = { ledger: finding.id, pathOf: (id: string) => `/finding/${id}` };
const anInspection = { ledger: inspection.id, pathOf: (id: string) => `/inspection/${id}` };
const aPlan = { ledger: supervisionPlan.id, pathOf: (id: string) => `/plan/${id}` };
const aBatch = { ledger: reviewBatch.id, pathOf: (id: string) => `/review/${id}` };
const aDraw = { ledger: draw.id, pathOf: (id: string) => `/draw/${id}` };
const aFile = { ledger: caseFile.id, pathOf: (id: string) => `/register/${caseFile.id}/${id}` };

/** What waits for somebody, in the order of the work. */
const kinds: readonly WaitingKind[] = [
  { ...aFinding, id: 'finding-open', side: 'ours', text: '问题待交办', filters: findingIn('open') },
  { ...aFinding, id: 'finding-submitted', side: 'ours', text: '整改报告待核验', filters: findingIn('submitted') },
  { ...aFinding, id: 'finding-verified', side: 'ours', text: '问题待销号', filters: findingIn('verified') },
  { ...aDocument, id: 'document-review', side: 'ours', text: '文书待审核', filters: inState('review') },
  { ...aDocument, id: 'document-approved', side: 'ours', text: '文书待签发', filters: inState('approved') },
  { ...aDocument, id: 'document-signed', side: 'ours', text: '已签发待用印', filters: inState('signed') },
  { ...aDocument, id: 'document-sealed', side: 'ours', text: '已用印待送达或归档', filters: inState('sealed') },
  { ...aDocument, id: 'document-objected', side: 'ours', text: '异议待复查', filters: inState('objected') },
  { ...anInspection, id: 'inspection-recorded', side: 'ours', text: '检查待办结', filters: inState('recorded') },
  { ...aFile, id: 'file-compared', side: 'ours', text: '案卷待评定', filters: inState('compared') },
  { ...aFinding, id: 'finding-owing', side: 'theirs', text: '单位整改中', filters: owingConditions },
  { ...aFinding, id: 'finding-informed', side: 'theirs', text: '已告知上级主管部门', filters: findingIn('informed') },
  { ...aFinding, id: 'finding-transferred', side: 'theirs', text: '已移送其他机关', filters: findingIn('transferred') },
  { ...aPlan, id: 'plan-submitted', side: 'theirs', text: '年度方案报批中', filters: inState('submitted') },
  { ...aDocument, id: 'document-draft', side: 'draft', text: '文书草稿', filters: inState('draft') },
  { ...aPlan, id: 'plan-draft', side: 'draft', text: '方案草稿', filters: inState('draft') },
  { ...aDraw, id: 'draw-prepared', side: 'draft', text: '抽取已准备未抽', filters: inState('prepared') },
  { ...anInspection, id: 'inspection-onsite', side: 'draft', text: '现场记录未完成', filters: inState('onsite') },
  { ...aBatch, id: 'batch-preparing', side: 'draft', text: '评查批次筹备中', filters: inState('preparing') },
  { ...aBatch, id: 'batch-scoring', side: 'draft', text: '评查评分中', filters: inState('scoring') },
];

async function stateItem(bench: Workbench, kind: WaitingKind): Promise<readonly WaitingItem[]> {
  const { id, side, text, ledger, filters, pathOf } = kind;
  const count = await bench.storage.countRows({ ledger, filters });
  if (count === 0) return [];
  const item = { id, side, text, count };
  const [only] = count === 1 ? await bench.storage.ids({ ledger, filters }) : [];
  if (only !== undefined) return [{ ...item, path: pathOf(only) }];
  return [{ ...item, path: `/register/${ledger}`, narrow: { ledger, filters } }];
}

/** Deadlines whose number is told whatever their day, since somebody waits. */
const waitingDues: Readonly<Record<string, Pick<WaitingItem, 'side' | 'text'>>> = {
  'deadline-extension': { side: 'ours', text: '延期申请待审批' },
  'review-appeal': { side: 'ours', text: '复核申请待答复' },
  'incoming-document': { side: 'ours', text: '收文待办结' },
  'official-document': { side: 'theirs', text: '文书待答复' },
  'appeal-window': { side: 'theirs', text: '可申请复核的案卷' },
};

async function dueItem(bench: Workbench, id: string, gathered: Gathered | undefined): Promise<readonly WaitingItem[]> {
  const told = waitingDues[id];
  const source = dueSources.find((one) => one.id === id);
  if (!told || !source) return [];
  const [count = 0] = await source.count(bench, [{}], gathered);
  return count === 0 ? [] : [{ id, ...told, count, path: duesPath({ source: id, all: true }) }];
}

/** What waits for the bureau, for others, and for whoever began it; kinds without any are left out. */
export async function loadWaiting(bench: Workbench, gathered?: Gathered): Promise<readonly WaitingItem[]> {
  const [states, dues] = await Promise.all([
    Promise.all(kinds.map((kind) => stateItem(bench, kind))),
    Promise.all(Object.keys(waitingDues).map((id) => dueItem(bench, id, gathered))),
  ]);
  return [...states.flat(), ...dues.flat()];
}
