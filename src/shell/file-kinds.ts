import type { openPurposes, savePurposes } from './contract';

/** Files of one purpose: what the dialog calls them, which endings they have, how large they may be. */
export interface FileKind {
  readonly label: string;
  /** Endings without the dot; none means any file. */
  readonly endings: readonly string[];
  /** Largest size in bytes. */
  readonly limit: number;
}

const MB = 1024 * 1024;

/** Files that may be opened. */
export const openKinds: Readonly<Record<(typeof openPurposes)[number], FileKind>> = {
  workbook: { label: '表格文件', endings: ['xlsx', 'xls', 'et', 'ods', 'csv', 'xlsm', 'txt'], limit: 100 * MB },
  archive: { label: '工作台副本', endings: ['sdz', 'zip'], limit: 1024 * MB },
  attachment: {
    label: '附件',
    endings: ['pdf', 'jpg', 'jpeg', 'png', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'et', 'ofd', 'txt', 'zip'],
    limit: 50 * MB,
  },
  template: { label: '文书模板', endings: ['sdt'], limit: 20 * MB },
  'scoring-sheet': { label: '评分标准', endings: ['sds'], limit: 20 * MB },
  law: { label: '法律法规文本', endings: ['docx', 'txt', 'md'], limit: 20 * MB },
};

/** Files that may be saved. */
export const saveKinds: Readonly<Record<(typeof savePurposes)[number], FileKind>> = {
  workbook: { label: '表格文件', endings: ['xlsx'], limit: 200 * MB },
  archive: { label: '工作台副本', endings: ['sdz'], limit: 1024 * MB },
  attachment: { label: '附件', endings: [], limit: 50 * MB },
  template: { label: '文书模板', endings: ['sdt'], limit: 20 * MB },
  'scoring-sheet': { label: '评分标准', endings: ['sds'], limit: 20 * MB },
  pdf: { label: 'PDF 文件', endings: ['pdf'], limit: 200 * MB },
  document: { label: 'Word 文件', endings: ['docx'], limit: 200 * MB },
};

/** Size in words: 104857600 gives "100 MB". */
export function sizeText(bytes: number): string {
  return `${Math.round(bytes / MB)} MB`;
}

/**
 * Says why a file may not be opened or saved under a purpose, as a Chinese sentence; null where it may.
 *
 * @param kind the purpose's rules
 * @param name file name with its ending
 * @param size in bytes
 */
export function kindProblem(kind: FileKind, name: string, size: number): string | null {
  const dot = name.lastIndexOf('.');
  const ending = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (kind.endings.length > 0 && !kind.endings.includes(ending)) {
    return `“${name}”不是这里能用的文件，请选择${kind.endings.join('、')}格式的${kind.label}。`;
  }
  if (size > kind.limit) return `“${name}”超过 ${sizeText(kind.limit)}，请拆分或压缩后再试。`;
  return null;
}

/** The first name of 名.pdf, 名(2).pdf, 名(3).pdf ... that is not taken. */
export function freeName(name: string, taken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let count = 2; taken(free); count += 1) free = `${stem}(${String(count)})${ending}`;
  return free;
}
