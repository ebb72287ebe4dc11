import { defineConfig } from 'vitest/config';

/** Pure code only, in plain Node: nothing here needs Astro or a build. */
export default defineConfig({
  test: { include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'], environment: 'node' },
});
