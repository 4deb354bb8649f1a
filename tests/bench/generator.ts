import type { DutyItem, DutyVersion } from '@/domain/duty';
import type { EnforcementEntity } from '@/domain/entity';
import { addDays } from '@/domain/kernel';
import type { EnforcementOfficer } from '@/domain/officer';
import type { JudicialOffice, SupervisionStaff } from '@/domain/staff';
import type { AppointmentTerm, LaySupervisor, SupervisorActivity } from '@/domain/supervisor';
import { personName, personOf, phoneOf, usccOf } from './people';
import { codesOf, createWorkshop, day, many, type Generated, type Workshop } from './workshop';

export type { Generated } from './workshop';

/** Makes arbitrary numbers of right records; the same seed and calls give the same records. */
export interface Generator {
  entities(count: number): readonly Generated<EnforcementEntity>[];
  officers(count: number, entities: readonly Generated<EnforcementEntity>[]): readonly Generated<EnforcementOfficer>[];
  dutyVersions(count: number): readonly Generated<DutyVersion>[];
  /** Without versions the items belong to none. */
  dutyItems(count: number, versions?: readonly Generated<DutyVersion>[]): readonly Generated<DutyItem>[];
  supervisors(count: number): readonly Generated<LaySupervisor>[];
  /** One term for each supervisor. */
  terms(supervisors: readonly Generated<LaySupervisor>[]): readonly Generated<AppointmentTerm>[];
  activities(
    count: number,
    supervisors: readonly Generated<LaySupervisor>[],
    entities: readonly Generated<EnforcementEntity>[],
  ): readonly Generated<SupervisorActivity>[];
  offices(count: number): readonly Generated<JudicialOffice>[];
  staff(count: number, offices: readonly Generated<JudicialOffice>[]): readonly Generated<SupervisionStaff>[];
}

const places = ['云渡', '石梁', '青禾', '河口', '城关', '南渡', '东港', '北岭', '西溪', '沙洲'] as const;
const bodies = [
  '市场监督管理局',
  '交通运输局',
  '农业农村局',
  '城市管理局',
  '应急管理局',
  '卫生健康局',
  '自然资源局',
  '水务局',
] as const;
const acts = [
  '销售不合格产品',
  '擅自占用道路',
  '未按规定备案',
  '无证经营',
  '违规排放',
  '拒绝检查',
  '未公示信息',
  '超限运输',
] as const;
const kinds = ['penalty', 'license', 'coercion', 'inspection', 'confirmation', 'other'] as const;

/** Makes a generator from a seed. */
export function createGenerator(seed: number): Generator {
  return generatorOf(createWorkshop(seed));
}

/** The same in a workshop that other records come out of as well. */
export function generatorOf(shop: Workshop): Generator {
  return {
    entities: (count) => many(count, () => entity(shop)),
    officers: (count, entities) => many(count, () => officer(shop, entities)),
    dutyVersions: (count) => many(count, () => dutyVersionOf(shop)),
    dutyItems: (count, versions = []) => many(count, () => dutyItemOf(shop, versions)),
    supervisors: (count) => many(count, () => supervisor(shop)),
    terms: (supervisors) => supervisors.map((person) => term(shop, person)),
    activities: (count, supervisors, entities) => many(count, () => activity(shop, supervisors, entities)),
    offices: (count) => many(count, () => office(shop)),
    staff: (count, offices) => many(count, () => staffMember(shop, offices)),
  };
}

function entity({ random, number, make }: Workshop): Generated<EnforcementEntity> {
  const at = number('entity');
  const body = random.pick(bodies);
  return make<EnforcementEntity>('enforcement-entity', {
    name: `安澜县${random.pick(places)}${body}第${at + 1}分局`,
    shortName: `${body}${at + 1}`,
    entityCode: `ZT-${String(at + 1).padStart(6, '0')}`,
    uscc: usccOf(at),
    category: random.pick(['organ', 'dispatched', 'township', 'authorised']),
    level: random.pick(['county', 'township']),
    status: 'active',
    management: 'local',
    fields: [random.pick(codesOf('enforcement-field'))],
    functions: `负责${random.pick(places)}片区的监督管理和行政处罚。`,
    contact: personName(random),
    phone: phoneOf(at),
    postCount: random.between(1, 40),
    officerCount: random.between(1, 40),
  });
}

function officer({ random, number, make }: Workshop, entities: readonly Generated<EnforcementEntity>[]) {
  const at = number('officer');
  const { identityNumber, gender, birthMonth } = personOf(number('person'), random);
  const issuedOn = addDays(day, -random.between(1, 1800));
  return make<EnforcementOfficer>('enforcement-officer', {
    name: personName(random),
    gender,
    identityNumber,
    birthMonth,
    politicalStatus: random.pick(codesOf('political-status')),
    education: random.pick(['14', '20', '30']),
    phone: phoneOf(10_000_000 + at),
    entity: random.pick(entities).id,
    department: `执法${random.between(1, 6)}中队`,
    position: random.pick(['科员', '四级主任科员', '中队长', '股长']),
    staffing: random.pick(['civil', 'reference', 'institution']),
    postStatus: random.chance(0.95) ? 'on' : 'moved',
    auxiliary: false,
    certificateNo: `LJ0799${String(at + 1).padStart(7, '0')}`,
    certificateKind: 'enforcement',
    certificateStatus: random.chance(0.97) ? 'valid' : 'cancelled',
    fields: [random.pick(codesOf('enforcement-field'))],
    area: '安澜县',
    issuer: '安澜县人民政府',
    issuedOn,
    validUntil: addDays(issuedOn, 1826),
    reviewYear: 2025,
    reviewResult: 'passed',
    trainingHours: random.between(20, 80),
    legalReviewer: random.chance(0.06),
  });
}

