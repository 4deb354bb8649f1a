import { officialDocument } from '@/domain/document';
import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import type { FieldValue, LedgerRow } from '@/domain/kernel';
import { bodyParts, partQuery, type BodyPart, type BodyPartName } from './body-parts';
import {
  bodyYears,
  findingStanding,
  type BodyYear,
  type FileFacts,
  type FindingFacts,
  type FindingStanding,
  type InspectionFacts,
} from './body-trend';
import { listDues, type Due } from './dues';
import type { Workbench } from './workbench';

/** A row of the ledger of bodies. */
export type BodyRow = LedgerRow<EnforcementEntity>;

/** Everything that stands at the head of a body's page. */
export interface OpenedBody {
  readonly row: BodyRow;
  /** Name of the organ that set it up; empty where none is entered. */
  readonly parent: string;
  /** Number of records of each part. */
  readonly counts: Readonly<Record<BodyPartName, number>>;
  readonly officers: { readonly total: number; readonly onPost: number; readonly certified: number };
  readonly findings: FindingStanding;
  /** Documents that are not yet served, filed or void. */
  readonly documentsUnderWay: number;
  readonly years: readonly BodyYear[];
  /** Deadlines that are past or end within seven working days or later, the earliest first. */
  readonly dues: readonly Due[];
}

/** What is known of the body itself, as label and text; what is empty is left out. */
export function bodyFacts({ row, parent }: OpenedBody): readonly (readonly [string, string])[] {
  const { values } = row;
  const facts: readonly (readonly [string, string | null])[] = [
    ['统一社会信用代码', values.uscc],
    ['设立（所属）单位', parent],
    ['上级主管部门', values.superior],
    ['委托机关', values.entrustingOrgan],
    ['委托期限止', values.entrustedUntil],
    ['法制机构', [values.legalOffice, values.legalOfficeHead].filter(Boolean).join('　')],
    ['联系人', values.contact],
    ['投诉电话', values.complaintPhone],
    ['办公地址', values.address],
  ];
  return facts.flatMap(([label, text]) => (text === null || text === '' ? [] : [[label, text] as const]));
}

/** Rows of a part on one page. */
export const partPageSize = 15;

/** Most deadlines that are shown. */
const shownDues = 30;

/** Values of some fields of a part's records as objects. */
async function factsOf<V>(
  bench: Workbench,
  part: BodyPart,
  body: string,
  fields: readonly (keyof V & string)[],
): Promise<readonly V[]> {
  const rows = await bench.storage.values(partQuery(part, body), fields);
  return rows.map(
    (values: readonly FieldValue[]) => Object.fromEntries(fields.map((name, at) => [name, values[at] ?? null])) as V,
  );
}

interface OfficerFacts {
  readonly postStatus: string | null;
  readonly certificateStatus: string | null;
}

function officerFigures(officers: readonly OfficerFacts[]) {
  const onPost = officers.filter((one) => one.postStatus === null || one.postStatus === 'on');
  const certified = onPost.filter((one) => one.certificateStatus === 'valid');
  return { total: officers.length, onPost: onPost.length, certified: certified.length };
}

const underWay = ['draft', 'review', 'approved', 'signed', 'sealed'];

/** Documents that are still on their way to the body. */
function documentsUnderWay(bench: Workbench, body: string): Promise<number> {
  const filters = [
    { field: 'entity', op: 'equals', value: body },
    { field: 'status', op: 'any', values: underWay },
  ] as const;
  return bench.storage.countRows({ ledger: officialDocument.id, filters });
}

/** Numbers of the parts whose records are not looked at otherwise. */
async function countParts(bench: Workbench, body: string) {
  const count = (name: BodyPartName): Promise<number> => bench.storage.countRows(partQuery(bodyParts[name], body));
  const [documents, outside, letters, duties] = await Promise.all([
    count('documents'),
    count('outside'),
    count('letters'),
    count('duties'),
  ]);
  return { documents, outside, letters, duties };
}

/**
 * Everything about one body in figures: what belongs to it, where its findings stand, year by year, and what is due.
 * Asks by the body's own indexes only, so that it does not grow with the county.
 * @returns null where there is no such body.
 */
export async function openBody(bench: Workbench, id: string): Promise<OpenedBody | null> {
  const today = bench.session.today();
  const [rows, counts, officers, inspections, findings, files, documents, dues] = await Promise.all([
    bench.storage.rows(enforcementEntity.id, [id]),
    countParts(bench, id),
    factsOf<OfficerFacts>(bench, bodyParts.officers, id, ['postStatus', 'certificateStatus']),
    factsOf<InspectionFacts>(bench, bodyParts.inspections, id, ['status', 'plannedOn', 'startedOn']),
    factsOf<FindingFacts>(bench, bodyParts.findings, id, ['status', 'foundOn', 'dueOn', 'submittedOn', 'closedOn']),
    factsOf<FileFacts>(bench, bodyParts.files, id, ['status', 'reviewedOn', 'score']),
    documentsUnderWay(bench, id),
    listDues(bench, {}, { entity: id, limit: shownDues }),
  ]);
  const row = (rows[0] ?? null) as BodyRow | null;
  if (row === null) return null;
  const { parent } = row.values;
  const titles = parent === null ? {} : await bench.storage.titles(enforcementEntity.id, [parent]);
  return {
    row,
    parent: parent === null ? '' : (titles[parent] ?? ''),
    counts: {
      ...counts,
      officers: officers.length,
      inspections: inspections.length,
      findings: findings.length,
      files: files.length,
    },
    officers: officerFigures(officers),
    findings: findingStanding(findings, today),
    documentsUnderWay: documents,
    years: bodyYears({ inspections, findings, files }, today),
    dues,
  };
}
