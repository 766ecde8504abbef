import { describe, expect, it } from 'vitest';
import { isSpeakingTime, nextSendInstant } from '../../../functions/domain/policy/hours.ts';
import { at, rules } from '../../support/builders.ts';

describe('speaking time', () => {
  it.each([
    { when: '2022-06-15 07:59', open: false },
    { when: '2022-06-15 08:00', open: true },
    { when: '2022-06-15 17:59', open: true },
    { when: '2022-06-15 18:00', open: false },
    { when: '2022-06-18 10:00', open: false },
    { when: '2022-06-03 10:00', open: false },
    { when: '2022-10-08 10:00', open: true },
  ])('$when: $open', ({ when, open }) => {
    expect(isSpeakingTime(at(when), rules)).toBe(open);
  });

  it.each([
    { after: '2022-06-15 07:59', next: '2022-06-15 08:00' },
    { after: '2022-06-15 08:00', next: '2022-06-16 08:00' },
    { after: '2022-06-17 18:00', next: '2022-06-20 08:00' },
    { after: '2022-09-30 12:00', next: '2022-10-08 08:00' },
  ])('after $after the next send time is $next', ({ after, next }) => {
    expect(nextSendInstant(at(after), rules)).toEqual(at(next));
  });
});
