/** Checks the types of every room: one program for the page, one for Electron, one for the tests, one for the build. */
import { bin, runNode } from './workplace.mjs';

const configs = ['tsconfig.json', 'electron/tsconfig.json', 'tests/tsconfig.json', 'build/tsconfig.json'];

let failures = 0;
for (const config of configs) {
  const code = await runNode(bin.vueTsc, ['--noEmit', '--pretty', 'false', '--project', config]);
  if (code !== 0) failures += 1;
  console.log(`types ${config}: ${code === 0 ? 'ok' : 'failed'}`);
}
process.exitCode = failures === 0 ? 0 : 1;
