import type { OfficialDocument } from '@/domain/document';
import type { EnforcementEntity } from '@/domain/entity';
import type { CaseFile } from '@/domain/file-review';
import type { DeadlineExtensionRecord, Finding, RectificationMeasure, Verification } from '@/domain/finding';
import type { Inspection } from '@/domain/inspection';
import { addDays, type DateText, type Mutation, type Values } from '@/domain/kernel';
import type { SupervisionStaff } from '@/domain/staff';
import { personName } from './people';
import { mutationsOf } from './records';
import { codesOf, day, many, type Generated, type Workshop } from './workshop';

/** Findings of one body that one document carries, with the inspection that gave them where there was one. */
export interface Case {
  readonly inspection: Generated<Inspection> | null;
  readonly document: Generated<OfficialDocument>;
  readonly findings: readonly Made[];
}

/** A finding as it was registered, with what became of it. */
interface Made {
  readonly finding: Generated<Finding>;
  readonly steps: readonly Values[];
  readonly measures: readonly Generated<RectificationMeasure>[];
  readonly verifications: readonly Generated<Verification>[];
  readonly extensions: readonly Generated<DeadlineExtensionRecord>[];
}

interface Surroundings {
  readonly bodies: readonly Generated<EnforcementEntity>[];
  readonly staff: readonly Generated<SupervisionStaff>[];
  readonly files: readonly Generated<CaseFile>[];
}

const facts = [
  '立案审批晚于调查取证',
  '未告知陈述申辩权',
  '未在七个工作日内公示处罚决定',
  '执法人员少于两人',
  '裁量理由未载明',
];
const firstDay = '2017-01-04';
/** To three weeks after the day on which everything was made: what lies beyond it is only planned. */
const span = 3_630;
/** Share of the findings that come out of inspections. */
const inspected = 0.75;
const otherSources = ['file-review', 'complaint', 'hotline', 'reconsideration', 'lawsuit', 'procuratorial', 'superior'];

function ended(text: DateText): boolean {
  return text <= day;
}

function inspectionOf({ random, number, make }: Workshop, on: DateText, around: Surroundings): Generated<Inspection> {
  const at = number('inspection');
  const first = random.between(0, around.staff.length - 2);
  const team = around.staff.slice(first, first + 2).map(({ id }) => id);
  const past = ended(addDays(on, 1));
  return make<Inspection>('inspection', {
    title: `${on.slice(0, 4)}年第${at + 1}次执法监督检查`,
    entity: random.pick(around.bodies).id,
    mode: random.pick(codesOf('supervision-mode')),
    plannedOn: on,
    place: '被检查单位',
    status: past ? 'imported' : 'planned',
    leader: team[0] ?? null,
    team,
    startedOn: past ? on : null,
    endedOn: past ? addDays(on, 1) : null,
    summary: past ? '查阅案卷10份，制度基本健全，程序和公示有不足。' : null,
    itemsChecked: past ? 24 : null,
    itemsFailed: past ? random.between(0, 8) : null,
  });
}

/** The document that carries findings; recorded as one that was issued on paper. */
function documentOf({ random, number, make }: Workshop, body: Generated<EnforcementEntity>, on: DateText) {
  const year = Number(on.slice(0, 4));
  const serial = number(`document-${year}`) + 1;
  const kindName = body.values.management === 'vertical' ? '告知上级主管部门函' : '行政执法监督通知书';
  const signedOn = addDays(on, random.between(2, 8));
  const receivedOn = addDays(signedOn, random.between(0, 3));
  const dueOn = addDays(receivedOn, 30);
  return make<OfficialDocument>('official-document', {
    number: `安司执监通〔${year}〕${serial}号`,
    title: `${kindName}（${year}年第${serial}件）`,
    kindName,
    status: 'recorded',
    issuer: '安澜县司法局',
    entity: body.id,
    addressee: body.values.name,
    signedBy: '局长',
    signedOn,
    receivedOn,
    deadlineTerms: '自收到之日起30日内',
    dueOn,
    dueReason: `${receivedOn}收到，次日起算，第30日为${dueOn}。`,
  });
}

/** Days of a finding's course; one that does not come in time comes later, a few not at all. */
function courseOf({ random }: Workshop, dueOn: DateText) {
  const late = random.chance(0.12);
  const never = dueOn > '2025-06-01' && random.chance(0.04);
  const submittedOn = never ? '9999-12-31' : addDays(dueOn, late ? random.between(1, 40) : -random.between(0, 12));
  const verifiedOn = never ? submittedOn : addDays(submittedOn, random.between(2, 12));
  const closedOn = never ? submittedOn : addDays(verifiedOn, random.between(0, 6));
  return { submittedOn, verifiedOn, closedOn };
}

