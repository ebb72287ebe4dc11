import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS } from './src/cli/browser.ts';

/** Drives the built site and packages; `npm test` builds first and finds the browser. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  outputDir: 'test-results/e2e',
  use: {
    // A worker would answer before the tests' own routes; tests/e2e/offline allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: BROWSER_ARGS,
    },
    trace: 'retain-on-failure',
  },
  globalSetup: './tests/support/servers.ts',
});
