import { BrowserWindow } from 'electron';
import type { PrintToPDFOptions, Session, WebContents } from 'electron';
import type { ShellAnswer, ShellRequest } from '../../src/shell/contract';
import { notLoaded, pageLoaded } from '../../src/shell/page-loaded';
import { failed } from './failures';
import type { Failed } from './failures';
import { addJob } from './print-jobs';
import type { PrintJobs } from './print-jobs';
import { assertWebPreferences, windowPreferences } from './web-preferences';

/** A page to print, as the contract has it. */
export type PrintRequest = ShellRequest<'renderPdf'>;

/** Chromium that first prints page numbers by margin boxes of @page. */
const marginBoxesSince = 131;

/** How long fonts and pictures may take to load, in milliseconds. */
const loadingPatience = 15_000;

const footer = `<div style="width:100%;font-size:9px;text-align:center;font-family:'SimSun','Noto Serif CJK SC',serif">第 <span class="pageNumber"></span> 页，共 <span class="totalPages"></span> 页</div>`;

/**
 * How a page becomes a PDF: paper and margins come from its own style sheet.
 *
 * @param numbered whether the page wants page numbers
 * @param chromium main version of Chromium; older ones number the pages by a footer instead of margin boxes
 */
export function pdfOptions(request: PrintRequest, numbered: boolean, chromium: number): PrintToPDFOptions {
  const footers: PrintToPDFOptions =
    chromium >= marginBoxesSince || !numbered
      ? {}
      : { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer };
  return {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    landscape: request.landscape,
    pageSize: request.paper,
    ...footers,
  };
}

/** Run in the print window: resolves to whether all fonts and pictures of the page are there. */
const loadedCheck = `(${pageLoaded.toString()})(document)`;

/** Run in the print window: certificates and cards carry no page numbers. */
const numberedCheck = `!document.body.classList.contains('unnumbered')`;

async function isLoaded(contents: WebContents): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), loadingPatience);
  });
  try {
    return await Promise.race([contents.executeJavaScript(loadedCheck) as Promise<boolean>, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Where and with what print windows work. */
export interface Press {
  readonly session: Session;
  readonly jobs: PrintJobs;
}

/**
 * Loads a page into a window of its own that nobody sees, and hands it over when its fonts are there. A new window each
 * time: in one that was hidden and shown again fonts may never load.
 */
async function withPrintWindow<T>(
  press: Press,
  request: PrintRequest,
  work: (contents: WebContents) => Promise<T>,
): Promise<T | Failed> {
  const { id, address } = addJob(press.jobs, request.html);
  const webPreferences = assertWebPreferences(windowPreferences(null, false));
  const window = new BrowserWindow({
    show: false,
    title: request.title,
    webPreferences: { ...webPreferences, session: press.session },
  });
  try {
    await window.loadURL(address);
    if (!(await isLoaded(window.webContents))) {
      return failed('failed', notLoaded);
    }
    return await work(window.webContents);
  } finally {
    press.jobs.delete(id);
    window.destroy();
  }
}

async function pdfOf(contents: WebContents, request: PrintRequest): Promise<Uint8Array> {
  const numbered = (await contents.executeJavaScript(numberedCheck)) as boolean;
  const chromium = Number.parseInt(process.versions.chrome, 10);
  return new Uint8Array(await contents.printToPDF(pdfOptions(request, numbered, chromium)));
}

/** Makes a PDF of a page. */
export async function renderPdf(press: Press, request: PrintRequest): Promise<ShellAnswer<'renderPdf'>> {
  return withPrintWindow<ShellAnswer<'renderPdf'>>(press, request, async (contents) => ({
    ok: true,
    value: { bytes: await pdfOf(contents, request) },
  }));
}

/** Run in the print window: puts the next page in place of the last; style sheets and fonts stay as they are loaded. */
function exchangeOf(html: string): string {
  return `(() => {
    const next = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
    document.title = next.title;
    document.body.replaceWith(document.adoptNode(next.body));
  })()`;
}

/** Makes a PDF of each page of a job, in one window: loading the fonts takes longer than printing a short page. */
export async function renderPdfs(press: Press, pages: readonly PrintRequest[]): Promise<ShellAnswer<'renderPdfs'>> {
  const [first, ...others] = pages;
  if (!first) return { ok: true, value: { files: [] } };
  return withPrintWindow<ShellAnswer<'renderPdfs'>>(press, first, async (contents) => {
    const files = [{ bytes: await pdfOf(contents, first) }];
    for (const page of others) {
      await contents.executeJavaScript(exchangeOf(page.html));
      if (!(await isLoaded(contents))) return failed('failed', notLoaded);
      files.push({ bytes: await pdfOf(contents, page) });
    }
    return { ok: true, value: { files } };
  });
}

/** Reads why the system did not print: the person closed the dialog, or something is wrong. */
export function printOutcome(success: boolean, reason: string): ShellAnswer<'print'> {
  if (success) return { ok: true, value: { printed: true } };
  if (/cancel/i.test(reason)) return { ok: true, value: { printed: false } };
  return failed('failed', '没有打印成功，请检查打印机是否已连接；也可以先导出 PDF 再打印。');
}

/** Opens the system's print dialog for a page. Never prints without it. */
export async function print(press: Press, request: PrintRequest): Promise<ShellAnswer<'print'>> {
  return withPrintWindow<ShellAnswer<'print'>>(
    press,
    request,
    (contents) =>
      new Promise((resolve) => {
        const options = {
          silent: false,
          printBackground: true,
          landscape: request.landscape,
          pageSize: request.paper,
        } as const;
        contents.print(options, (success, reason) => resolve(printOutcome(success, reason)));
      }),
  );
}
