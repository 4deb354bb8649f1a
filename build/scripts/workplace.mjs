/** What every build script needs: where the project is, and how to run a command. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A program of the project's own packages, run by this Node. */
export const bin = {
  vite: join(root, 'node_modules/vite/bin/vite.js'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
  vueTsc: join(root, 'node_modules/vue-tsc/bin/vue-tsc.js'),
  eslint: join(root, 'node_modules/eslint/bin/eslint.js'),
  prettier: join(root, 'node_modules/prettier/bin/prettier.cjs'),
  playwright: join(root, 'node_modules/@playwright/test/cli.js'),
  builder: join(root, 'node_modules/electron-builder/cli.js'),
};

/** True where the process is root on a Unix system. */
export const isRoot = process.getuid?.() === 0;

/**
 * Runs a command with its output shown.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} exit code; 128 where a signal ended it, 127 where it could not be started
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 128));
  });
}

/**
 * Runs one of the project's Node programs.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNode(program, args, options = {}) {
  return run(process.execPath, [program, ...args], options);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {string | null} what the command printed, or null where it failed
 */
export function capture(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : null;
}

/**
 * @param {string} file
 * @returns {boolean} whether the file is there and can be executed
 */
export function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} command name of a program
 * @returns {string | null} its full path, looked up on the PATH
 */
export function which(command) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find(executable) ?? null;
}
