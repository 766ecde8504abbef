import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Each file is one story against an emulator of its own: its chapters follow each other, and the
 * first that fails ends it.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/cloud/*.cloud.ts'],
    fileParallelism: false,
    bail: 1,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
