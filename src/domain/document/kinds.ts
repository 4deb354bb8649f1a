import statementOrder from '#resources/templates/statement-order.json';
import inspectionNotice from '#resources/templates/supervision-inspection-notice.json';
import supervisionNotice from '#resources/templates/supervision-notice.json';
import { documentKind, type DocumentKind } from './kind';

const files: readonly unknown[] = [inspectionNotice, statementOrder, supervisionNotice];

let read: readonly DocumentKind[] | null = null;

/** The kinds as shipped, in the order in which they are offered. Read once, when somebody asks. */
export function shippedKinds(): readonly DocumentKind[] {
  read ??= files.map((file) => documentKind.parse(file));
  return read;
}

/** A kind as it is under a rule pack: other name, issuing organ, code, basis or presets, as its `packs` say. */
export function underPack(kind: DocumentKind, pack: string): DocumentKind {
  const variant = kind.packs[pack];
  if (!variant) return kind;
  const { presets = {}, ...rest } = variant;
  const fields = kind.fields.map((field) => ({ ...field, preset: presets[field.name] ?? field.preset }));
  return { ...kind, ...rest, fields };
}
