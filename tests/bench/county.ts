import type { IncomingDocument } from '@/domain/document';
import type { DutyItem } from '@/domain/duty';
import type { EnforcementEntity } from '@/domain/entity';
import type { CaseFile, ReviewBatch } from '@/domain/file-review';
import { addDays, type Mutation } from '@/domain/kernel';
import type { SupervisionStaff } from '@/domain/staff';
import type { PlanTask, SupervisionPlan } from '@/domain/supervision-plan';
import { casesOf, type Case } from './county-cases';
import { generatorOf } from './generator';
import { personName } from './people';
import { mutationsOf } from './records';
import { codesOf, createWorkshop, day, many, type Generated, type Workshop } from './workshop';

/** How large a county is. */
export interface CountySize {
  readonly bodies: number;
  readonly officers: number;
  readonly inspections: number;
  readonly findings: number;
}

/** Ten years of a county's supervision. */
export const tenYears: CountySize = { bodies: 40, officers: 1_500, inspections: 3_000, findings: 20_000 };

/** A county as what is to be written, one commit after another. */
export interface County {
  readonly bodies: readonly Generated<EnforcementEntity>[];
  readonly commits: readonly (readonly Mutation[])[];
}

const years = Array.from({ length: 10 }, (_, at) => 2017 + at);
const lastYear = 2026;
const filesPerYear = 8;
const tasksPerYear = 24;
const largestCommit = 5_000;

/** Every thirteenth body is under vertical management: its superior department is told. */
function bodiesOf(shop: Workshop, count: number): readonly Generated<EnforcementEntity>[] {
  return generatorOf(shop)
    .entities(count)
    .map((body, at) =>
      at % 13 === 3
        ? { ...body, values: { ...body.values, management: 'vertical' as const, superior: '澜江市主管局' } }
        : body,
    );
}

function planOf({ make }: Workshop, year: number): Generated<SupervisionPlan> {
  return make<SupervisionPlan>('supervision-plan', {
    year,
    title: `安澜县${year}年行政执法监督工作方案`,
    status: 'imported',
    keyAreas: '食品药品\n道路运输\n生态环境',
    approvedBy: '安澜县人民政府',
    approvedOn: `${year}-02-20`,
  });
}

function taskOf({ random, make }: Workshop, plan: Generated<SupervisionPlan>, at: number): Generated<PlanTask> {
  const { year } = plan.values;
  const month = 1 + (at % 12);
  const text = `${year}-${String(month).padStart(2, '0')}`;
  const past = `${text}-28` < day;
  const done = past && (year < lastYear || random.chance(0.9));
  return make<PlanTask>('plan-task', {
    plan: plan.id,
    title: `第${at + 1}项监督任务`,
    category: random.pick(codesOf('duty-category')),
    mode: random.pick(codesOf('supervision-mode')),
    target: '全县各行政执法部门',
    monthFrom: text,
    monthTo: text,
    leadUnit: '县司法局',
    status: done ? 'done' : past ? 'active' : 'planned',
    progress: done ? 100 : past ? random.between(10, 80) : 0,
    doneOn: done ? `${text}-26` : null,
    outcome: done ? '已完成，形成情况报告。' : null,
  });
}

function batchOf({ make }: Workshop, year: number): Generated<ReviewBatch> {
  return make<ReviewBatch>('review-batch', {
    name: `${year}年度行政执法案卷评查`,
    year,
    mode: 'cross',
    startedOn: `${year}-09-01`,
    reportedOn: `${year}-10-20`,
    status: 'closed',
    summary: '总体规范，程序和文书仍有瑕疵。',
    closedOn: `${year}-10-30`,
  });
}

function gradeOf(score: number): CaseFile['grade'] {
  if (score >= 90) return 'excellent';
  return score >= 75 ? 'good' : score >= 60 ? 'pass' : 'fail';
}

function fileOf({ random, number, make }: Workshop, body: string, batch: Generated<ReviewBatch>): Generated<CaseFile> {
  const { year } = batch.values;
  const filedOn = addDays(`${year - 1}-06-01`, random.between(0, 300));
  const score = random.chance(0.03) ? 0 : random.between(110, 198) / 2;
  return make<CaseFile>('case-file', {
    number: `AJ-${year}-${String(number('file') + 1).padStart(5, '0')}`,
    entity: body,
    title: '未按规定备案案',
    kind: random.pick(codesOf('case-file-kind')),
    party: personName(random),
    filedOn,
    decidedOn: addDays(filedOn, random.between(10, 80)),
    handlerNames: `${personName(random)}、${personName(random)}`,
    batch: batch.id,
    status: 'settled',
    score,
    grade: gradeOf(score),
    decidedBy: '评查组',
    reviewedOn: `${year}-10-15`,
  });
}

