import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DesktopBridge, ShellRequest } from '../../src/shell/contract';
import { expect, test } from './fixtures';
import { openFolder, removeFolder } from './place';

type Job = ShellRequest<'renderPdf'>;
type Rendered = { ok: true; bytes: number[] } | { ok: false; code: string; message: string };

/** Asks for the PDF of a page as the application does. */
async function render(page: Page, job: Job): Promise<Rendered> {
  return page.evaluate(async (request) => {
    const { desktop } = globalThis as unknown as { desktop: DesktopBridge };
    const answer = await desktop.invoke('renderPdf', request);
    return answer.ok
      ? { ok: true as const, bytes: [...answer.value.bytes] }
      : { ok: false as const, code: answer.error.code, message: answer.error.message };
  }, job);
}

interface ReadPdf {
  readonly size: string;
  readonly pages: number;
  readonly text: string;
  /** One line a font, as pdffonts tells it. */
  readonly fonts: readonly string[];
}

/** Size, number of pages, text and fonts of a PDF. */
async function readPdf(bytes: readonly number[]): Promise<ReadPdf> {
  const folder = await openFolder();
  const file = join(folder, 'x.pdf');
  await writeFile(file, Uint8Array.from(bytes));
  const facts = spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout;
  const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
  const fonts = spawnSync('pdffonts', [file], { encoding: 'utf8' }).stdout;
  await removeFolder(folder);
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(facts);
  return {
    size: `${Math.round(Number(size?.[1]))}x${Math.round(Number(size?.[2]))}`,
    pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]),
    text,
    fonts: fonts.trim().split('\n').slice(2),
  };
}

const list = (classes: string, rows: number): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>名册</title>
  <link rel="stylesheet" href="/print.css"></head><body class="${classes}"><table class="list">
  <thead><tr><th>姓名</th></tr></thead><tbody>${'<tr><td>欧阳镕喆</td></tr>'.repeat(rows)}</tbody></table></body></html>`;

test('a list becomes a PDF on the paper its page names, with headings and page numbers on each page', async ({
  page,
}) => {
  const wide = await render(page, {
    html: list('paper-a4 landscape', 90),
    title: '名册',
    paper: 'A4',
    landscape: true,
  });
  if (!wide.ok) throw new Error(wide.message);
  const pdf = await readPdf(wide.bytes);
  expect(pdf.size).toBe('842x595');
  expect(pdf.pages).toBeGreaterThan(2);
  expect(pdf.text.match(/姓名/g)).toHaveLength(pdf.pages);
  expect(pdf.text.match(/欧阳镕喆/g)).toHaveLength(90);
  expect(pdf.text.replace(/\s/g, '')).toContain(`第2页`);
  const large = await render(page, {
    html: list('paper-a3 portrait', 1),
    title: '名册',
    paper: 'A3',
    landscape: false,
  });
  if (!large.ok) throw new Error(large.message);
  expect((await readPdf(large.bytes)).size).toBe('842x1191');
});

test('a certificate carries no page number', async ({ page }) => {
  const html = list('paper-a4 portrait unnumbered', 1);
  const made = await render(page, { html, title: '证书', paper: 'A4', landscape: false });
  if (!made.ok) throw new Error(made.message);
  const pdf = await readPdf(made.bytes);
  expect(pdf).toMatchObject({ size: '595x842', pages: 1 });
  expect(pdf.text).not.toContain('第');
});

test('a page to print runs no script, reaches nothing outside, and says when a picture is missing', async ({
  page,
  desk,
}) => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = `<!doctype html><title>x</title><body><p id="p">before</p>
    <script>document.getElementById('p').textContent = 'script ran'; fetch('${outside}/script')</script>
    <link rel="stylesheet" href="${outside}/style"></body>`;
  const made = await render(page, { html, title: 'x', paper: 'A4', landscape: false });
  if (!made.ok) throw new Error(made.message);
  expect((await readPdf(made.bytes)).text).toContain('before');
  const broken = await render(page, {
    html: `<img src="${outside}/image">`,
    title: 'x',
    paper: 'A4',
    landscape: false,
  });
  expect(broken).toMatchObject({ ok: false, code: 'failed' });
  expect(requests).toEqual([]);
  expect(desk.app?.windows()).toHaveLength(1);
  await new Promise((done) => server.close(done));
});

const official = (text: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知书</title>
  <link rel="stylesheet" href="/fonts.css"></head><body class="unnumbered"><h1 class="font-title">通知书</h1>
  <p class="font-fangsong">${text}</p></body></html>`;

test('an official document is printed with the shipped fonts, also its rare characters, or not at all', async ({
  page,
  desk,
}) => {
  const job = { html: official('欧阳镕喆张䶮'), title: '通知书', paper: 'A4', landscape: false } as const;
  const made = await render(page, job);
  if (!made.ok) throw new Error(made.message);
  const pdf = await readPdf(made.bytes);
  expect(pdf.text).toContain('欧阳镕喆张䶮');
  expect(pdf.fonts).toEqual(expect.arrayContaining([expect.stringMatching(/CID TrueType/)]));
  expect(pdf.fonts.join('\n')).toMatch(/FandolSong-Bold[^]*FandolFang|FandolFang[^]*FandolSong-Bold/);
  expect(pdf.fonts.join('\n')).toContain('NotoSerifCJK');
  expect(pdf.fonts.join('\n')).not.toContain('Type 3');

  // A file that is no font stands in the place of one.
  await desk.app?.evaluate(({ session }) =>
    session.fromPartition('print').webRequest.onBeforeRequest((details, answer) => {
      answer(details.url.endsWith('/fandol-fang.woff2') ? { redirectURL: 'app://bureau/fonts/OFL.txt' } : {});
    }),
  );
  const broken = await render(page, job);
  expect(broken).toMatchObject({ ok: false, code: 'failed' });
  expect(broken.ok ? '' : broken.message).toContain('字体');
  const title = await render(page, { ...job, html: official('') });
  expect(title.ok).toBe(true);
});
