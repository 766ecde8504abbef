import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { limiter } from '../../../functions/portal/link/limiter.ts';

const now = Temporal.Instant.from('2026-03-02T01:00:00Z');
const after = (seconds: number): Temporal.Instant => now.add({ seconds });

describe('a limiter', () => {
  it('allows a burst, then a steady rate, for each name separately', () => {
    const may = limiter({ burst: 3, perMinute: 6 });
    expect([1, 2, 3, 4].map(() => may('a', now))).toEqual([true, true, true, false]);
    expect(may('b', now)).toBe(true);
    expect(may('a', after(9))).toBe(false);
    expect(may('a', after(20))).toBe(true);
    expect(may('a', after(20))).toBe(false);
  });

  it('never saves up more than a burst', () => {
    const may = limiter({ burst: 2, perMinute: 60 });
    may('a', now);
    expect([1, 2, 3].map(() => may('a', after(3600)))).toEqual([true, true, false]);
  });

  it('forgets names rather than growing without end, and clocks that step back give nothing', () => {
    const may = limiter({ burst: 1, perMinute: 1 });
    expect(may('a', now)).toBe(true);
    expect(may('a', after(-3600))).toBe(false);
    for (let name = 0; name < 10_001; name += 1) may(`${name}`, now);
    expect(may('a', now)).toBe(true);
  });
});
