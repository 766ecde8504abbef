import { describe, expect, it } from 'vitest';
import { breachesUnder, undisturbed } from './faulty-stretch.ts';

describe('three mornings of thirty tasks', () => {
  it.each(['diesBefore', 'diesAfter'] as const)(
    'lose nothing and repeat nothing where the process %s a single call',
    async (mode) => {
      expect(await breachesUnder(mode, await undisturbed())).toEqual([]);
    },
    600_000,
  );
});
