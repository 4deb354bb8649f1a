/** Finds, and where possible installs, what the tests need and Node packages do not bring: browser, screen, office, runtime. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bin, capture, executable, isRoot, root, run, runNode, which } from './workplace.mjs';

/** @returns {string | null} Chromium of the system; null where Playwright's own is to be used */
export function chromiumPath() {
  const named = process.env.SUPERVISION_DESK_CHROMIUM;
  if (named) return named;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(executable) ?? null;
}

/** @returns {Promise<boolean>} whether Playwright has a Chromium of its own */
async function hasOwnChromium() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

/** Debian packages of a test machine, each with what shows that it is there. */
const debianPackages = [
  { name: 'chromium', there: () => chromiumPath() !== null },
  { name: 'xvfb', there: () => which('Xvfb') !== null },
  { name: 'xauth', there: () => which('xauth') !== null },
  { name: 'fonts-noto-cjk', there: () => (capture('fc-list', [':lang=zh', 'family']) ?? '') !== '' },
  { name: 'poppler-utils', there: () => which('pdftotext') !== null },
  { name: 'procps', there: () => which('ps') !== null },
  { name: 'libreoffice-writer-nogui', there: () => which('soffice') !== null || which('libreoffice') !== null },
];

/**
 * Installs the Debian packages that are missing, as root on a Debian system; elsewhere it changes nothing.
 *
 * @returns {Promise<void>}
 */
export async function installDebianPackages() {
  const missing = debianPackages.filter((each) => !each.there()).map((each) => each.name);
  if (missing.length === 0 || !isRoot || which('apt-get') === null) return;
  console.log(`安装测试所需的系统软件包：${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env });
}

/**
 * Makes sure there is a Chromium for the tests.
 *
 * @returns {Promise<boolean>} false where none can be had
 */
export async function ensureChromium() {
  await installDebianPackages();
  if (chromiumPath() !== null || (await hasOwnChromium())) return true;
  await runNode(bin.playwright, ['install', 'chromium']);
  return hasOwnChromium();
}

/**
 * An Electron runtime in a folder.
 *
 * @typedef {{ folder: string, version: string, program: string }} Runtime
 */

const programNames = { linux: 'electron', win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/**
 * @param {string} folder
 * @returns {Runtime | null} null where the folder holds no runtime
 */
export function runtimeIn(folder) {
  const name = programNames[/** @type {keyof typeof programNames} */ (process.platform)] ?? 'electron';
  const program = join(folder, name);
  const versionFile = join(folder, 'version');
  if (!existsSync(program) || !existsSync(versionFile)) return null;
  return { folder, program, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') };
}

/** Whether a runtime can start a folder by itself: for that it needs its default application. */
export function startsFolders(/** @type {Runtime} */ runtime) {
  const archive = join(dirname(runtime.program), 'resources/default_app.asar');
  return existsSync(archive) && statSync(archive).size > 1024;
}

/** Takes the pinned Electron's runtime, which its package downloads at first use. */
async function downloadedRuntime() {
  const folder = join(root, 'node_modules/electron/dist');
  const there = runtimeIn(folder);
  if (there !== null) return there;
  // Its own installer says at length why it failed; one sentence from the caller is enough.
  await runNode(join(root, 'node_modules/electron/install.js'), [], { stdio: 'ignore', timeout: 300_000 });
  return runtimeIn(folder);
}

/**
 * Finds an Electron runtime: the one that ELECTRON_OVERRIDE_DIST_PATH names, the pinned one, or the one of a tool beside
 * the project.
 *
 * @param {{ tools?: boolean }} [options] tools: also ask the tool beside the project, for tests
 * @returns {Promise<Runtime | null>}
 */
export async function findRuntime({ tools = false } = {}) {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return runtimeIn(resolve(named));
  const pinned = runtimeIn(join(root, 'node_modules/electron/dist'));
  if (pinned !== null) return pinned;
  const tool = resolve(root, '../shared/tools/electron-runtime');
  if (tools && process.platform === 'linux' && executable(tool)) {
    const folder = capture(tool, []);
    const found = folder === null ? null : runtimeIn(folder);
    if (found !== null) return found;
  }
  return downloadedRuntime();
}
