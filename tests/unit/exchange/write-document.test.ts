import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { layouts, plainText, type DocumentModel } from '@/domain/document';
import { createExchange } from '@/exchange/exchange';
import { writeDocument } from '@/exchange/document';
import { saveDocumentWord } from '@/services/word-document';
import type { Workbench } from '@/services/workbench';
import { file, letter, plain, samples } from '../../word/samples';

type Parts = Readonly<Record<string, string>>;

async function partsOf(model: DocumentModel): Promise<Parts> {
  const files = unzipSync(await writeDocument(model));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function bodyOf(model: DocumentModel): Promise<string> {
  return (await partsOf(model))['word/document.xml'] ?? '';
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** Text of the paragraphs, in order. */
function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:tab\/>/g)]
      .map(([, text]) => (text ?? '\t').replace(/&(?:lt|gt|quot|apos|amp);/g, (each) => entities[each] ?? each))
      .join(''),
  );
}

/** What of a document's plain text is a paragraph of its own everywhere; labels of forms stand in cells beside their values. */
function wordsOf(model: DocumentModel): string[] {
  return plainText(model)
    .split(/[\n\t]/)
    .flatMap((line) => line.split('：'))
    .map((part) => part.replace(/^附件\d*$/, '附件').trim())
    .filter((part) => part !== '');
}

/** A day as plainText says it, as it is printed. */
function printed(text: string): string {
  return text.replace(/(\d{4})-0?(\d{1,2})-0?(\d{1,2})/g, '$1年$2月$3日');
}

describe.each(layouts)('a Word file in the layout %s', (layout) => {
  const model = samples[layout];

  it('holds every word of the document', async () => {
    const text = paragraphsOf(await bodyOf(model))
      .join('\n')
      .replaceAll('\t', '\n');
    const missing = wordsOf(model).filter((part) => part.split(' ').some((word) => !text.includes(printed(word))));
    expect(missing).toEqual([]);
  });

  it('leaves 37 mm white above the first line, and 28, 26 and 35 mm at the other edges of an A4 page', async () => {
    const xml = await bodyOf(model);
    const margins = [...xml.matchAll(/<w:pgMar ([^>]*)\/>/g)].map(([, each = '']) => each);
    expect(margins.length).toBeGreaterThan(0);
    for (const each of margins) {
      expect(each).toContain('w:bottom="1984"');
      expect(each).toContain('w:left="1588"');
      expect(each).toContain('w:right="1474"');
      const sink = 0.8 * 579 - 0.88 * 320;
      expect(Math.abs(Number(/w:top="(\d+)"/.exec(each)?.[1]) + sink - 2098)).toBeLessThan(2);
    }
    expect(xml.match(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/g)?.length).toBe(margins.length);
    expect(xml).not.toContain('w:type="lines"');
  });

  it('is made of well-formed parts that name one another', async () => {
    const parts = await partsOf(model);
    const known = new Set(Object.keys(parts));
    const links = [...(parts['word/_rels/document.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)];
    const missing = links.map(([, target = '']) => `word/${target}`).filter((target) => !known.has(target));
    expect(missing.filter((target) => !target.includes('://'))).toEqual([]);
    for (const [name, text] of Object.entries(parts)) {
      const opened = text.match(/<[a-zA-Z][^>]*[^/]>|<[a-zA-Z]>/g)?.length ?? 0;
      expect([name, opened]).toEqual([name, text.match(/<\/[a-zA-Z]/g)?.length ?? 0]);
    }
  });
});

describe('the styles of a Word file', () => {
  it('set 3号仿宋 in exact lines of which 22 fit, in characters of which 28 fit', async () => {
    const styles = (await partsOf(letter))['word/styles.xml'] ?? '';
    const normal = /<w:style w:type="paragraph" w:default="1".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    expect(normal).toContain('w:eastAsia="仿宋_GB2312"');
    expect(normal).toContain('w:ascii="仿宋_GB2312"');
    expect(normal).toContain('<w:sz w:val="32"/>');
    const line = Number(/w:line="(\d+)" w:lineRule="exact"/.exec(normal)?.[1]);
    const room = 16838 - 1984 - 1916;
    expect(Math.floor(room / line)).toBe(22);
    const advance = 320 + Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(normal)?.[1]);
    expect(Math.floor((11906 - 1588 - 1474) / advance)).toBe(28);
    for (const off of ['widowControl', 'autoSpaceDE', 'autoSpaceDN', 'snapToGrid']) {
      expect(normal).toContain(`<w:${off} w:val="0"/>`);
    }
    expect(normal).toContain('<w:kinsoku/>');
  });

  it('name the offices’ fonts for titles, headings and page numbers', async () => {
    const parts = await partsOf(letter);
    const styles = parts['word/styles.xml'] ?? '';
    expect(/styleId="title".*?w:eastAsia="([^"]+)"/s.exec(styles)?.[1]).toBe('方正小标宋简体');
    expect(/styleId="pageNumber".*?w:eastAsia="([^"]+)"/s.exec(styles)?.[1]).toBe('宋体');
    const heads =
      /<w:r><w:rPr><w:rFonts[^>]*w:eastAsia="([^"]+)"[^>]*\/><\/w:rPr><w:t[^>]*>(一、发现的问题|（一）执法记录不完整。)</g;
    const faces = [...(parts['word/document.xml'] ?? '').matchAll(heads)].map(([, face]) => face);
    expect(faces).toEqual(['黑体', '楷体_GB2312']);
  });
});

