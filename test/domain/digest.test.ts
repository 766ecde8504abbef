import { describe, expect, it } from 'vitest';
import {
  claimed,
  isClaimable,
  LEASE,
  opened,
  takesMore,
  withNotice,
} from '../../functions/domain/digest.ts';
import type { Notice } from '../../functions/domain/notice.ts';
import { at, day } from '../support/builders.ts';

const notice = (task: string): Notice => ({
  about: 'task',
  task,
  rung: 'before-7',
  post: 'owner@安环局',
  role: 'owner',
  due: day('2022-06-30'),
  plannedAt: at('2022-06-27 08:00'),
  skipped: [],
  escalates: null,
});

const now = at('2022-06-23 08:00');
const place = { park: 'p', day: day('2022-06-23'), post: 'owner@安环局', number: 1 };
const digest = opened(place, notice('t-0'), now);

describe('a digest', () => {
  it('is claimed by one run until its lease ends, and then by another', () => {
    const held = claimed(digest, { holder: 'run-1', code: 'code-1' }, now);
    expect(isClaimable(digest, now)).toBe(true);
    expect(isClaimable(held, now.add(LEASE).subtract({ seconds: 1 }))).toBe(false);
    expect(isClaimable(held, now.add(LEASE))).toBe(true);
  });

  it('counts a lease that ran out as an attempt', () => {
    const held = claimed(digest, { holder: 'run-1', code: 'code-1' }, now);
    expect(held.attempts).toBe(0);
    expect(claimed(held, { holder: 'run-2', code: 'code-2' }, now.add(LEASE)).attempts).toBe(1);
  });

  it('takes a thousand notices and no more, fewer where they are long', () => {
    let full = digest;
    for (let number = 1; takesMore(full); number += 1)
      full = withNotice(full, notice(`t-${number}`));
    expect(full.notices.length).toBeGreaterThan(500);
    expect(full.notices.length).toBeLessThanOrEqual(1000);
    expect(new TextEncoder().encode(JSON.stringify(full)).length).toBeLessThan(390_000);
  });
});
