import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** The built extension in real Chromium. No retries: a flaky test is a bug. Two workers for two cores. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  timeout: 120_000,
  // Waiting is for a mark, not for a clock: a busy machine must not make a test fail.
  expect: { timeout: 20_000 },
  retries: 0,
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: join(process.env.RESULTS ?? '.cache/test', 'e2e.json') }]],
});
