import { err, ok, type ItemFormat } from '../kernel';
import type { DocumentKind } from './kind';
import { checkKind, readKind } from './kind-check';

/** Files of kinds of documents. */
export const kindFormat: ItemFormat<DocumentKind> = {
  mark: 'supervision-desk-kinds',
  version: 1,
  list: 'kinds',
  noun: '模板',
  foreign: '这不是文书模板文件，请选择由工作台“导出模板”得到的 .sdt 文件',
  read: (data) => {
    const kind = readKind(data);
    if (kind === null) return null;
    const problems = checkKind(kind);
    return problems.length > 0 ? err(problems.map(({ message }) => message)) : ok(kind);
  },
};
