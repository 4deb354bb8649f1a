import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import {
  asText,
  previewDocument,
  type DataValue,
  type DocumentData,
  type DocumentKind,
  type DocumentModel,
  type DocumentProblem,
} from '@/domain/document';
import type { Citation } from '@/domain/law';
import { addresseeNames, type DocumentSurroundings } from '@/services/document-facts';
import type { DraftInput, OpenedDocument } from '@/services/documents';

/** What editing begins with. */
export interface EditedDraft extends Omit<DraftInput, 'subject'> {
  readonly kind: DocumentKind;
}

/** A stored draft as editing takes it; null for a recorded document, which has no text. */
export function draftOf({ row, content }: OpenedDocument): EditedDraft | null {
  if (content === null) return null;
  const { entity, addressee, remark } = row.values;
  const { kind, data, citations } = content;
  return { kind, data, citations, entity, remark, addressee: addressee ?? '' };
}

/** A draft as a person fills it in. Plain values, replaced as a whole: nothing reactive goes to the storage. */
export interface Editing {
  readonly data: ShallowRef<DocumentData>;
  readonly entity: Ref<string | null>;
  readonly addressee: Ref<string>;
  readonly dirty: ComputedRef<boolean>;
  /** The document as it would be printed now; null until one is open. */
  readonly model: ComputedRef<DocumentModel | null>;
  /** All that stands in the way of handing it in. */
  readonly grave: ComputedRef<readonly DocumentProblem[]>;
  /** Sentences to show at the fields: of those visited, or of all once somebody asked. */
  readonly shown: ComputedRef<Readonly<Record<string, string>>>;
  readonly citations: ShallowRef<readonly Citation[]>;
  readonly open: (draft: EditedDraft, around: DocumentSurroundings) => void;
  readonly set: (name: string, value: DataValue) => void;
  readonly setAddressee: (entity: string | null, addressee: string) => void;
  readonly visit: (name: string) => void;
  readonly reveal: () => void;
  /** What saving takes. */
  readonly input: () => DraftInput;
}

/** The citations whose article still stands in the text: what was taken out again is no basis any more. */
function stillCited(citations: readonly Citation[], data: DocumentData): readonly Citation[] {
  const text = JSON.stringify(data);
  return citations.filter(({ article }) => text.includes(article));
}

/** Holds the draft of one document between opening and saving. */
export function useEditing(): Editing {
  const draft = shallowRef<EditedDraft | null>(null);
  const around = shallowRef<DocumentSurroundings | null>(null);
  const data = shallowRef<DocumentData>({});
  const entity = ref<string | null>(null);
  const addressee = ref('');
  const citations = shallowRef<readonly Citation[]>([]);
  const visited = shallowRef<ReadonlySet<string>>(new Set());
  const all = ref(false);
  const before = ref('');

  const input = (): DraftInput => ({
    entity: entity.value,
    addressee: addressee.value,
    subject: asText(data.value['subject']),
    data: data.value,
    citations: stillCited(citations.value, data.value),
    remark: draft.value?.remark ?? null,
  });
  const preview = computed(() => {
    const kind = draft.value?.kind;
    if (!kind || around.value === null) return null;
    const addressees = addresseeNames(addressee.value);
    return previewDocument(kind, data.value, { ...around.value, number: null, signedOn: null, addressees });
  });
  const problems = computed(() => preview.value?.problems ?? []);

  return {
    data,
    entity,
    addressee,
    citations,
    input,
    dirty: computed(() => draft.value !== null && JSON.stringify(input()) !== before.value),
    model: computed(() => preview.value?.model ?? null),
    grave: computed(() => problems.value.filter((problem) => !problem.warning)),
    shown: computed(() => {
      const told = problems.value.filter(({ field }) => all.value || visited.value.has(field ?? ''));
      return Object.fromEntries(told.map(({ field, message }) => [field ?? '', message]));
    }),
    open(next, surroundings) {
      draft.value = next;
      around.value = surroundings;
      data.value = next.data;
      citations.value = next.citations ?? [];
      entity.value = next.entity;
      addressee.value = next.addressee;
      before.value = JSON.stringify(input());
    },
    set: (name, value) => (data.value = { ...data.value, [name]: value }),
    setAddressee(to, name) {
      entity.value = to;
      addressee.value = name;
    },
    visit: (name) => (visited.value = new Set([...visited.value, name])),
    reveal: () => (all.value = true),
  };
}
