import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    unstubEnvs: true,
    mockReset: true,
    // Properties and whole years take a second here, and many on a machine with other work to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['functions/**', 'lib/**'] },
  },
});
