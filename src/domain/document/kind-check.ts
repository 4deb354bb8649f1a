import { documentKind, type DocumentKind, type KindField } from './kind';
import { commonFields, deadlineWord, knownWords, standardWords } from './words';
import { checkWording, type KnownWords } from './wording-check';
import { controlWords } from './wording';

/** What is wrong with a kind, with the part of it that has to be corrected. */
export interface KindProblem {
  /** title, body, note, attachments, copies, letterhead, form, enclosures, basic, or field.<name>. */
  readonly part: string;
  /** A whole Chinese sentence that names part and paragraph. */
  readonly message: string;
}

function judgeWording(part: string, label: string, text: string, known: KnownWords): KindProblem[] {
  return checkWording(text, known).map(({ paragraph, message }) => {
    const where = text.includes('\n') ? `${label}第${paragraph}段` : label;
    return { part, message: `${where}：${message}` };
  });
}

function judgeWordings(kind: DocumentKind, known: KnownWords): KindProblem[] {
  const { wording } = kind;
  const parts: readonly (readonly [string, string, string])[] = [
    ['title', '标题', wording.title],
    ['letterhead', '发文机关标志', wording.letterhead],
    ['body', '正文', wording.body.join('\n')],
    ['attachments', '附件', wording.attachments.join('\n')],
    ['note', '附注', wording.note],
    ['copies', '抄送', wording.copies.join('\n')],
    ...wording.form.flatMap((row) => row.cells.map((cell) => ['form', `表格“${cell.label}”栏`, cell.value] as const)),
    ...wording.enclosures.flatMap((one) => [
      ['enclosures', `附件“${one.title}”的标题`, one.title] as const,
      ['enclosures', `附件“${one.title}”`, one.body.join('\n')] as const,
      // Columns are judged as the items they are filled with.
      ...(one.table?.columns ?? []).map(
        (column) =>
          [
            'enclosures',
            `附件“${one.title}”的“${column.label}”栏`,
            `{{逐项 ${one.table?.each ?? ''}}}${column.value}{{结束}}`,
          ] as const,
      ),
    ]),
  ];
  return parts.flatMap(([part, label, text]) => judgeWording(part, label, text, known));
}

const reserved: ReadonlySet<string> = new Set([...controlWords, ...standardWords.map((word) => word.name)]);

function judgeName(field: KindField, before: readonly KindField[]): string | null {
  const { label } = field;
  if (label.trim() === '') return '有一个填写项没有名称，请写上名称或者删去';
  if (reserved.has(label)) return `填写项“${label}”与通用词重名，请换一个名称`;
  if (/[{}｛｝=＝≠\n]/.test(label)) return `填写项“${label}”的名称中不能有“{”“}”“=”等符号`;
  if (/^(如果|逐项|本项|序号)/.test(label)) return `填写项“${label}”的名称不能以“${label.slice(0, 2)}”开头`;
  const common = commonFields.find((one) => one.name !== field.name && one.label === label);
  if (common) return `填写项“${label}”每份文书都有，不用另外增加`;
  const same = before.some((one) => one.label === label || one.name === field.name);
  return same ? `填写项“${label}”重复，请改名或删去一个` : null;
}

function judgeShape(field: KindField): string | null {
  const { label, type, preset, columns, options } = field;
  if (type === 'choice' && options.length < 2) return `填写项“${label}”是选择，请至少写两个可选项`;
  if (type === 'choice' && preset !== '' && !options.includes(preset)) {
    return `填写项“${label}”的预填内容“${preset}”不在可选项中`;
  }
  if (type === 'table' && columns.length === 0) return `填写项“${label}”是表格，请至少写一列`;
  if (label === deadlineWord && type !== 'deadline') return `填写项“${label}”应为期限类型，或换一个名称`;
  return null;
}

function judgeFields(kind: DocumentKind, known: KnownWords): KindProblem[] {
  return kind.fields.flatMap((field, place) => {
    const part = `field.${field.name}`;
    const says = judgeName(field, kind.fields.slice(0, place)) ?? judgeShape(field);
    const texts = ['text', 'paragraph', 'list'].includes(field.type) ? field.preset : '';
    const inPreset = judgeWording(part, `“${field.label}”的预填内容`, texts, known);
    return says === null ? inPreset : [{ part, message: says }, ...inPreset];
  });
}

function judgeBasics(kind: DocumentKind): KindProblem[] {
  const found: KindProblem[] = [];
  const { wording } = kind;
  if (kind.name.trim() === '') found.push({ part: 'basic', message: '请填写模板名称' });
  if (kind.purpose.trim() === '') found.push({ part: 'basic', message: '请填写用途，一句话说明什么时候用' });
  if (kind.source.trim() === '') found.push({ part: 'basic', message: '请填写出处：依据的文件条款，或者写“惯例”' });
  if (wording.title.trim() === '') found.push({ part: 'title', message: '请填写标题' });
  if (wording.body.every((line) => line.trim() === '') && wording.form.length === 0) {
    found.push({ part: 'body', message: '正文是空的，请写上文书的内容' });
  }
  if (wording.enclosures.some((one) => one.title.trim() === '')) {
    found.push({ part: 'enclosures', message: '有一个附件没有标题，请写上或者去掉这个附件' });
  }
  if (/[\s〔〕[\]0-9]/.test(kind.code)) {
    found.push({ part: 'basic', message: `文号类别字“${kind.code}”中不能有空格、括号和数字，如：执监检` });
  }
  return found;
}

/** Judges a kind as a whole: its fields and every wording. An empty answer is a kind that can be used. */
export function checkKind(kind: DocumentKind): readonly KindProblem[] {
  const known = knownWords(kind);
  return [...judgeBasics(kind), ...judgeFields(kind, known), ...judgeWordings(kind, known)];
}

/** Reads a kind out of JSON data of unknown origin; null where it is none. */
export function readKind(data: unknown): DocumentKind | null {
  const read = documentKind.safeParse(data);
  return read.success ? read.data : null;
}
