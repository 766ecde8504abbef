import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Folders whose tests start no process and replace no module or client. */
const IN_PROCESS = ['domain', 'reader', 'files', 'flows', 'portal', 'stories'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // By default Vitest leaves one core idle, which is half of a machine with two.
    maxWorkers: '100%',
    unstubEnvs: true,
    mockReset: true,
    // Properties and whole years take a second here, and many on a machine with other work to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['functions/**', 'lib/**'] },
    projects: [
      // Without isolation a worker imports the sources once, not once for each test file.
      { extends: true, test: { name: 'in process', include: IN_PROCESS, isolate: false } },
      {
        extends: true,
        test: { name: 'isolated', include: ['test/**/*.test.ts'], exclude: IN_PROCESS },
      },
    ],
  },
});
