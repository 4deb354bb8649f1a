/**
 * End-to-end tests: builds into a folder of its own, packages the desktop application, opens a screen where there is none,
 * and runs Playwright.
 *
 *   node build/scripts/e2e.mjs [--project browser|desktop] [--no-build] [name of a spec] [-g title]
 *
 * SUPERVISION_DESK_WORK names a folder that stays, so that --no-build can use the build again.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mjs';
import { chromiumPath, ensureChromium, findRuntime } from './equipment.mjs';
import { packageFolder } from './package.mjs';
import { bin, isRoot, root, runNode, which } from './workplace.mjs';

/**
 * Opens a screen that nobody sees. Access control is off, since the application runs as another user than the tests.
 *
 * @returns {Promise<{ display: string, close: () => void } | null>} null where Xvfb cannot be started
 */
function openScreen() {
  return new Promise((done) => {
    const options = ['-displayfd', '3', '-ac', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'];
    const screen = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    screen.once('error', () => done(null));
    screen.once('exit', () => done(null));
    const pipe = screen.stdio[3];
    if (pipe === null || pipe === undefined) return;
    pipe.once('data', (/** @type {Buffer} */ number) => {
      done({ display: `:${number.toString().trim()}`, close: () => screen.kill() });
    });
  });
}

/**
 * @param {string} work
 * @param {boolean} fresh whether to build, or to use what is there
 * @returns {Promise<Record<string, string>>} environment that tells the tests where the desktop application is, or why not
 */
async function prepareDesktop(work, fresh) {
  const none = (/** @type {string} */ reason) => ({ SUPERVISION_DESK_NO_DESKTOP: reason });
  if (process.platform === 'linux' && !process.env.DISPLAY && which('Xvfb') === null) {
    return none('没有屏幕，也没有 Xvfb，桌面版测试跳过');
  }
  if (isRoot && which('setpriv') === null) return none('缺少 setpriv，root 下不能启动桌面版，桌面版测试跳过');
  const runtime = await findRuntime({ tools: true });
  if (runtime === null) return none('没有取得 Electron 运行程序（不能从发布服务器下载），桌面版测试跳过');
  const output = join(work, 'packaged');
  const common = { SUPERVISION_DESK_RUNTIME: runtime.folder };
  const program = join(output, 'linux-unpacked/supervision-desk');
  if (!fresh && existsSync(program)) return { ...common, SUPERVISION_DESK_APP: program };
  const app = await packageFolder({ built: join(work, 'dist'), output, testBuild: true, runtime });
  return { ...common, SUPERVISION_DESK_APP: app };
}

/**
 * Prepares and runs the tests.
 *
 * @param {object} options
 * @param {readonly string[]} options.projects browser, desktop or both
 * @param {readonly string[]} [options.args] further arguments of Playwright
 * @param {boolean} [options.fresh] false uses the build that is there
 * @param {Record<string, string>} [options.env]
 * @returns {Promise<number>} exit code
 */
export async function runEndToEnd({ projects, args = [], fresh = true, env = {} }) {
  if (!(await ensureChromium())) {
    console.error('没有 Chromium，也不能安装；端到端测试不能运行。');
    return 1;
  }
  const named = process.env.SUPERVISION_DESK_WORK;
  const work = named ? resolve(named) : mkdtempSync(join(tmpdir(), 'supervision-desk-e2e-'));
  mkdirSync(work, { recursive: true });
  chmodSync(work, 0o755);
  // As root the application runs as another user and must be able to read what is built here.
  process.umask(0o022);
  /** @type {Awaited<ReturnType<typeof openScreen>>} */
  let screen = null;
  try {
    process.env.SUPERVISION_DESK_TEST_BUILD = '1';
    if (fresh) await buildAll({ out: join(work, 'dist') });
    const desktop = projects.includes('desktop') ? await prepareDesktop(work, fresh) : {};
    if ('SUPERVISION_DESK_NO_DESKTOP' in desktop) console.warn(desktop.SUPERVISION_DESK_NO_DESKTOP);
    if ('SUPERVISION_DESK_APP' in desktop && !process.env.DISPLAY) screen = await openScreen();
    const chromium = chromiumPath();
    return await runNode(
      bin.playwright,
      ['test', '--config', 'tests/e2e/playwright.config.ts', ...projects.map((each) => `--project=${each}`), ...args],
      {
        env: {
          ...process.env,
          ...(chromium === null ? {} : { SUPERVISION_DESK_CHROMIUM: chromium }),
          ...(screen === null ? {} : { DISPLAY: screen.display }),
          SUPERVISION_DESK_PAGE: join(work, 'dist/page'),
          ...(named ? { SUPERVISION_DESK_RESULTS: join(work, 'results') } : {}),
          ...desktop,
          ...env,
        },
      },
    );
  } finally {
    screen?.close();
    if (!named) rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: 'string', multiple: true },
      'no-build': { type: 'boolean' },
      grep: { type: 'string', short: 'g' },
    },
  });
  process.chdir(root);
  const code = await runEndToEnd({
    projects: values.project ?? ['browser', 'desktop'],
    fresh: values['no-build'] !== true,
    args: [...positionals, ...(values.grep === undefined ? [] : ['--grep', values.grep])],
  });
  // The packager would end this process with 0 whatever the outcome.
  process.exit(code);
}
