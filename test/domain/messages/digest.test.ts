import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../functions/domain/deadlines/notice.ts';
import { openedDigest } from '../../../functions/domain/messages/digest.ts';
import {
  claimed,
  holdsAt,
  isClaimable,
  LEASE,
  postponed,
} from '../../../functions/domain/messages/digest-claim.ts';
import { takesMore, withNotice } from '../../../functions/domain/messages/digest-notices.ts';
import {
  afterRefusal,
  cancelled,
  MAX_ATTEMPTS,
  unanswered,
} from '../../../functions/domain/messages/digest-outcome.ts';
import { occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import { at, day } from '../../support/builders.ts';
import { contactId, postId, taskId } from '../../support/ids.ts';

const notice = (task: string): Notice => ({
  about: 'task',
  task: taskId(task),
  occasion: occasionOf('before-7'),
  post: postId('owner@安环局'),
  role: 'owner',
  due: day('2022-06-30'),
  plannedAt: at('2022-06-27 08:00'),
  skipped: [],
  escalates: null,
});

const now = at('2022-06-23 08:00');
const place = { park: 'p', day: day('2022-06-23'), post: postId('owner@安环局'), number: 1 };
const digest = openedDigest(place, notice('t-0'), now);

const told = { contact: contactId('owner-0'), insteadOf: null, dropped: [], answers: [] };

describe('a digest', () => {
  it('is claimed by one run until its lease ends, and then by another', () => {
    const held = claimed(digest, { holder: 'run-1', code: 'code-1', begun: now });
    expect(isClaimable(digest, now)).toBe(true);
    expect(isClaimable(digest, now.subtract({ seconds: 1 }))).toBe(false);
    expect(isClaimable(held, now.add(LEASE).subtract({ seconds: 1 }))).toBe(false);
    expect(isClaimable(held, now.add(LEASE))).toBe(true);
  });

  it('is published by its run only while enough of the lease is left', () => {
    expect(holdsAt(now, now)).toBe(true);
    expect(holdsAt(now, now.add({ minutes: 8, seconds: 59 }))).toBe(true);
    expect(holdsAt(now, now.add({ minutes: 9 }))).toBe(false);
  });

  it('may have been sent when its lease expired, whichever run processes it next', () => {
    const held = claimed(digest, { holder: 'run-1', code: 'code-1', begun: now });
    expect(held.unknowns).toBe(0);
    const next = { holder: 'run-2', code: 'code-2', begun: now.add(LEASE) };
    expect(claimed(held, next)).toMatchObject({ unknowns: 1, attempts: 0, code: 'code-2' });
    expect(postponed(held, 'run-2', now)).toMatchObject({ unknowns: 1, state: 'open' });
    expect(postponed(held, 'run-1', now)).toMatchObject({ unknowns: 0, state: 'open' });
  });

  it('waits an hour after an unknown outcome, and is unknown after the third', () => {
    const once = unanswered(digest, told, now);
    expect(once).toMatchObject({ state: 'open', unknowns: 1, attempts: 0 });
    expect(once.wakeAt?.equals(now.add({ hours: 1 }))).toBe(true);
    const twice = unanswered(once, told, now);
    expect(twice.state).toBe('open');
    expect(unanswered(twice, told, now)).toMatchObject({
      state: 'unknown',
      contact: 'owner-0',
      wakeAt: null,
    });
  });

  it('names the recipient of a message with unknown outcome, even if the post has changed hands since', () => {
    const next = { ...told, contact: contactId('owner-1') };
    expect(cancelled(unanswered(digest, told, now), next).contact).toBe('owner-0');
    expect(cancelled({ ...digest, unknowns: 1 }, next).contact).toBe('owner-1');
  });

  it('is refused only where it can never have gone out', () => {
    const refusal = { times: MAX_ATTEMPTS, now };
    expect(afterRefusal(digest, told, refusal).state).toBe('failed');
    expect(afterRefusal(unanswered(digest, told, now), told, refusal).state).toBe('unknown');
    expect(cancelled(digest, told).state).toBe('cancelled');
    expect(cancelled(unanswered(digest, told, now), told).state).toBe('unknown');
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
