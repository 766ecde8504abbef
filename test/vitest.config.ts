import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    unstubEnvs: true,
    mockReset: true,
    coverage: { provider: 'v8', include: ['functions/**', 'lib/**'] },
  },
});
