import { err, ok, type ItemFormat } from '../kernel';
import { checkSheet, readSheet, type ScoringSheet } from './scoring-sheet';

/** Files of scoring sheets. */
export const sheetFormat: ItemFormat<ScoringSheet> = {
  mark: 'supervision-desk-scoring-sheets',
  version: 1,
  list: 'sheets',
  noun: '评分标准',
  foreign: '这不是评分标准文件，请选择由工作台“导出标准”得到的 .sds 文件',
  read: (data) => {
    const sheet = readSheet(data);
    if (sheet === null) return null;
    const problems = checkSheet(sheet);
    return problems.length > 0 ? err(problems) : ok(sheet);
  },
};
