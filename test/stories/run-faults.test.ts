import { describe, expect, it } from 'vitest';
import { tried } from './each-call.ts';
import { runDeeds } from './run-deeds.ts';

describe('when any one outside call fails while', () => {
  it.each(runDeeds)('$what', async (deed) => {
    expect(await tried(deed)).toEqual([]);
  });
});
