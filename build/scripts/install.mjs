/** What the two commands of this project begin with: the right Node, and the packages of the lock file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, runNode } from './workplace.mjs';

const oldest = { major: 20, minor: 19 };

/** @returns {boolean} whether this Node is new enough; says so where it is not */
function nodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > oldest.major || (major === oldest.major && minor >= oldest.minor);
  if (!enough)
    console.error(`需要 Node ${oldest.major}.${oldest.minor} 或更新的版本，现在是 ${process.versions.node}。`);
  return enough;
}

/**
 * Installs the packages of the lock file where they are missing.
 *
 * @returns {Promise<boolean>} false where that failed; the reason has been printed
 */
export async function ensureInstalled() {
  if (!nodeIsNewEnough()) return false;
  if (existsSync(join(root, 'node_modules/.package-lock.json'))) return true;
  console.log('首次运行：安装依赖（npm ci）……');
  const npm = process.env.npm_execpath;
  const code =
    npm === undefined ? await run('npm', ['ci'], { shell: process.platform === 'win32' }) : await runNode(npm, ['ci']);
  if (code !== 0) console.error('依赖没有安装成功，请检查网络或 npm 源后再试。');
  return code === 0;
}
