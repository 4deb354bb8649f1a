/** Measures the workbench and the page of a body over ten years of a county, from the click to the painted page. */
import { join } from 'node:path';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ name: string, value: number, unit: string, baseline: number | null, ratio: number | null }} Figure */

/** A page that asks the storage for nothing. */
const quietPage = '#/help';
const rounds = 5;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * @param {string} name
 * @param {number} value
 * @param {number | null} baseline
 * @returns {Figure}
 */
function figure(name, value, baseline) {
  const round = (/** @type {number} */ x) => Math.round(x * 10) / 10;
  const ratio = baseline === null ? null : Math.round((value / baseline) * 100) / 100;
  return { name, unit: 'ms', value: round(value), baseline: baseline === null ? null : round(baseline), ratio };
}

/** Words that stand on a page only while it waits for its data. */
const waiting = ['正在查看', '正在统计'];

/**
 * Goes to an address within the open application and waits until what it is about is painted.
 *
 * @param {Page} page
 * @param {string} hash
 * @param {string} selector of something that stands there only when the page has its data
 * @returns {Promise<number>} milliseconds
 */
function go(page, hash, selector) {
  return page.evaluate(
    ([address, wanted, words]) =>
      new Promise((resolve) => {
        const began = performance.now();
        const ready = () => {
          const shown = document.querySelector('main')?.textContent?.replaceAll(/\s/g, '') ?? '';
          return document.querySelector(wanted) !== null && !words.some((word) => shown.includes(word));
        };
        const look = () => {
          if (!ready()) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        };
        location.hash = address;
        look();
      }),
    /** @type {const} */ ([hash, selector, waiting]),
  );
}

/**
 * @param {Page} page
 * @param {string} name of a run over the county
 */
function run(page, name) {
  return page.evaluate((wanted) => Reflect.get(Reflect.get(window, 'benchCounty'), wanted)(), name);
}

/**
 * A started application that has not asked for any record yet.
 *
 * @param {{ launch: (profile: string) => Promise<BrowserContext>, profile: string, url: string }} place
 */
async function start({ launch, profile, url }) {
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${url}${quietPage}`);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return { context, page };
}

const homeReady = 'main .waiting';
const bodyReady = (/** @type {string} */ name) => `.record-page[aria-label="${name}"] .figures`;

/**
 * The first opening after each of several starts.
 *
 * @param {{ launch: (profile: string) => Promise<BrowserContext>, profile: string, url: string }} place
 * @param {string} hash
 * @param {string} selector
 */
async function afterStart(place, hash, selector) {
  const spent = [];
  for (let round = 0; round < rounds; round += 1) {
    const { context, page } = await start(place);
    spent.push(await go(page, hash, selector));
    await context.close();
  }
  return median(spent);
}

/**
 * @param {{ launch: (profile: string) => Promise<BrowserContext>, work: string, url: string }} place
 * @returns {Promise<Figure[]>}
 */
export async function measureCounty({ launch, work, url }) {
  const profile = join(work, 'county');
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${url}bench/index.html`);
  await page.waitForFunction(() => 'benchCounty' in window);
  await run(page, 'fill');
  const bodies = /** @type {{ id: string, name: string }[]} */ (await run(page, 'bodies'));
  const base = /** @type {{ body: number, home: number }} */ (await run(page, 'base'));
  await context.close();
  const place = { launch, profile, url };
  const home = await afterStart(place, '#/', homeReady);
  const [first] = bodies;
  if (!first) throw new Error('测速中断：没有单位');
  const cold = await afterStart(place, `#/body/${first.id}`, bodyReady(first.name));
  const { context: open, page: desk } = await start(place);
  const spent = [];
  for (const body of bodies.slice(0, 12)) {
    await go(desk, quietPage, 'main h1');
    spent.push(await go(desk, `#/body/${body.id}`, bodyReady(body.name)));
  }
  await go(desk, '#/', homeReady);
  const back = [];
  for (let round = 0; round < rounds; round += 1) {
    await go(desk, quietPage, 'main h1');
    back.push(await go(desk, '#/', homeReady));
  }
  await open.close();
  const again = await launch(profile);
  const bench = again.pages()[0] ?? (await again.newPage());
  await bench.goto(`${url}bench/index.html`);
  await bench.waitForFunction(() => 'benchCounty' in window);
  const daily = /** @type {Figure[]} */ (await run(bench, 'work'));
  await again.close();
  return [
    figure('工作台（十年数据：2万问题；启动后第一次打开到画面；基准：直接按索引读库）', home, base.home),
    figure('工作台（十年数据；其间没有写入，再次打开到画面）', median(back), base.home),
    figure('单位页（十年数据；启动后第一次打开到画面；基准：直接按索引读库）', cold, base.body),
    figure('单位页（十年数据；打开下一个单位到画面）', median(spent), base.body),
    ...daily,
  ];
}
