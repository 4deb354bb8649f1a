/**
 * Builds and packages the application.
 *
 *   npm run package                                        for this computer
 *   npm run package -- --linux deb rpm AppImage --arm64
 *   npm run package -- --win nsis --x64
 *   npm run package -- --linux dir                         a folder that can be started where it lies
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

const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS };

/**
 * Packages a build.
 *
 * @param {object} options
 * @param {string} options.built folder of the build
 * @param {string} options.output folder for the packages
 * @param {boolean} options.testBuild
 * @param {import('./equipment.mjs').Runtime | null} options.runtime null downloads the pinned one
 * @param {'linux' | 'win'} [options.platform] this computer's by default
 * @param {'x64' | 'arm64'} [options.arch] this computer's by default
 * @param {string[]} [options.targets] kinds of package; the platform's usual ones by default
 */
export async function packageApp({ built, output, testBuild, runtime, platform, arch, targets = [] }) {
  const chosen = platform === undefined ? Platform.current() : platforms[platform];
  const processor = Arch[arch ?? (process.arch === 'arm64' ? 'arm64' : 'x64')];
  await build({
    targets: chosen.createTarget(targets, processor),
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
  await packageApp({ ...options, targets: ['dir'] });
  const place = process.platform === 'win32' ? 'win-unpacked/supervision-desk.exe' : 'linux-unpacked/supervision-desk';
  const arm = process.platform === 'linux' && process.arch === 'arm64';
  return join(options.output, arm ? place.replace('linux-', 'linux-arm64-') : place);
}

/** Reads the command line. */
function readOrder() {
  const flag = /** @type {const} */ ({ type: 'boolean' });
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { linux: flag, win: flag, x64: flag, arm64: flag },
  });
  /** @type {'linux' | 'win' | undefined} */
  const platform = values.linux ? 'linux' : values.win ? 'win' : undefined;
  /** @type {'x64' | 'arm64' | undefined} */
  const arch = values.arm64 ? 'arm64' : values.x64 ? 'x64' : undefined;
  return {
    targets: positionals,
    ...(platform === undefined ? {} : { platform }),
    ...(arch === undefined ? {} : { arch }),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const built = join(root, 'dist');
  await buildAll({ out: built });
  await packageApp({
    built,
    output: join(root, 'release'),
    testBuild: testBuildAsked(),
    runtime: named ? runtimeIn(resolve(named)) : null,
    ...readOrder(),
  });
}
