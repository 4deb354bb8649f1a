import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Takes what the browser edition hands to the print dialog, and makes the PDF that 另存为PDF would make. */
export async function printedByBrowser(page: Page, path: string, print: () => Promise<void>): Promise<void> {
  await page.context().addInitScript(() => {
    window.print = () => {
      window.name = 'printed';
      (window.top as Window & { printedPage?: string }).printedPage = document.documentElement.outerHTML;
    };
  });
  await print();
  const printed = () => (window as Window & { printedPage?: string }).printedPage;
  await expect.poll(() => page.evaluate(printed)).toBeDefined();
  const html = (await page.evaluate(printed)) ?? '';
  const paper = await page.context().newPage();
  await paper.goto(new URL('/print.css', page.url()).href);
  await paper.setContent(`<!doctype html>${html}`, { waitUntil: 'load' });
  await writeFile(path, await paper.pdf({ preferCSSPageSize: true, printBackground: true }));
  await paper.close();
}
