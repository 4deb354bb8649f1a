import { codeTablesVersion, shippedCodeTables } from '@/domain/code-tables';
import {
  dayOfMoment,
  type Clock,
  type CodeTables,
  type CommitContext,
  type DateText,
  type LedgerRow,
  type ValuesOf,
} from '@/domain/kernel';
import { ruleParametersVersion } from '@/domain/rule-parameters';
import { codeTablesInForce, type BureauProfile, type codeEntry } from '@/domain/workbench';
import type { Storage } from '@/storage/contract';

/** Who works at this desk, under which code tables, on which day. */
export interface Session {
  /** Null until the first run is done. */
  readonly profile: BureauProfile | null;
  /** The stored record of the profile, for editing it. */
  readonly profileRow: LedgerRow<BureauProfile> | null;
  /** Code tables in force: the shipped ones with the bureau's own entries laid over. */
  readonly codes: CodeTables;
  /** What a commit needs to know; `sample` marks what it creates as sample data. */
  context(sample?: boolean): CommitContext;
  /** The local calendar day. */
  today(): DateText;
}

/** A session that can be read anew from the storage. */
export interface LiveSession extends Session {
  /** Reads profile and own code entries, and tells the storage which code tables are in force. */
  refresh(storage: Storage): Promise<void>;
}

/** More own code entries than any bureau will write. */
const entryLimit = 5_000;

/** The local calendar day of a moment, by the time zone of this computer. */
export function localDay(clock: Clock): DateText {
  const now = clock();
  return dayOfMoment(now, -new Date(now).getTimezoneOffset());
}

function ruleVersions(profile: BureauProfile | null): Readonly<Record<string, string>> {
  const tables = { 'code-tables': codeTablesVersion, 'rule-parameters': ruleParametersVersion };
  return profile === null ? tables : { ...tables, 'rule-pack': profile.rulePack };
}

/** Makes the session of a desk; until the first refresh it knows only the shipped code tables. */
export function createSession(clock: Clock): LiveSession {
  let row: LedgerRow<BureauProfile> | null = null;
  let codes = codeTablesInForce(shippedCodeTables, []);
  return {
    get profile() {
      return row?.values ?? null;
    },
    get profileRow() {
      return row;
    },
    get codes() {
      return codes;
    },
    context: (sample) => ({
      actor: row?.values.person ?? '',
      origin: row?.values.divisionCode ?? '',
      rules: ruleVersions(row?.values ?? null),
      codes,
      today: localDay(clock),
      ...(sample ? { sample } : {}),
    }),
    today: () => localDay(clock),
    async refresh(storage) {
      const profiles = await storage.page({ ledger: 'bureau-profile' }, 0, 1);
      const entries = await storage.page({ ledger: 'code-entry' }, 0, entryLimit);
      row = (profiles.rows[0] as LedgerRow<BureauProfile> | undefined) ?? null;
      codes = codeTablesInForce(
        shippedCodeTables,
        entries.rows.map((entry) => entry.values as ValuesOf<typeof codeEntry>),
      );
      await storage.useCodeTables(codes);
    },
  };
}