function dutyVersionOf({ number, make }: Workshop): Generated<DutyVersion> {
  const at = number('duty-version');
  const effectiveFrom = addDays('2000-01-01', at);
  return make<DutyVersion>('duty-version', {
    title: `安澜县权责清单第${at + 1}版`,
    kind: 'power',
    issuingBody: '安澜县人民政府',
    effectiveFrom,
    status: 'issued',
  });
}

function dutyItemOf({ random, number, make }: Workshop, versions: readonly Generated<DutyVersion>[]) {
  const at = number('duty-item');
  const act = random.pick(acts);
  return make<DutyItem>('duty-item', {
    version: versions.length === 0 ? null : random.pick(versions).id,
    seq: at + 1,
    itemCode: `QZ-${String(at + 1).padStart(7, '0')}`,
    itemName: `对${random.pick(places)}区域内${act}行为的处理（${at + 1}）`,
    powerType: random.pick(kinds),
    legalBasis: `《${random.pick(bodies)}工作规定》第${random.between(1, 80)}条：${act}的，责令改正，可以并处罚款。`,
    subject: `县${random.pick(bodies)}`,
    responsibleOffice: `执法${random.between(1, 6)}股`,
    responsibilities: '1.立案责任\n2.调查责任\n3.审查责任\n4.告知责任\n5.决定责任\n6.送达责任\n7.执行责任',
    accountability: '不履行或者不正确履行职责的，依法追究责任。',
    level: 'county',
    status: 'active',
  });
}

function supervisor({ random, number, make }: Workshop): Generated<LaySupervisor> {
  const at = number('supervisor');
  const { identityNumber, gender, birthMonth } = personOf(number('person'), random);
  return make<LaySupervisor>('lay-supervisor', {
    name: personName(random),
    rosterNo: `J-${String(at + 1).padStart(5, '0')}`,
    kind: random.pick(codesOf('supervisor-kind')),
    gender,
    birthMonth,
    identityNumber,
    education: random.pick(['14', '20', '30']),
    employer: `安澜县${random.pick(places)}第${random.between(1, 50)}企业`,
    sources: [random.pick(codesOf('supervisor-source'))],
    phone: phoneOf(20_000_000 + at),
    disciplineCheck: 'clear',
    criminalCheck: 'clear',
    creditCheck: 'clear',
    otherCheck: 'clear',
  });
}

function term({ random, number, make }: Workshop, person: Generated<LaySupervisor>): Generated<AppointmentTerm> {
  const at = number('term');
  const startsOn = addDays(day, -random.between(1, 1200));
  return make<AppointmentTerm>('appointment-term', {
    supervisor: person.id,
    kind: 'first',
    startsOn,
    endsOn: addDays(startsOn, 1095),
    status: 'serving',
    letterNo: `AJ-${String(at + 1).padStart(6, '0')}`,
  });
}

function activity(
  { random, make }: Workshop,
  supervisors: readonly Generated<LaySupervisor>[],
  entities: readonly Generated<EnforcementEntity>[],
) {
  return make<SupervisorActivity>('supervisor-activity', {
    supervisor: random.pick(supervisors).id,
    date: addDays(day, -random.between(0, 1000)),
    kind: random.pick(codesOf('activity-kind')),
    subject: `参加${random.pick(acts)}专项检查`,
    entity: random.pick(entities).id,
    adoption: random.pick(codesOf('adoption')),
  });
}

function office({ random, number, make }: Workshop): Generated<JudicialOffice> {
  const at = number('office');
  const township = `${random.pick(places)}镇`;
  return make<JudicialOffice>('judicial-office', { name: `安澜县司法局${township}第${at + 1}司法所`, township });
}

function staffMember({ random, number, make }: Workshop, offices: readonly Generated<JudicialOffice>[]) {
  const { identityNumber, gender, birthMonth } = personOf(number('person'), random);
  const inOffice = offices.length > 0 && random.chance(0.8);
  return make<SupervisionStaff>('supervision-staff', {
    name: personName(random),
    gender,
    birthMonth,
    identityNumber,
    unit: inOffice ? 'office' : 'bureau',
    office: inOffice ? random.pick(offices).id : null,
    certificateNo: `JD${String(number('staff') + 1).padStart(7, '0')}`,
    legallyQualified: random.chance(0.3),
    lawBackground: random.chance(0.6),
  });
}
