import { describe, expect, it } from 'vitest';
import { isLate, waitedMinutes } from '../../../functions/domain/messages/health.ts';
import { newHeartbeat } from '../../../functions/domain/messages/heartbeat.ts';
import { at, day, rules } from '../../support/builders.ts';

describe('the daily run', () => {
  const watch = newHeartbeat('linxiang', at('2022-06-15 07:00'), rules);

  it.each([
    { now: '2022-06-15 07:59', late: false },
    { now: '2022-06-15 08:10', late: false },
    { now: '2022-06-15 08:11', late: true },
  ])('at $now is late: $late', ({ now, late }) => {
    expect(isLate(watch, at(now))).toBe(late);
  });
});

describe('a digest of a Friday', () => {
  const friday = day('2022-06-17');
  const open = { state: 'open', day: friday } as const;

  it.each([
    { now: '2022-06-17 07:59', minutes: 0, why: 'nobody may be sent messages yet' },
    { now: '2022-06-17 08:00', minutes: 0, why: 'its time has just come' },
    { now: '2022-06-17 09:30', minutes: 90, why: 'it waits' },
    { now: '2022-06-17 18:00', minutes: 0, why: 'quiet hours have begun' },
    { now: '2022-06-18 10:00', minutes: 0, why: 'a Saturday' },
    { now: '2022-06-20 08:20', minutes: 20, why: 'nights and rest days do not count' },
  ])('has waited $minutes minutes at $now: $why', ({ now, minutes }) => {
    expect(waitedMinutes(open, at(now), rules)).toBe(minutes);
    expect(waitedMinutes({ ...open, state: 'sending' }, at(now), rules)).toBe(minutes);
  });

  it.each(['sent', 'failed', 'cancelled'] as const)('that is %s waits no more', (state) => {
    expect(waitedMinutes({ ...open, state }, at('2022-06-17 12:00'), rules)).toBe(0);
  });

  it('does not wait before its day', () => {
    expect(waitedMinutes(open, at('2022-06-16 12:00'), rules)).toBe(0);
  });
});
