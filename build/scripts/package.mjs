/**
 * Builds and packages the application.
 *
 *   node build/scripts/package.mjs                                   for this computer
 *   node build/scripts/package.mjs --platform linux --arch arm64     deb, rpm and AppImage
 *   node build/scripts/package.mjs --platform win --arch x64         installer for Windows
 *   node build/scripts/package.mjs --target dir                      an unpacked folder
 *
 * ELECTRON_OVERRIDE_DIST_PATH names a runtime to use instead of a download, for this computer's own platform.
 */
import { Arch, build, Platform } from 'electron-builder';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { packaging } from '../electron-builder.config.mjs';
import { buildAll, testBuildAsked } from './build.mjs';
import { runtimeIn } from './equipment.mjs';
import { root } from './workplace.mjs';

const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC };

/**
 * Packages a build.
 *
 * @param {object} options
 * @param {string} options.built folder of the build
 * @param {string} options.output folder for the packages
 * @param {boolean} options.testBuild
 * @param {import('./equipment.mjs').Runtime | null} options.runtime null downloads the pinned one
 * @param {string} [options.platform] linux, win or mac; this computer's by default
 * @param {string} [options.arch] x64 or arm64; this computer's by default
 * @param {string} [options.target] one kind of package instead of the platform's usual ones
 */
export async function packageApp({ built, output, testBuild, runtime, platform, arch, target }) {
  const chosen = platform === undefined ? Platform.current() : platforms[/** @type {'linux'} */ (platform)];
  if (chosen === undefined) throw new Error(`unknown platform ${platform}: linux, win or mac`);
  const processor = Arch[/** @type {'x64'} */ (arch ?? process.arch)];
  await build({
    targets: chosen.createTarget(target === undefined ? [] : [target], processor),
    projectDir: root,
    publish: 'never',
    config: {
      ...packaging({ built, output, testBuild }),
      ...(runtime === null ? {} : { electronDist: runtime.folder, electronVersion: runtime.version }),
    },
  });
}

/**
 * Packages a folder that can be started where it lies.
 *
 * @param {{ built: string, output: string, testBuild: boolean, runtime: import('./equipment.mjs').Runtime }} options
 * @returns {Promise<string>} full path of the program
 */
export async function packageFolder(options) {
  await packageApp({ ...options, target: 'dir' });
  const place = process.platform === 'win32' ? 'win-unpacked/supervision-desk.exe' : 'linux-unpacked/supervision-desk';
  const arm = process.platform === 'linux' && process.arch === 'arm64';
  return join(options.output, arm ? place.replace('linux-', 'linux-arm64-') : place);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({ options: { platform: text, arch: text, target: text, output: text } });
  const built = join(root, 'dist');
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  await buildAll({ out: built });
  await packageApp({
    built,
    output: resolve(root, values.output ?? 'release'),
    testBuild: testBuildAsked(),
    runtime: named ? runtimeIn(resolve(named)) : null,
    ...values,
  });
}
