/**
 * Runs every check: lint, formatting, types, unit, storage, shell, component and Word file tests, and the end-to-end tests
 * in Chromium and in the packaged desktop application. All steps run; the last line sums up.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { bin, root, runNode } from './workplace.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * @param {string} file
 * @returns {any} parsed report, or null where the step ended before it wrote one
 */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * A step that ended badly counts as one failure at least, also where its report knows of none.
 *
 * @param {number} code
 * @param {Tally} tally
 * @returns {Tally}
 */
function withExit(code, tally) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {number} code */
const single = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** @param {string} reports folder for reports */
async function vitest(reports) {
  const file = join(reports, 'vitest.json');
  const { installDebianPackages } = await import('./equipment.mjs');
  await installDebianPackages();
  const code = await runNode(bin.vitest, ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = readReport(file);
  return withExit(code, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

/** @param {string} reports folder for reports */
async function endToEnd(reports) {
  const { runEndToEnd } = await import('./e2e.mjs');
  const file = join(reports, 'playwright.json');
  const code = await runEndToEnd({ projects: ['browser', 'desktop'], env: { SUPERVISION_DESK_REPORT: file } });
  const stats = readReport(file)?.stats;
  return withExit(code, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

/** @type {readonly { name: string, work: (reports: string) => Promise<Tally> }[]} */
const steps = [
  {
    name: '代码检查 lint',
    work: async () =>
      single(await runNode(bin.eslint, ['--config', 'build/eslint.config.mjs', '--max-warnings', '0', '.'])),
  },
  {
    name: '排版 format',
    work: async () => single(await runNode(bin.prettier, ['--check', '--log-level', 'warn', '.'])),
  },
  { name: '类型 types', work: async () => single(await runNode(join(root, 'build/scripts/types.mjs'), [])) },
  { name: '单元、存储、外壳、组件、Word 文件测试 vitest', work: vitest },
  { name: '端到端测试 playwright', work: endToEnd },
];

async function main() {
  if (!(await ensureInstalled())) {
    console.log('0 passed, 1 failed, 0 skipped');
    return 1;
  }
  const reports = mkdtempSync(join(tmpdir(), 'supervision-desk-reports-'));
  const sum = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const lines = [];
  for (const { name, work } of steps) {
    console.log(`\n== ${name}`);
    const began = performance.now();
    const tally = await work(reports).catch((error) => {
      console.error(error);
      return single(1);
    });
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    lines.push(
      `${tally.failed === 0 ? '通过' : '失败'}  ${name}  ${tally.passed}/${tally.failed}/${tally.skipped}  ${seconds} 秒`,
    );
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${lines.join('\n')}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  return sum.failed === 0 ? 0 : 1;
}

process.chdir(root);
// The packager, which the end-to-end step runs in this process, would end it with 0 whatever the outcome.
process.exit(await main());
