import type { DocumentFacts } from '@/domain/document';
import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import type { DateText, LedgerRow } from '@/domain/kernel';
import { supervisionStaff, type SupervisionStaff } from '@/domain/staff';
import { allRows } from './all-rows';
import type { Workbench } from './workbench';

/** The names in an addressee: full names parted by 、 or lines. */
export function addresseeNames(addressee: string | null): readonly string[] {
  return (addressee ?? '')
    .split(/[、\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What the registers say about bodies and staff, looked up once for any number of documents. */
export type DocumentSurroundings = Pick<DocumentFacts, 'bureau' | 'pack' | 'today' | 'staff' | 'fullNames'>;

/** Looks up bureau, staff and short names of the register. */
export async function surroundingsOf(bench: Workbench): Promise<DocumentSurroundings> {
  const { profile } = bench.session;
  if (profile === null) throw new Error('the bureau is not known');
  const { name, shortName, issuerCode, government, governmentCode, address, phone, person } = profile;
  const staff = (await allRows(bench, { ledger: supervisionStaff.id })) as readonly LedgerRow<SupervisionStaff>[];
  const named = { ledger: enforcementEntity.id, filters: [{ field: 'shortName', op: 'filled' }] } as const;
  const bodies = (await allRows(bench, named)) as readonly LedgerRow<EnforcementEntity>[];
  return {
    bureau: { name, shortName, issuerCode, government, governmentCode, address, phone, person },
    pack: profile.rulePack,
    today: bench.session.today(),
    staff: Object.fromEntries(
      staff.map((one) => [one.id, { name: one.values.name, certificateNo: one.values.certificateNo ?? '' }]),
    ),
    fullNames: Object.fromEntries(bodies.map(({ values }) => [values.shortName ?? '', values.name])),
  };
}

/** What one document is made from beside its data. */
export async function factsFor(
  bench: Workbench,
  document: { readonly addressee: string | null; readonly number: string | null; readonly signedOn: DateText | null },
): Promise<DocumentFacts> {
  return factsIn(await surroundingsOf(bench), document);
}

/** The same within surroundings that are known. */
export function factsIn(
  around: DocumentSurroundings,
  document: { readonly addressee: string | null; readonly number: string | null; readonly signedOn: DateText | null },
): DocumentFacts {
  const { number, signedOn, addressee } = document;
  return { ...around, number, signedOn, addressees: addresseeNames(addressee) };
}
