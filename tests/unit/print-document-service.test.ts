import { describe, expect, it } from 'vitest';
import {
  printDocument,
  saveDocumentPdf,
  saveDocumentsPdf,
  unprintableIn,
  type PrintedDocument,
} from '@/services/print-document';
import type { Workbench } from '@/services/workbench';
import { documentPaper } from '@/ui/print/document';
import { letter } from '../e2e/document-samples';

interface Asked {
  readonly verb: string;
  readonly request: {
    readonly html?: string;
    readonly name?: string;
    readonly pages?: readonly unknown[];
    readonly files?: readonly { name: string }[];
  };
}

/** A shell that does as it is asked and writes down what that was. */
function benchWith(answers: Record<string, unknown> = {}): { bench: Workbench; asked: Asked[] } {
  const asked: Asked[] = [];
  const made: Record<string, (request: Asked['request']) => unknown> = {
    print: () => ({ printed: true }),
    renderPdf: () => ({ bytes: new Uint8Array([1]) }),
    renderPdfs: ({ pages = [] }) => ({ files: pages.map(() => ({ bytes: new Uint8Array([1]) })) }),
    saveFile: ({ name }) => ({ name }),
    saveFiles: ({ files = [] }) => ({ folder: '文书', count: files.length }),
  };
  const shell = new Proxy(
    {},
    {
      get: (_, verb: string) => (request: Asked['request']) => {
        asked.push({ verb, request });
        return Promise.resolve(answers[verb] ?? { ok: true, value: made[verb]?.(request) });
      },
    },
  );
  return { bench: { shell, session: { today: () => '2026-11-22' } } as unknown as Workbench, asked };
}

const documents = (count: number): PrintedDocument[] =>
  Array.from({ length: count }, (_, at) => ({
    model: letter({ number: `安司执监检〔2026〕${at + 1}号` }),
    name: `检查通知书-${at + 1}`,
  }));

const rare = letter({ addressees: ['\u{2CEB3}\u{30EDE}山县水务局'] });
const work = { progress: () => undefined, cancelled: () => false };

describe('printing documents', () => {
  it('hands every sheet to the printer and tells whether it was printed', async () => {
    const { bench, asked } = benchWith();
    const [document] = documents(1);
    if (!document) throw new Error('no document');
    expect(await printDocument(bench, document, documentPaper)).toEqual({ ok: true, value: true });
    expect(asked[0]?.request.html).toContain('class="sheet"');
    expect(await saveDocumentPdf(bench, document, documentPaper)).toEqual({
      ok: true,
      value: '检查通知书-120261122.pdf',
    });
  });

  it('stops before printing at a character that no font has, and names it and its place', async () => {
    expect(unprintableIn(letter())).toBeNull();
    expect(unprintableIn(letter({ addressees: ['镕喆堃䶮水务局'] }))).toBeNull();
    const { bench, asked } = benchWith();
    const refused = await printDocument(bench, { model: rare, name: '通知' }, documentPaper);
    expect(refused).toMatchObject({ ok: false, error: expect.stringMatching(/没有打印：主送机关里的.+U\+2CEB3/) });
    const batch = { documents: [...documents(2), { model: rare, name: '第三份' }], paper: documentPaper, name: '通知' };
    for (const files of ['one', 'each'] as const) {
      const stopped = await saveDocumentsPdf(bench, { ...batch, files }, work);
      expect(stopped).toMatchObject({ ok: false, error: expect.stringContaining('“第三份”没有打印') });
    }
    expect(asked).toEqual([]);
  });

  it('puts many documents into one file, in order', async () => {
    const { bench, asked } = benchWith();
    const steps: number[] = [];
    const saved = await saveDocumentsPdf(
      bench,
      { documents: documents(3), paper: documentPaper, files: 'one', name: '检查通知书' },
      { progress: (done) => steps.push(done), cancelled: () => false },
    );
    expect(saved).toEqual({ ok: true, value: { kind: 'file', name: '检查通知书20261122.pdf' } });
    const html = asked[0]?.request.html ?? '';
    expect(html.indexOf('〕2026〔') < 0 && html.split('class="sheet"').length - 1).toBe(6);
    expect(steps.at(-1)).toBe(3);
  });

  it('makes a file for each, tells how far it is, and saves them together at the end', async () => {
    const { bench, asked } = benchWith();
    const steps: number[] = [];
    const saved = await saveDocumentsPdf(
      bench,
      { documents: documents(23), paper: documentPaper, files: 'each', name: '' },
      { progress: (done) => steps.push(done), cancelled: () => false },
    );
    expect(saved).toEqual({ ok: true, value: { kind: 'folder', folder: '文书', count: 23 } });
    expect(steps).toEqual([0, 10, 20, 23]);
    expect(asked.map(({ verb }) => verb)).toEqual(['renderPdfs', 'renderPdfs', 'renderPdfs', 'saveFiles']);
    expect(asked.at(-1)?.request.files?.[22]?.name).toBe('检查通知书-2320261122.pdf');
  });

  it('saves nothing when it is cancelled', async () => {
    for (const files of ['one', 'each'] as const) {
      const { bench, asked } = benchWith();
      let left = 12;
      const batch = { documents: documents(15), paper: documentPaper, files, name: '通知' };
      const outcome = await saveDocumentsPdf(bench, batch, {
        progress: () => undefined,
        cancelled: () => (left -= 1) < 0,
      });
      expect(outcome).toEqual({ ok: true, value: { kind: 'cancelled' } });
      expect(asked.some(({ verb }) => verb.startsWith('save'))).toBe(false);
    }
  });

  it('passes on why the shell could not', async () => {
    const error = { ok: false, error: { code: 'unsupported', message: '浏览器版不能直接生成 PDF。' } };
    const { bench } = benchWith({ renderPdf: error, renderPdfs: error });
    const batch = { documents: documents(2), paper: documentPaper, name: '通知' };
    for (const files of ['one', 'each'] as const) {
      expect(await saveDocumentsPdf(bench, { ...batch, files }, work)).toEqual({
        ok: false,
        error: error.error.message,
      });
    }
  });
});