function stepsOf(
  finding: Generated<Finding>,
  course: ReturnType<typeof courseOf>,
  vertical: boolean,
): readonly Values[] {
  const closing = { status: 'closed', closedOn: course.closedOn, closedBy: '分管领导' };
  if (!ended(finding.values.startedOn ?? day)) return [];
  const steps: Values[] = vertical ? [{ status: 'informed' }] : [{ status: 'issued' }, { status: 'rectifying' }];
  if (vertical) return ended(course.closedOn) ? [...steps, closing] : steps;
  if (ended(course.submittedOn)) steps.push({ status: 'submitted' });
  if (ended(course.verifiedOn)) steps.push({ status: 'verified' });
  if (ended(course.closedOn)) steps.push(closing);
  return steps;
}

interface Found {
  readonly document: Generated<OfficialDocument>;
  readonly body: Generated<EnforcementEntity>;
  readonly on: DateText;
  readonly source: string;
  readonly inspection: string | null;
  readonly caseFile: string | null;
}

/** One in thirty was given more time. */
function grantedUntil({ random }: Workshop, found: Found): DateText | null {
  const { dueOn } = found.document.values;
  const more = found.body.values.management !== 'vertical' && dueOn !== null && random.chance(0.033);
  return more ? addDays(dueOn, 20) : null;
}

function findingOf(shop: Workshop, found: Found, until: DateText | null) {
  const { random, number, make } = shop;
  const { document, body, on } = found;
  const vertical = body.values.management === 'vertical';
  const dueOn = until ?? document.values.dueOn ?? day;
  const course = courseOf(shop, dueOn);
  const submitted = ended(course.submittedOn) && !vertical;
  const verified = ended(course.verifiedOn) && !vertical;
  const fact = random.pick(facts);
  const finding = make<Finding>('finding', {
    number: `WT-${on.slice(0, 4)}-${number('finding') + 1}`,
    entity: body.id,
    summary: fact,
    fact: `抽查的第${random.between(1, 90)}号案卷，${fact}，见卷内第${random.between(3, 60)}页。`,
    basis: '《中华人民共和国行政处罚法》第四十四条',
    source: found.source as Finding['source'],
    inspection: found.inspection,
    caseFile: found.caseFile,
    foundOn: on,
    type: random.pick(codesOf('finding-type')),
    severity: random.pick(['slight', 'general', 'general', 'serious', 'grave']),
    status: 'open',
    document: document.id,
    documentNo: document.values.number,
    requirement: '改正并举一反三，报送整改情况。',
    startedOn: document.values.receivedOn,
    deadlineTerms: vertical ? null : document.values.deadlineTerms,
    dueOn: vertical ? null : dueOn,
    dueReason: vertical ? null : document.values.dueReason,
    leaderInCharge: personName(random),
    personInCharge: personName(random),
    progress: submitted ? '已改正，制度已修订。' : null,
    submittedOn: submitted ? course.submittedOn : null,
    verifiedOn: verified ? course.verifiedOn : null,
    informedOn: vertical ? document.values.receivedOn : null,
  });
  return { finding, course, submitted, verified, vertical };
}

function madeOf(shop: Workshop, found: Found): Made {
  const { random, make } = shop;
  const until = grantedUntil(shop, found);
  const { finding, course, submitted, verified, vertical } = findingOf(shop, found, until);
  const { dueOn } = finding.values;
  const owner = finding.id;
  let serial = 0;
  const measures = many(vertical ? 0 : random.between(1, 2), () =>
    make<RectificationMeasure>('rectification-measure', {
      finding: owner,
      measure: (serial += 1) === 1 ? '组织业务培训' : '修订内部审核制度',
      responsible: personName(random),
      dueOn,
      doneOn: submitted ? course.submittedOn : null,
      result: submitted ? '已完成，有签到表和制度文本。' : null,
    }),
  );
  const verifications = many(verified ? 1 : 0, () =>
    make<Verification>('verification', {
      finding: owner,
      method: random.pick(['paper', 'on-site']),
      verifiedOn: course.verifiedOn,
      verifiers: `${personName(random)}、${personName(random)}`,
      result: 'passed',
      opinion: '材料齐全，整改到位。',
    }),
  );
  const extensions = many(until === null ? 0 : 1, () => extensionOf(shop, owner, until ?? day));
  return { finding, steps: stepsOf(finding, course, vertical), measures, verifications, extensions };
}

