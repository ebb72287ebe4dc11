import { defineConfig } from 'vitest/config';

/** The built site on a real web server in a real browser, and translators' files in OmegaT; see src/cli/test-system.ts. */
export default defineConfig({
  test: {
    include: ['tests/system/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
