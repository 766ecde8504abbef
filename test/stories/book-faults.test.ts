import { describe, expect, it } from 'vitest';
import { bookDeeds } from './book-deeds.ts';
import { tried } from './each-call.ts';

describe('when any one outside call fails while', () => {
  it.each(bookDeeds)('$what', async (deed) => {
    expect(await tried(deed)).toEqual([]);
  });
});
