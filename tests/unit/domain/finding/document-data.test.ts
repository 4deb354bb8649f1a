import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { shippedKinds, type DocumentKind } from '@/domain/document';
import { findingData } from '@/domain/finding';

const sources =
  shippedCodeTables.find((table) => table.id === 'finding-source')?.entries.map((entry) => entry.code) ?? [];
/** Sources of the bureau's own work, for which a kind's preset is right. */
const own = ['inspection', 'self', 'other'];

function kindNamed(id: string): DocumentKind {
  const kind = shippedKinds().find((one) => one.id === id);
  if (!kind) throw new Error(`no kind ${id}`);
  return kind;
}

/** What a document drafted about a finding says of where it came from, with another word standing in the draft. */
function originOf(kind: DocumentKind, source: string): unknown {
  const told = { summary: null, fact: '事实', basis: null, source, requirement: null, foundOn: '2026-11-20' };
  const name = kind.fields.find((field) => ['found', 'origin'].includes(field.name))?.name ?? '';
  return findingData(kind, { [name]: '专项监督' }, { findings: [told], body: '安澜县水利局' })[name];
}

describe('a document about a finding says where it came from', () => {
  const kinds = ['supervision-notice', 'supervision-opinion', 'supervision-suggestion', 'supervision-directive'];

  it.each([...kinds, 'superior-notice'])('%s has a word for every source outside the bureau', (id) => {
    const kind = kindNamed(id);
    const options = kind.fields.flatMap((field) => (['found', 'origin'].includes(field.name) ? field.options : []));
    for (const source of sources.filter((one) => !own.includes(one))) {
      expect([source, options.includes(String(originOf(kind, source)))]).toEqual([source, true]);
    }
  });

  it('keeps the preset for inspections only; what has no word is left open for the drafter', () => {
    const notice = kindNamed('supervision-notice');
    expect(originOf(notice, 'inspection')).toBe('专项监督');
    expect(originOf(notice, 'other')).toBeNull();
    expect(originOf(kindNamed('clue-transfer'), 'lawsuit')).toBe('其他工作中发现');
  });
});
