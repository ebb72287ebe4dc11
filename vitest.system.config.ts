import { defineConfig } from 'vitest/config';

/** The built site on a real web server, in a real browser. `npm run test:system` sees to both. */
export default defineConfig({
  test: {
    include: ['tests/system/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
