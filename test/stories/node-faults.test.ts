import { describe, expect, it } from 'vitest';
import { tried } from './each-call.ts';
import { nodeDeeds } from './node-deeds.ts';

describe('when any one outside call fails while', () => {
  it.each(nodeDeeds)('$what', async (deed) => {
    expect(await tried(deed)).toEqual([]);
  });
});
