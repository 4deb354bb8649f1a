import {
  checkRecord,
  entriesOf,
  type CodeTables,
  type CommitReceipt,
  type CommitRefusal,
  type FieldProblem,
  type Result,
} from '@/domain/kernel';
import { bureauProfile, type BureauProfile } from '@/domain/workbench';
import type { Workbench } from './workbench';

/** Values of the profile as a form holds them: null where nothing was typed. */
export type ProfileDraft = { readonly [K in keyof BureauProfile]: BureauProfile[K] | null };

/** Judges a draft of the profile; problems name their field. Nothing is written. */
export function checkProfile(workbench: Workbench, draft: ProfileDraft): readonly FieldProblem[] {
  return checkRecord(bureauProfile, draft, { codes: workbench.session.codes, today: workbench.session.today() });
}

/**
 * Writes the bureau's profile: its first record at the first run, later a change to it.
 * @returns what the storage refused, if anything; the draft should have passed {@link checkProfile}.
 */
export async function saveProfile(
  workbench: Workbench,
  draft: ProfileDraft,
): Promise<Result<CommitReceipt, CommitRefusal>> {
  const { session, storage } = workbench;
  // The person and the bureau of the very commit that names them are those of the draft.
  const context = {
    ...session.context(),
    actor: draft.person ?? session.context().actor,
    origin: draft.divisionCode ?? session.context().origin,
  };
  const row = session.profileRow;
  if (row === null) {
    const mutation = { op: 'create', ledger: bureauProfile.id, values: draft } as const;
    return storage.commit({ kind: 'setup', label: '首次设置本单位信息' }, [mutation], context);
  }
  const changed = Object.entries(draft).filter(([name, value]) => row.values[name as keyof BureauProfile] !== value);
  const changes = Object.fromEntries(changed);
  const mutation = { op: 'update', ledger: bureauProfile.id, id: row.id, changes, revision: row.revision } as const;
  return storage.commit({ kind: 'settings', label: '修改本单位信息' }, [mutation], context);
}

/** The usual short name of a bureau: 灌云县司法局 gives 灌云司法局; null where the name has another form. */
export function suggestShortName(name: string): string | null {
  const match = /^(?:.+?(?:省|自治区|州|市))?(.{2,}?)(?:自治县|自治旗|县|旗|区|市)司法局$/.exec(name);
  return match?.[1] ? `${match[1]}司法局` : null;
}

/** Beginning of a rule pack's code by the province's division code (GB/T 2260). */
const packOfProvince: Readonly<Record<string, string>> = {
  '21': 'liaoning',
  '22': 'jilin',
  '31': 'shanghai',
  '44': 'guangdong',
  '51': 'sichuan',
  '52': 'guizhou',
};

/** The rule pack of the province that a division code names, where there is one. */
export function suggestRulePack(divisionCode: string, codes: CodeTables): string | null {
  const province = packOfProvince[divisionCode.slice(0, 2)];
  if (province === undefined) return null;
  return entriesOf(codes, 'rule-pack').find((entry) => entry.code.startsWith(`${province}-`))?.code ?? null;
}
