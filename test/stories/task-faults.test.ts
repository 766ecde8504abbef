import { describe, expect, it } from 'vitest';
import { tried } from './each-call.ts';
import { taskDeeds } from './task-deeds.ts';

describe('when any one outside call fails while', () => {
  it.each(taskDeeds)('$what', async (deed) => {
    expect(await tried(deed)).toEqual([]);
  });
});
