import { describe, expect, it } from 'vitest';
import { tried } from './each-call.ts';
import { taskDeeds } from './task-deeds.ts';

describe('whatever goes wrong with one outside call while', () => {
  it.each(taskDeeds)('$what', async (deed) => {
    expect(await tried(deed)).toEqual([]);
  });
});
