import { expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { documentNumber, documentService, officialDocument } from '@/domain/document';
import { dutyItem, dutyVersion } from '@/domain/duty';
import { enforcementEntity } from '@/domain/entity';
import { attachment, bureauProfile, codeTablesInForce } from '@/domain/workbench';
import { context, createDesk, valueOf } from './desk';

const ledgers = [
  officialDocument,
  documentNumber,
  documentService,
  enforcementEntity,
  dutyItem,
  dutyVersion,
  attachment,
  bureauProfile,
];

it('takes documents of former years out of a spreadsheet as recorded ones, never as drafts', async () => {
  const codes = codeTablesInForce(shippedCodeTables, []);
  const { storage } = createDesk(ledgers);
  await storage.useCodeTables(codes);
  valueOf(await storage.open());
  const plan = await storage.beginImport('official-document', { ...context, codes });
  const values = { number: '安司执监检〔2024〕1号', title: '检查通知', kindName: '行政执法监督检查通知书' };
  await storage.addRows(plan, [{ sheetRow: 2, values, problems: [], cells: [] }]);
  expect(await storage.importSummary(plan)).toMatchObject({ created: 1, rejected: 0 });
  const receipt = valueOf(await storage.commitImport(plan, '导入文书1行'));
  expect(receipt.rows[0]?.values).toMatchObject({ ...values, status: 'recorded' });
});
