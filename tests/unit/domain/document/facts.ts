import { sampleFacts, type DocumentFacts, type DocumentKind, shippedKinds } from '@/domain/document';

/** The bureau of the tests. */
export const bureau: DocumentFacts['bureau'] = {
  name: '安澜县司法局',
  shortName: '安澜司法局',
  government: '安澜县人民政府',
  issuerCode: '安司',
  governmentCode: '安政',
  address: '安澜县澄江路8号',
  phone: '0599-6780001',
  person: '沈嘉禾',
};

/** Day on which the tests' documents are dated. */
export const today = '2026-03-05';

/** A shipped kind by its identifier. */
export function shipped(id: string): DocumentKind {
  const kind = shippedKinds().find((one) => one.id === id);
  if (!kind) throw new Error(`no kind ${id}`);
  return kind;
}

/** Facts for a kind, changed where asked. */
export function factsFor(kind: DocumentKind, change: Partial<DocumentFacts> = {}): DocumentFacts {
  return { ...sampleFacts(kind, bureau, today), ...change };
}
