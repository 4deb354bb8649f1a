/** Draws the application's icon, build/icons/icon.svg, as the pictures that packages need. Needs Chromium. */
import { chromium } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRoot, root } from './workplace.mjs';
import { chromiumPath } from './equipment.mjs';

const folder = join(root, 'build/icons');
const sizes = [16, 32, 48, 64, 128, 256, 512];

const executablePath = chromiumPath();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), chromiumSandbox: !isRoot });
const page = await browser.newPage();
const svg = (await readFile(join(folder, 'icon.svg'), 'utf8')).replace(/ width="\d+" height="\d+"/, '');
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(folder, `${size}x${size}.png`), omitBackground: true });
}
await browser.close();
