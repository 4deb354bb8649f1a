/** Measures a batch of official documents on their way to PDF against plain pages of the same text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {'composed' | 'plain'} Kind */

const count = 200;
const piece = 10;

/**
 * Memory that the processes of a browser hold, in MB; null where the system does not tell.
 *
 * @param {string} profile folder of its profile, which its first process names
 */
function memoryOf(profile) {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((id) => {
        try {
          const status = readFileSync(`/proc/${id}/status`, 'utf8');
          const field = (/** @type {string} */ name) =>
            Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
          const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
          return [{ id: Number(id), parent: field('PPid'), kilobytes: field('VmRSS') || 0, command }];
        } catch {
          return [];
        }
      });
    const family = new Set(processes.filter(({ command }) => command.includes(profile)).map(({ id }) => id));
    for (let before = -1; before !== family.size;) {
      before = family.size;
      for (const { id, parent } of processes) if (family.has(parent)) family.add(id);
    }
    const sum = processes.reduce((all, { id, kilobytes }) => all + (family.has(id) ? kilobytes : 0), 0);
    return sum === 0 ? null : sum / 1024;
  } catch {
    return null;
  }
}

/**
 * Runs work and gives the most memory that the browser held meanwhile.
 *
 * @param {string} profile
 * @param {() => Promise<void>} work
 */
async function peakWhile(profile, work) {
  /** @type {number | null} */
  let peak = null;
  const look = () => {
    const now = memoryOf(profile);
    if (now !== null) peak = Math.max(peak ?? 0, now);
  };
  const timer = setInterval(look, 100);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  return peak;
}

/**
 * Puts a page of documents in place of the last one, as the desktop's print window does.
 *
 * @param {Page} paper
 * @param {string} html
 */
async function show(paper, html) {
  await paper.evaluate(async (text) => {
    const next = new DOMParser().parseFromString(text, 'text/html');
    document.body.replaceWith(document.adoptNode(next.body));
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  }, html);
}

/**
 * Makes the PDF and counts its pages.
 *
 * @param {Page} paper
 */
async function pdf(paper) {
  const bytes = await paper.pdf({ preferCSSPageSize: true, printBackground: true });
  return bytes.toString('latin1').split(/\/Type \/Page\b/).length - 1;
}

/**
 * @param {Page} bench
 * @param {Kind} kind
 * @param {number} from
 * @param {number} documents
 */
function htmlOf(bench, kind, from, documents) {
  return bench.evaluate(
    ([name, first, many]) => Reflect.get(window, 'benchDocuments')[name](first, many),
    /** @type {const} */ ([kind, from, documents]),
  );
}

/**
 * A browser with the composer and an empty paper that has the fonts loaded.
 *
 * @param {(profile: string) => Promise<BrowserContext>} launch
 * @param {string} profile
 * @param {string} url
 */
async function openPress(launch, profile, url) {
  const context = await launch(profile);
  const bench = context.pages()[0] ?? (await context.newPage());
  await bench.goto(`${url}bench/index.html`);
  await bench.waitForFunction(() => 'benchDocuments' in window);
  const paper = await context.newPage();
  await paper.goto(`${url}document.css`);
  await paper.setContent(await htmlOf(bench, 'composed', 1, 1), { waitUntil: 'load' });
  await show(paper, await htmlOf(bench, 'composed', 1, 1));
  await pdf(paper);
  return { context, bench, paper };
}

/**
 * @param {string} name
 * @param {string} unit
 * @param {number} value
 * @param {number} baseline
 */
function figure(name, unit, value, baseline) {
  const ratio = Math.round((value / baseline) * 100) / 100;
  return { name, unit, value: Math.round(value * 10) / 10, baseline: Math.round(baseline * 10) / 10, ratio };
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * One file a document, ours and plain in turn, so that both meet the same moments of the computer. Composing counts.
 *
 * @param {{ bench: Page, paper: Page }} press
 */
async function measureEach({ bench, paper }) {
  /** @type {Record<Kind, number[]>} */
  const spent = { composed: [], plain: [] };
  for (let at = 0; at < count; at += piece) {
    for (const kind of /** @type {const} */ (['plain', 'composed'])) {
      for (let serial = at; serial < at + piece; serial += 1) {
        const began = performance.now();
        await show(paper, await htmlOf(bench, kind, serial + 1, 1));
        const pages = await pdf(paper);
        spent[kind].push(performance.now() - began);
        if (pages !== 3) throw new Error(`测速中断：${kind} 有 ${pages} 页`);
      }
    }
  }
  return figure(
    '三页通知批量存为 PDF，每份一个文件（200 份，每份用时）',
    'ms',
    median(spent.composed),
    median(spent.plain),
  );
}

/**
 * Makes one file of all documents, again and again and in turn with the other kind; the best time of each counts.
 *
 * @param {{ launch: (profile: string) => Promise<BrowserContext>, work: string, url: string }} place
 */
async function measureTogether({ launch, work, url }) {
  /** @param {Kind} kind */
  const open = async (kind) => {
    const profile = join(work, `press-${kind}`);
    return { kind, profile, ...(await openPress(launch, profile, url)), best: Infinity, peak: 0 };
  };
  const presses = [await open('plain'), await open('composed')];
  try {
    for (let round = 0; round < 3; round += 1) {
      for (const press of presses) {
        const peak = await peakWhile(press.profile, async () => {
          const began = performance.now();
          await show(press.paper, await htmlOf(press.bench, press.kind, 1, count));
          const pages = await pdf(press.paper);
          press.best = Math.min(press.best, performance.now() - began);
          if (pages !== 3 * count) throw new Error(`测速中断：${press.kind} 有 ${pages} 页`);
        });
        press.peak = Math.max(press.peak, peak ?? 0);
        await show(press.paper, '');
      }
    }
  } finally {
    for (const { context } of presses) await context.close();
  }
  return presses;
}

/**
 * Time of each of 200 notices of three pages on their way to PDF, and the browser's memory, against plain HTML.
 *
 * @param {{ launch: (profile: string) => Promise<BrowserContext>, work: string, url: string }} place
 */
export async function measureDocuments({ launch, work, url }) {
  const press = await openPress(launch, join(work, 'press'), url);
  const each = await measureEach(press).finally(() => press.context.close());
  const [plain, ours] = await measureTogether({ launch, work, url });
  if (!plain || !ours) throw new Error('测速中断');
  const name = '三页通知批量存为 PDF，合成一个文件（200 份，每份用时）';
  const together = figure(name, 'ms', ours.best / count, plain.best / count);
  if (ours.peak === 0 || plain.peak === 0) return [each, together];
  return [each, together, figure('批量合成 PDF 时浏览器的内存峰值（200 份）', 'MB', ours.peak, plain.peak)];
}