function extensionOf({ make }: Workshop, finding: string, until: DateText): Generated<DeadlineExtensionRecord> {
  return make<DeadlineExtensionRecord>('deadline-extension', {
    finding,
    askedOn: addDays(until, -25),
    reason: '涉及多个乡镇，需要更多时间。',
    until,
    result: 'granted',
    approvedBy: '分管领导',
    approvedOn: addDays(until, -22),
    grantedUntil: until,
  });
}

interface Happening {
  readonly on: DateText;
  /** Number of findings that came of it. */
  readonly count: number;
  readonly source: string;
}

function caseOf(shop: Workshop, { on, count, source }: Happening, around: Surroundings): Case {
  const { random } = shop;
  const inspection = source === 'inspection' ? inspectionOf(shop, on, around) : null;
  const body = around.bodies.find(({ id }) => id === inspection?.values.entity) ?? random.pick(around.bodies);
  const document = documentOf(shop, body, on);
  const ownFiles = source === 'file-review' ? around.files.filter(({ values }) => values.entity === body.id) : [];
  const caseFile = ownFiles.length === 0 ? null : random.pick(ownFiles).id;
  const found: Found = { document, body, on, source, inspection: inspection?.id ?? null, caseFile };
  return { inspection, document, findings: many(count, () => madeOf(shop, found)) };
}

/** When something came about that gave findings, the earliest first; what lies ahead has given none yet. */
function happenings({ random }: Workshop, count: number, findings: number) {
  const days = many(count, () => addDays(firstDay, random.between(0, span))).toSorted();
  const past = days.filter((on) => ended(addDays(on, 1))).length;
  const share = (at: number): number => Math.floor((Math.min(at, past) * findings) / past);
  return days.map((on, at) => ({ on, count: share(at + 1) - share(at) }));
}

/** One commit's updates: the step at a place in each finding's course. */
function stepsAt(made: readonly Made[], at: number): readonly Mutation[] {
  return made.flatMap(({ finding, steps }) => {
    const changes = steps[at];
    return changes ? [{ op: 'update', ledger: 'finding', id: finding.id, revision: at + 1, changes } as const] : [];
  });
}

function inspectionsClosed(cases: readonly Case[]): readonly Mutation[] {
  return cases.flatMap(({ inspection }) => {
    if (inspection?.values.status !== 'imported') return [];
    const { endedOn } = inspection.values;
    const closedOn = addDays(endedOn ?? day, 10);
    if (!ended(closedOn)) return [];
    const changes = { status: 'closed', closedOn, closedBy: '分管领导', opinion: '发出通知书，限期整改。' };
    return [{ op: 'update', ledger: 'inspection', id: inspection.id, revision: 1, changes } as const];
  });
}

/** Inspections, findings and what belongs to them, over ten years. */
export function casesOf(
  shop: Workshop,
  size: { readonly inspections: number; readonly findings: number },
  around: Surroundings,
): { readonly cases: readonly Case[]; readonly commits: readonly (readonly Mutation[])[] } {
  const inspections = happenings(shop, size.inspections, Math.round(size.findings * inspected));
  const others = happenings(
    shop,
    Math.ceil(size.inspections / 2),
    size.findings - Math.round(size.findings * inspected),
  );
  const rest = others.map((one) => ({ ...one, source: shop.random.pick(otherSources) }));
  const cases = [...inspections.map((one) => ({ ...one, source: 'inspection' })), ...rest]
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((one) => caseOf(shop, one, around));
  const made = cases.flatMap(({ findings }) => findings);
  const carrying = cases.filter(({ findings }) => findings.length > 0);
  return {
    cases: carrying,
    commits: [
      mutationsOf(
        'official-document',
        carrying.map(({ document }) => document),
      ),
      mutationsOf(
        'inspection',
        cases.flatMap(({ inspection }) => inspection ?? []),
      ),
      inspectionsClosed(cases),
      mutationsOf(
        'finding',
        made.map(({ finding }) => finding),
      ),
      mutationsOf(
        'rectification-measure',
        made.flatMap(({ measures }) => measures),
      ),
      mutationsOf(
        'deadline-extension',
        made.flatMap(({ extensions }) => extensions),
      ),
      ...[0, 1, 2].map((at) => stepsAt(made, at)),
      mutationsOf(
        'verification',
        made.flatMap(({ verifications }) => verifications),
      ),
      ...[3, 4].map((at) => stepsAt(made, at)),
    ],
  };
}
