/**
 * Measures speed in Chromium on generated data. Every figure stands beside a baseline from the same run.
 *
 *   npm run bench [-- --json]
 */
import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { buildAll } from './build.mjs';
import { measureCounty } from './bench-county.mjs';
import { measureDocuments } from './bench-documents.mjs';
import { chromiumPath, ensureChromium } from './equipment.mjs';
import { servePage } from './serve.mjs';
import { root } from './workplace.mjs';

/** @typedef {{ name: string, value: number, unit: string, baseline: number | null, ratio: number | null }} Figure */

/** @param {string} page folder of the built page, which the measuring page is added to */
async function buildBench(page) {
  const folder = join(root, 'tests/bench/page');
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: folder,
    base: '/bench/',
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: join(page, 'bench'),
      emptyOutDir: true,
      rolldownOptions: { input: [join(folder, 'index.html'), join(folder, 'empty.html')] },
    },
  });
}

/** @param {string} profile */
function launch(profile) {
  const executablePath = chromiumPath();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    headless: true,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
}

/**
 * Runs one measurement of the measuring page in a browser of its own.
 *
 * @param {{ profile: string, url: string, run: string }} task
 * @returns {Promise<Figure[]>}
 */
async function measure({ profile, url, run }) {
  const context = await launch(profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${url}bench/index.html`);
    await page.waitForFunction(() => 'bench' in window);
    return (await page.evaluate(async (name) => Reflect.get(Reflect.get(window, 'bench'), name)(), run)) ?? [];
  } finally {
    await context.close();
  }
}

/**
 * Time from asking for an address in a new browser to its first table row.
 *
 * @param {string} profile
 * @param {string} address
 */
async function coldStart(profile, address) {
  const context = await launch(profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const began = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('tbody tr').first().waitFor();
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * @param {string} profile filled with 100,000 officers
 * @param {string} url
 * @returns {Promise<Figure>}
 */
async function measureStart(profile, url) {
  const ours = [];
  const base = [];
  for (let round = 0; round < 5; round += 1) {
    base.push(await coldStart(profile, `${url}bench/empty.html`));
    ours.push(await coldStart(profile, `${url}#/register/enforcement-officer`));
  }
  const [value, baseline] = [Math.round(median(ours)), Math.round(median(base))];
  return {
    name: '冷启动到可用列表（100000 条；基准：空页）',
    value,
    unit: 'ms',
    baseline,
    ratio: Math.round((value / baseline) * 100) / 100,
  };
}

/**
 * @param {Figure} figure
 * @param {boolean} json
 */
function print(figure, json) {
  if (json) {
    console.log(JSON.stringify(figure));
    return;
  }
  const beside = figure.baseline === null ? '' : `　基准 ${figure.baseline}${figure.unit}　比值 ${figure.ratio}`;
  console.log(`${figure.name}：${figure.value}${figure.unit}${beside}`);
}

/**
 * @typedef {{ work: string, url: string }} Bench
 */

/** The register of 100,000 officers: reading, writing, importing, starting. */
async function measureRegister(/** @type {Bench} */ { work, url }) {
  const full = join(work, 'full');
  await measure({ profile: full, url, run: 'seed' });
  const figures = [];
  for (const task of [
    { profile: full, run: 'read' },
    { profile: join(work, 'commit'), run: 'commit' },
    { profile: join(work, 'import'), run: 'import' },
  ]) {
    figures.push(...(await measure({ ...task, url })));
  }
  return [...figures, await measureStart(full, url)];
}

/** What can be measured by itself: npm run bench -- --only county. */
const parts = {
  register: measureRegister,
  county: (/** @type {Bench} */ bench) => measureCounty({ launch, ...bench }),
  documents: (/** @type {Bench} */ bench) => measureDocuments({ launch, ...bench }),
};

async function main() {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
  if (!(await ensureChromium())) throw new Error('没有可用的 Chromium，无法测速');
  const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || name === values.only);
  if (chosen.length === 0) throw new Error(`没有这一部分：${values.only}；可以选${Object.keys(parts).join('、')}`);
  const work = mkdtempSync(join(tmpdir(), 'supervision-desk-bench-'));
  const page = join(work, 'dist/page');
  try {
    await buildAll({ out: join(work, 'dist'), only: 'page' });
    await buildBench(page);
    const server = await servePage({ folder: page });
    for (const [, part] of chosen) {
      for (const figure of await part({ work, url: server.url })) print(figure, values.json);
    }
    await server.close();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await main();
