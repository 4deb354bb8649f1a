import { defineConfig } from '@playwright/test';
import type { DeskOptions } from './fixtures';

/** File for the sums of a whole run. */
const report = process.env['SUPERVISION_DESK_REPORT'];

/**
 * The same tests in two shells. `npm test` and `node build/scripts/e2e.mjs` build what they need and then run this;
 * a file named browser-* or desktop-* belongs to one shell only.
 */
export default defineConfig<DeskOptions>({
  testDir: '.',
  outputDir: process.env['SUPERVISION_DESK_RESULTS'] ?? '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  projects: [
    { name: 'browser', testIgnore: 'desktop-*.spec.ts', use: { shellKind: 'browser' } },
    { name: 'desktop', testIgnore: 'browser-*.spec.ts', use: { shellKind: 'desktop' } },
  ],
});