/** Complaints about a body that came in, and its reports on what was to be corrected. */
function incomingOf({ random, number, make }: Workshop, body: Generated<EnforcementEntity>, letters: readonly Case[]) {
  const complaint = letters.length === 0 || random.chance(0.3);
  const reply = complaint ? null : random.pick(letters).document;
  const receivedOn = reply ? addDays(reply.values.signedOn ?? day, 20) : addDays('2017-01-05', random.between(0, 3600));
  if (receivedOn > day) return [];
  return [
    make<IncomingDocument>('incoming-document', {
      serial: `SW-${String(number('incoming') + 1).padStart(5, '0')}`,
      receivedOn,
      sender: complaint ? '12345政务服务便民热线' : body.values.name,
      entity: body.id,
      title: complaint ? `关于反映${body.values.shortName ?? ''}执法问题的转办单` : '关于整改情况的报告',
      replyTo: reply?.id ?? null,
      handler: personName(random),
      doneOn: addDays(receivedOn, 5) > day ? null : addDays(receivedOn, 5),
      dueOn: addDays(receivedOn, 15),
    }),
  ];
}

function dutiesOf(shop: Workshop, bodies: readonly Generated<EnforcementEntity>[]): readonly Generated<DutyItem>[] {
  return generatorOf(shop)
    .dutyItems(bodies.length * 50)
    .map((item) => ({ ...item, values: { ...item.values, entity: shop.random.pick(bodies).id } }));
}

/** Steps from one state to the next: an update of each record that goes on. */
function closings(plans: readonly Generated<SupervisionPlan>[]): readonly Mutation[] {
  return plans
    .filter(({ values }) => values.year < lastYear)
    .map(({ id, values }) => {
      const changes = { status: 'closed', closedOn: `${values.year}-12-28`, summary: '各项任务已完成。' };
      return { op: 'update', ledger: 'supervision-plan', id, revision: 1, changes };
    });
}

function inParts(mutations: readonly Mutation[]): readonly (readonly Mutation[])[] {
  const count = Math.ceil(mutations.length / largestCommit);
  return Array.from({ length: count }, (_, at) => mutations.slice(at * largestCommit, (at + 1) * largestCommit));
}

/** Everything that is not an inspection or a finding, in the order in which one refers to another. */
function surroundings(shop: Workshop, size: CountySize, bodies: readonly Generated<EnforcementEntity>[]) {
  const make = generatorOf(shop);
  const offices = make.offices(6);
  const supervisors = make.supervisors(30);
  const staff = make.staff(14, offices);
  const plans = years.map((year) => planOf(shop, year));
  const batches = years.map((year) => batchOf(shop, year));
  const tasks = plans.flatMap((plan) => Array.from({ length: tasksPerYear }, (_, at) => taskOf(shop, plan, at)));
  const files = batches.flatMap((batch) =>
    bodies.flatMap((body) => many(filesPerYear, () => fileOf(shop, body.id, batch))),
  );
  const commits = [
    mutationsOf('enforcement-entity', bodies),
    mutationsOf('enforcement-officer', make.officers(size.officers, bodies)),
    mutationsOf('duty-item', dutiesOf(shop, bodies)),
    mutationsOf('judicial-office', offices),
    mutationsOf('supervision-staff', staff),
    mutationsOf('lay-supervisor', supervisors),
    mutationsOf('appointment-term', make.terms(supervisors)),
    mutationsOf('supervision-plan', plans),
    mutationsOf('plan-task', tasks),
    closings(plans),
    mutationsOf('review-batch', batches),
    mutationsOf('case-file', files),
  ];
  return { staff: staff as readonly Generated<SupervisionStaff>[], files, commits };
}

/**
 * Makes a county's ten years, the same in every run. What has a life is created at its beginning and taken through its
 * steps, as the ledgers demand.
 */
export function createCounty(seed: number, size: CountySize): County {
  const shop = createWorkshop(seed);
  const bodies = bodiesOf(shop, size.bodies);
  const { staff, files, commits } = surroundings(shop, size, bodies);
  const cases = casesOf(shop, size, { bodies, staff, files });
  const letters = cases.cases.filter(({ document }) => document.values.kindName !== '告知上级主管部门函');
  const incoming = bodies.flatMap((body) => {
    const own = letters.filter(({ document }) => document.values.entity === body.id);
    return many(60, () => incomingOf(shop, body, own)).flat();
  });
  return {
    bodies,
    commits: [...commits, ...cases.commits, mutationsOf('incoming-document', incoming)].flatMap(inParts),
  };
}
