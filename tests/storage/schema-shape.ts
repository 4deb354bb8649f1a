import { jsonSchemaOf, type Ledger } from '@/domain/kernel';
import { schemaVersion, storesOf } from '@/storage/schema';

/** Everything about the data that an older or newer program relies on. */
export interface SchemaShape {
  readonly version: number;
  /** Set by hand when a release has written data of this version: from then on anything new needs a new version. */
  readonly released: boolean;
  readonly stores: Readonly<Record<string, { readonly key: string; readonly indexes: readonly string[] }>>;
  /** By ledger and field: the JSON Schema of the value. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** By store and member: the type of what stands around the values. */
  readonly members: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What differs between two shapes. */
export interface Finding {
  /** `broken`: older data would no longer fit; never allowed. `unrecorded`: an addition that the snapshot lacks. */
  readonly kind: 'broken' | 'unrecorded';
  readonly text: string;
}

/** The shape of the present program. */
export function shapeOf(ledgers: readonly Ledger[], members: SchemaShape['members'], released: boolean): SchemaShape {
  const stores = Object.entries(storesOf(ledgers)).map(([name, text]) => {
    const [key = '', ...indexes] = text.split(', ');
    return [name, { key, indexes: indexes.sort() }] as const;
  });
  const rows = ledgers.map(
    (ledger) => [ledger.id, jsonSchemaOf(ledger).properties as Record<string, unknown>] as const,
  );
  const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);
  return {
    version: schemaVersion,
    released,
    stores: Object.fromEntries(stores.sort(byName)),
    rows: Object.fromEntries(rows.sort(byName)),
    members,
  };
}

interface ValueSchema {
  readonly anyOf?: readonly ValueSchema[];
  readonly type?: string;
  readonly items?: unknown;
  readonly [bound: string]: unknown;
}

interface Parts {
  readonly nullable: boolean;
  readonly form: string;
  readonly lowest: number;
  readonly highest: number;
}

const lowerBounds = ['minimum', 'minLength', 'minItems'] as const;
const upperBounds = ['maximum', 'maxLength', 'maxItems'] as const;

function partsOf(schema: ValueSchema): Parts {
  const options = schema.anyOf ?? [schema];
  const nullable = options.some((option) => option.type === 'null');
  const { minimum, minLength, minItems, maximum, maxLength, maxItems, ...form } = options.find(
    (option) => option.type !== 'null',
  ) ?? { type: 'null' };
  const bounds: Record<string, unknown> = { minimum, minLength, minItems, maximum, maxLength, maxItems };
  return {
    nullable,
    form: JSON.stringify(form),
    lowest: Math.max(...lowerBounds.map((name) => Number(bounds[name] ?? -Infinity))),
    highest: Math.min(...upperBounds.map((name) => Number(bounds[name] ?? Infinity))),
  };
}

/** Whether every value that the old schema allows is allowed by the new one, and has the same form. */
function fitsInto(old: unknown, now: unknown): boolean {
  const [before, after] = [partsOf(old as ValueSchema), partsOf(now as ValueSchema)];
  const nulls = after.nullable || !before.nullable;
  return nulls && before.form === after.form && after.lowest <= before.lowest && after.highest >= before.highest;
}

function broken(text: string): Finding {
  return { kind: 'broken', text };
}

function unrecorded(text: string): Finding {
  return { kind: 'unrecorded', text };
}

function compareNames(what: string, old: readonly string[], now: readonly string[]): Finding[] {
  return [
    ...old.filter((name) => !now.includes(name)).map((name) => broken(`${what} ${name} was taken away`)),
    ...now.filter((name) => !old.includes(name)).map((name) => unrecorded(`${what} ${name} is new`)),
  ];
}

function compareStores(old: SchemaShape, now: SchemaShape): Finding[] {
  const findings = compareNames('store', Object.keys(old.stores), Object.keys(now.stores));
  for (const [name, before] of Object.entries(old.stores)) {
    const after = now.stores[name];
    if (!after) continue;
    if (after.key !== before.key) findings.push(broken(`store ${name} has another key`));
    findings.push(...compareNames(`index of ${name}:`, before.indexes, after.indexes));
  }
  return findings;
}

function compareRows(old: SchemaShape, now: SchemaShape): Finding[] {
  return Object.entries(old.rows).flatMap(([ledger, before]) => {
    const after = now.rows[ledger] ?? {};
    const findings = compareNames(`field of ${ledger}:`, Object.keys(before), Object.keys(after));
    for (const [name, schema] of Object.entries(after)) {
      const known = before[name];
      if (known === undefined && !partsOf(schema as ValueSchema).nullable) {
        findings.push(broken(`${ledger}.${name} is new and required: older records lack it`));
      } else if (known !== undefined && !fitsInto(known, schema)) {
        findings.push(broken(`${ledger}.${name} no longer takes every value it took`));
      } else if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
        findings.push(unrecorded(`${ledger}.${name} takes more than before`));
      }
    }
    return findings;
  });
}

function compareMembers(old: SchemaShape, now: SchemaShape): Finding[] {
  return Object.entries(old.members).flatMap(([store, before]) => {
    const after = now.members[store] ?? {};
    const retyped = Object.keys(before).filter((name) => name in after && after[name] !== before[name]);
    return [
      ...compareNames(`member of ${store}:`, Object.keys(before), Object.keys(after)),
      ...retyped.map((name) => broken(`member ${name} of ${store} has another type`)),
    ];
  });
}

/** Compares a recorded shape with the present one: what is gone or retyped is broken, what is more is unrecorded. */
export function compareShapes(old: SchemaShape, now: SchemaShape): readonly Finding[] {
  const findings = [...compareStores(old, now), ...compareRows(old, now), ...compareMembers(old, now)];
  if (now.version < old.version) findings.push(broken('schemaVersion went back'));
  if (now.version > old.version) findings.push(unrecorded(`schemaVersion is ${now.version} now`));
  if (old.released && now.version === old.version && findings.length > 0) {
    findings.push(broken('version was released: raise schemaVersion in src/storage/schema.ts'));
  }
  return findings;
}
