import { computed, ref, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import {
  adviseRecord,
  checkRecord,
  emptyValues,
  enteringValues,
  type CheckContext,
  type FieldValue,
  type Ledger,
  type LedgerRow,
  type Values,
} from '@/domain/kernel';
import { changedValues } from '@/services/records';
import { problemsByField } from './columns';

/** A record's values as a person fills them in. Plain values, replaced as a whole: nothing reactive goes to the storage. */
export interface Draft {
  /** The row as it was opened or last saved; null for a new record. */
  readonly base: ShallowRef<LedgerRow | null>;
  readonly before: ComputedRef<Values>;
  readonly values: ShallowRef<Values>;
  /** The fields that differ from the row, with what stands in the form. */
  readonly changes: ComputedRef<Values>;
  readonly dirty: ComputedRef<boolean>;
  /** Problems of the fields visited, or of all once everything was checked. */
  readonly problems: ComputedRef<Readonly<Record<string, string>>>;
  /** What the record still lacks or should be looked at; it does not stand in the way of saving. */
  readonly advice: ComputedRef<Readonly<Record<string, string>>>;
  readonly open: (row: LedgerRow | null) => void;
  readonly set: (name: string, value: FieldValue) => void;
  /** Sets several fields at once. */
  readonly lay: (part: Values) => void;
  /** Marks a field as visited: from now on its problem shows. */
  readonly visit: (name: string) => void;
  /** Checks everything and shows all problems; whether there are none. */
  readonly check: () => boolean;
}

/** Makes the draft of one record. */
export function useDraft(ledger: Ledger, contextOf: () => CheckContext): Draft {
  const blank = enteringValues(ledger, emptyValues(ledger));
  const base = shallowRef<LedgerRow | null>(null);
  const values = shallowRef<Values>(blank);
  const visited = shallowRef<ReadonlySet<string>>(new Set());
  const checkedAll = ref(false);
  const before = computed(() => base.value?.values ?? blank);
  const changes = computed(() => changedValues(ledger, before.value, values.value));
  const found = computed(() => problemsByField(checkRecord(ledger, values.value, contextOf())));

  return {
    base,
    before,
    values,
    changes,
    dirty: computed(() => Object.keys(changes.value).length > 0),
    problems: computed(() => {
      if (checkedAll.value) return found.value;
      return Object.fromEntries(Object.entries(found.value).filter(([name]) => visited.value.has(name)));
    }),
    advice: computed(() => {
      if (Object.keys(found.value).length > 0) return {};
      return problemsByField(adviseRecord(ledger, values.value, contextOf()));
    }),
    open(row) {
      base.value = row;
      values.value = row?.values ?? blank;
      visited.value = new Set();
      checkedAll.value = false;
    },
    set: (name, value) => (values.value = { ...values.value, [name]: value }),
    lay: (part) => (values.value = { ...values.value, ...part }),
    visit: (name) => (visited.value = new Set([...visited.value, name])),
    check() {
      checkedAll.value = true;
      return Object.keys(found.value).length === 0;
    },
  };
}
