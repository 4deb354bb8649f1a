import { expect, test } from 'vitest';
import { staffingReport } from '@/services/staffing';
import { shortageOf } from '@/ui/views/staff/coverage-text';
import { openBench } from './register-bench';

test('staffing counts who is on post, names what is missing and follows the bureau’s own numbers', async () => {
  const { bench, add } = await openBench();
  const first = await add('judicial-office', { name: '城关司法所' });
  await add('judicial-office', { name: '河口司法所' });
  await add('judicial-office', { name: '旧镇司法所', closed: true });
  await add('supervision-staff', { name: '甲', unit: 'bureau', legallyQualified: true });
  await add('supervision-staff', { name: '乙', unit: 'bureau', postStatus: 'retired' });
  await add('supervision-staff', { name: '丙', unit: 'office', office: first.id, lawBackground: true });
  const { coverage, sources } = await staffingReport(bench);
  expect(coverage).toMatchObject({ met: false, officesMet: 1, bureau: { met: false } });
  expect(shortageOf(coverage.bureau)).toBe('监督工作人员缺1名');
  expect(coverage.offices.map((unit) => [unit.name, shortageOf(unit)])).toEqual([
    ['河口司法所', '监督工作人员缺1名，取得法律职业资格或有法律专业背景缺1名'],
    ['城关司法所', ''],
  ]);
  expect(sources.join()).toContain('连政办发〔2024〕9号');

  await add('rule-setting', { parameter: 'bureauMinStaff', value: 1, source: '安政办发〔2026〕8号第三条' });
  const changed = await staffingReport(bench);
  expect(changed.coverage.bureau.met).toBe(true);
  expect(changed.sources).toContain('安政办发〔2026〕8号第三条');
});
