import type { DocumentKind, KindField } from './kind';

type Wording = DocumentKind['wording'];

const tag = /(\{\{|｛｛)([^{}｛｝]*)(\}\}|｝｝)/g;

/** The text with a placeholder called otherwise, also where conditions and repetitions name it. */
function renamedIn(text: string, from: string, to: string): string {
  return text.replace(tag, (whole, open: string, inner: string, close: string) => {
    const match =
      /^([\s\u3000]*(?:(?:如果|逐项)[\s\u3000]*)?)(.*?)((?:[\s\u3000]*(?:=|＝|≠|!=|不等于|等于).*)?[\s\u3000]*)$/s.exec(
        inner,
      );
    return match?.[2] === from ? `${open}${match[1] ?? ''}${to}${match[3] ?? ''}${close}` : whole;
  });
}

/** A wording with every text of it changed. */
function mapWording(wording: Wording, change: (text: string) => string): Wording {
  return {
    title: change(wording.title),
    letterhead: change(wording.letterhead),
    body: wording.body.map(change),
    attachments: wording.attachments.map(change),
    note: change(wording.note),
    copies: wording.copies.map(change),
    form: wording.form.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, value: change(cell.value) })),
    })),
    enclosures: wording.enclosures.map((one) => ({
      title: change(one.title),
      body: one.body.map(change),
      table: one.table && {
        ...one.table,
        columns: one.table.columns.map((column) => ({ ...column, value: change(column.value) })),
      },
    })),
  };
}

/** Calls a field otherwise, and its placeholders in wording and presets with it. */
export function renameField(kind: DocumentKind, name: string, label: string): DocumentKind {
  const old = kind.fields.find((field) => field.name === name)?.label;
  if (old === undefined || old === label) return kind;
  const change = (text: string): string => (old === '' ? text : renamedIn(text, old, label));
  const wording = mapWording(kind.wording, change);
  return {
    ...kind,
    fields: kind.fields.map((field) => ({
      ...field,
      label: field.name === name ? label : field.label,
      preset: change(field.preset),
    })),
    wording: {
      ...wording,
      enclosures: wording.enclosures.map((one) => ({
        ...one,
        table: one.table && { ...one.table, each: one.table.each === old ? label : one.table.each },
      })),
    },
  };
}

/** Changes what a field says about itself, all but its name and label. */
export function changeField(
  kind: DocumentKind,
  name: string,
  change: Partial<Omit<KindField, 'name' | 'label'>>,
): DocumentKind {
  return { ...kind, fields: kind.fields.map((field) => (field.name === name ? { ...field, ...change } : field)) };
}

/** Adds a field at the end, under a label that no other has. */
export function addField(kind: DocumentKind): DocumentKind {
  const free = (stem: string, used: readonly string[]): string => {
    for (let count = 1; ; count += 1) if (!used.includes(`${stem}${count}`)) return `${stem}${count}`;
  };
  const field: KindField = {
    name: free(
      'own',
      kind.fields.map((one) => one.name),
    ),
    label: free(
      '填写项',
      kind.fields.map((one) => one.label),
    ),
    type: 'text',
    required: false,
    help: '',
    options: [],
    columns: [],
    preset: '',
    least: 0,
    ahead: false,
  };
  return { ...kind, fields: [...kind.fields, field] };
}

/** Removes a field; placeholders of it that are left in the wording show as mistakes. */
export function removeField(kind: DocumentKind, name: string): DocumentKind {
  return { ...kind, fields: kind.fields.filter((field) => field.name !== name) };
}

/** Moves a field one place up (-1) or down (1) in the form; at the end it stays. */
export function moveField(kind: DocumentKind, name: string, by: -1 | 1): DocumentKind {
  const fields = [...kind.fields];
  const from = fields.findIndex((field) => field.name === name);
  const to = from + by;
  const [moved] = fields.slice(from, from + 1);
  if (from < 0 || to < 0 || to >= fields.length || !moved) return kind;
  fields.splice(from, 1);
  fields.splice(to, 0, moved);
  return { ...kind, fields };
}
