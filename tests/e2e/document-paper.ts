import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { DocumentModel } from '../../src/domain/document';
import type { DesktopBridge } from '../../src/shell/contract';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** Makes whole pages of documents, as the application does. */
export type PageMaker = (models: readonly DocumentModel[]) => string;

/** The application's own composer, built for this computer's Node. */
export async function loadPageMaker(): Promise<PageMaker> {
  const folder = await mkdtemp(join(tmpdir(), 'document-paper-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      resolve: { alias: { '@': join(root, 'src'), '#resources': join(root, 'resources') } },
      ssr: { noExternal: true },
      build: {
        ssr: join(root, 'src/ui/print/document/index.ts'),
        outDir: folder,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'paper.mjs', codeSplitting: false } },
      },
    });
    const made = (await import(pathToFileURL(join(folder, 'paper.mjs')).href)) as { documentPage: PageMaker };
    return made.documentPage;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function desktopPdf(page: Page, html: string): Promise<Uint8Array> {
  const bytes = await page.evaluate(async (text) => {
    const { desktop } = globalThis as unknown as { desktop: DesktopBridge };
    const answer = await desktop.invoke('renderPdf', { html: text, title: '公文', paper: 'A4', landscape: false });
    if (!answer.ok) throw new Error(answer.error.message);
    return [...answer.value.bytes];
  }, html);
  return Uint8Array.from(bytes);
}

/** What 另存为PDF in the browser's print dialog makes. */
async function browserPdf(page: Page, html: string): Promise<Uint8Array> {
  const paper = await page.context().newPage();
  await paper.goto(new URL('/document.css', page.url()).href);
  await paper.setContent(html, { waitUntil: 'load' });
  await paper.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
  const bytes = await paper.pdf({ preferCSSPageSize: true, printBackground: true });
  await paper.close();
  return bytes;
}

/** Makes a PDF of a page in the shell of the test, and writes it to a path. */
export async function makePdf(page: Page, shell: 'browser' | 'desktop', html: string, path: string): Promise<void> {
  await writeFile(path, shell === 'desktop' ? await desktopPdf(page, html) : await browserPdf(page, html));
}
