/**
 * Builds the application and opens its window. Where no Electron runtime can be had, the browser edition of the same build
 * is served on this computer instead.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { isRoot, root, which } from './workplace.mjs';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** A window that ends with an error within this time, in milliseconds, is taken not to have opened. */
const openingTime = 5000;

/** Exit code of a program that keeps off newer data: it has said so itself. */
const refusedExit = 78;

/** @param {string} address */
function openBrowser(address) {
  /** @type {Record<string, [string, string[]]>} */
  const openers = { win32: ['cmd', ['/c', 'start', '', address]], darwin: ['open', [address]] };
  const [command, args] = openers[process.platform] ?? ['xdg-open', [address]];
  if (process.platform === 'linux' && which(command) === null) return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

/** @param {string} reason why there is no window, one sentence */
async function serveBrowserEdition(reason) {
  const { editionPort: port, servePage } = await import('./serve.mjs');
  console.log(reason);
  const address = `http://127.0.0.1:${port}/`;
  try {
    await servePage({ folder: join(root, 'dist/page'), port });
    console.log(`浏览器版：${address}（按 Ctrl+C 结束）`);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    console.log(`端口 ${port} 已被占用，可能浏览器版已经开着：${address}`);
  }
  if (hasScreen) openBrowser(address);
  return 0;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, opened: boolean }>}
 */
function openWindow(program, args) {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
    child.once('error', () => done({ code: 127, opened: false }));
    child.once('exit', (code) => {
      const failed = code !== 0 && code !== refusedExit && performance.now() - began < openingTime;
      done({ code: code ?? 1, opened: !failed });
    });
  });
}

/** @returns {Promise<string | { program: string, args: readonly string[] }>} what to start, or why there is nothing to start */
async function findWindow() {
  if (!hasScreen) return '没有图形界面，改用浏览器版。';
  if (process.platform === 'linux' && isRoot) return '桌面版不能由 root 运行（浏览器内核的沙箱不允许），改用浏览器版。';
  const { findRuntime, startsFolders } = await import('./equipment.mjs');
  const runtime = await findRuntime();
  if (runtime === null) return '没有取得 Electron 运行程序（不能从它的发布服务器下载），改用浏览器版。';
  if (startsFolders(runtime)) return { program: runtime.program, args: [root] };
  // A runtime without its default application starts only what is packaged with it.
  const { packageFolder } = await import('./package.mjs');
  const output = join(root, 'release/start');
  return { program: await packageFolder({ built: join(root, 'dist'), output, testBuild: false, runtime }), args: [] };
}

async function main() {
  if (!(await ensureInstalled())) return 1;
  const { buildAll } = await import('./build.mjs');
  console.log('正在构建……');
  await buildAll({ out: join(root, 'dist') });
  const found = await findWindow();
  if (typeof found === 'string') return serveBrowserEdition(found);
  const { code, opened } = await openWindow(found.program, found.args);
  return opened ? code : serveBrowserEdition('桌面窗口没有打开（上面是原因），改用浏览器版。');
}

process.chdir(root);
process.exitCode = await main();
