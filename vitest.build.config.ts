import { defineConfig } from 'vitest/config';

/** What the build wrote into dist/; `npm test` builds first, under the sub-path /sog/. */
export default defineConfig({
  test: { include: ['tests/build/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
});
