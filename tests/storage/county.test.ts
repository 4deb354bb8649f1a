import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { ledgers } from '@/domain/registry';
import { codeTablesInForce } from '@/domain/workbench';
import { createCounty } from '../bench/county';
import { context as somebody, createDesk, valueOf } from './desk';

const codes = codeTablesInForce(shippedCodeTables, []);
const context = { ...somebody, codes };
const small = { bodies: 14, officers: 30, inspections: 60, findings: 400 };

describe('the generated county', () => {
  it('is the same for the same seed', () => {
    expect(createCounty(7, small)).toEqual(createCounty(7, small));
  });

  it('passes every rule, key, reference and step of its ledgers', async () => {
    const { storage } = createDesk(ledgers);
    await storage.useCodeTables(codes);
    valueOf(await storage.open());
    for (const commit of createCounty(11, small).commits) {
      expect(await storage.commit({ kind: 'import', label: '生成' }, commit, context)).toMatchObject({ ok: true });
    }
    const counts = await storage.counts();
    expect(counts).toMatchObject({ 'enforcement-entity': 14, 'enforcement-officer': 30, inspection: 60 });
    const found = await storage.values({ ledger: 'finding' }, ['status']);
    const closed = found.filter(([status]) => status === 'closed').length;
    expect(closed / found.length).toBeGreaterThan(0.9);
  });
});
