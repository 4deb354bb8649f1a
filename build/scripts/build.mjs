/**
 * Builds the page and the two Electron programs.
 *
 *   node build/scripts/build.mjs [--out dist] [--only page|programs]
 *
 * With SUPERVISION_DESK_TEST_BUILD=1 the Electron program lets the environment choose another data folder; a release
 * never does.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { root } from './workplace.mjs';

/** @returns {boolean} whether a build for tests is asked for */
export function testBuildAsked() {
  return process.env.SUPERVISION_DESK_TEST_BUILD === '1';
}

/**
 * @param {string} out
 */
async function buildPage(out) {
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: {
      outDir: join(out, 'page'),
      emptyOutDir: true,
      reportCompressedSize: false,
      // On a busy machine it would warn of slow plugins.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
}

/**
 * One Electron program as one CommonJS file: a sandboxed preload can load nothing beside itself.
 *
 * @param {string} entry
 * @param {string} name
 * @param {{ out: string, testBuild: boolean }} options
 */
async function buildProgram(entry, name, { out, testBuild }) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { alias: { '@': join(root, 'src'), '#resources': join(root, 'resources') } },
    define: { __TEST_BUILD__: JSON.stringify(testBuild) },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(root, entry),
      outDir: join(out, 'electron'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: name, codeSplitting: false },
      },
    },
  });
}

/**
 * Builds everything that is needed into a folder, or one part of it.
 *
 * @param {{ out: string, only?: string, testBuild?: boolean }} options only: page or programs
 */
export async function buildAll({ out, only, testBuild = testBuildAsked() }) {
  if (only !== 'programs') await buildPage(out);
  if (only === 'page') return;
  await buildProgram('electron/main/index.ts', 'main.cjs', { out, testBuild });
  await buildProgram('electron/preload/index.ts', 'preload.cjs', { out, testBuild });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
  await buildAll({
    out: resolve(root, values.out ?? 'dist'),
    ...(values.only === undefined ? {} : { only: values.only }),
  });
}