describe('a Word file', () => {
  it('has numbers on odd and even pages, and none on the first page of a letter', async () => {
    const parts = await partsOf(letter);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    expect(parts['word/document.xml']).toContain('<w:titlePg/>');
    const feet = Object.keys(parts).filter((name) => /^word\/footer\d+\.xml$/.test(name));
    const sides = feet.map((name) => /<w:jc w:val="(\w+)"/.exec(parts[name] ?? '')?.[1] ?? 'none');
    expect(sides.toSorted()).toEqual(['left', 'none', 'right']);
    expect(await bodyOf(file)).not.toContain('<w:titlePg/>');
  });

  it('keeps the last text, the attachments and the signature on one page', async () => {
    const xml = await bodyOf({ ...letter, enclosures: [], copies: [], note: null });
    const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([each]) => each);
    const date = paragraphs.findIndex((each) => each.includes('2026年11月22日'));
    const from = paragraphs.findIndex((each) => each.includes('于收到本通知书之日起'));
    const kept = paragraphs.slice(from, date).filter((each) => each.includes('<w:keepNext/>'));
    expect(kept.length).toBe(date - from);
  });

  it('leaves number and date open in a draft', async () => {
    const signature = { organs: ['安澜县司法局'], date: null, sealed: true };
    const text = paragraphsOf(await bodyOf({ ...letter, number: null, signature })).join('\n');
    expect(text).toContain('〔    〕  号');
    expect(text).toContain('    年  月  日');
  });

  it('sets several organs side by side with room for each seal', async () => {
    const signature = { organs: ['县司法局', '县公安局', '县水利局'], date: '2026-11-22', sealed: true } as const;
    expect(paragraphsOf(await bodyOf({ ...letter, signature }))).toContain('\t县司法局\t县公安局\t县水利局');
  });

  it('sets an unsealed date two characters right of the organ', async () => {
    const signature = { organs: ['安澜县人民政府办公室'], date: '2026-11-22', sealed: false } as const;
    const xml = await bodyOf({ ...letter, signature });
    const left = (text: string): number => {
      const paragraph = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
        .map(([each]) => each)
        .filter((each) => each.includes(text));
      return Number(/<w:ind w:left="(\d+)"/.exec(paragraph[0] ?? '')?.[1]);
    };
    expect(Math.abs(left('2026年11月22日') - left('安澜县人民政府办公室') - 640)).toBeLessThan(2);
  });

  it('can hold signs that XML cannot, angle brackets and line ends', async () => {
    const text = paragraphsOf(await bodyOf({ ...letter, blocks: [plain('甲\u0001乙<丙>&丁\ud800戊')] })).join('\n');
    expect(text).toContain('甲乙<丙>&丁戊');
    const xml = await bodyOf({ ...letter, title: '关于检查的\n通知' });
    expect(xml).toMatch(/关于检查的<\/w:t><\/w:r><w:r>(<w:rPr>.*?<\/w:rPr>)?<w:br\/>/);
  });

  it('comes through the exchange and is saved as .docx', async () => {
    const saved: { purpose: string; name: string; bytes: Uint8Array }[] = [];
    const bench = {
      exchange: createExchange(),
      session: { today: () => '2026-11-22' },
      shell: {
        saveFile: async (request: { purpose: string; name: string; bytes: Uint8Array }) => {
          saved.push(request);
          return { ok: true, value: { name: request.name } };
        },
      },
    } as unknown as Workbench;
    const answer = await saveDocumentWord(bench, letter, '检查通知书');
    expect(answer).toEqual({ ok: true, value: '检查通知书20261122.docx' });
    expect(saved.map(({ purpose, bytes }) => [purpose, strFromU8(bytes.subarray(0, 2))])).toEqual([['document', 'PK']]);
  });
});
