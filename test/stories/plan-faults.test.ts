import { describe, expect, it } from 'vitest';
import { tried } from './each-call.ts';
import { planDeeds } from './plan-deeds.ts';

describe('when any one outside call fails while', { timeout: 240_000 }, () => {
  it.each(planDeeds)('$what', async (deed) => {
    expect(await tried(deed)).toEqual([]);
  });
});
