import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  isToldSoon,
  toldAt,
  waitingHandOver,
} from '../../../functions/domain/deadlines/hand-over.ts';
import {
  isSpeakingTime,
  localDay,
  nextSendInstant,
} from '../../../functions/domain/policy/hours.ts';
import { aTask, at, nothingHeard, rules } from '../../support/builders.ts';

type Made = Parameters<typeof toldAt>[0];

/** Handovers of one message: the first, and others up to half an hour after it. */
const made: fc.Arbitrary<Made> = fc
  .record({
    second: fc.nat(60 * 60 * 24 * 60),
    others: fc.array(fc.nat(30 * 60), { maxLength: 5 }),
  })
  .map(({ second, others }) => {
    const first = at('2022-05-20 00:00').add({ seconds: second });
    return [first, ...others.map((seconds) => first.add({ seconds }))] as const;
  });

const minutes = (from: Temporal.Instant, to: Temporal.Instant): number =>
  to.since(from).total('minutes');

const lastOf = (all: Made): Temporal.Instant =>
  all.reduce((a, b) => (Temporal.Instant.compare(a, b) > 0 ? a : b));

describe('a handover', () => {
  it.each([
    { what: 'alone', made: ['10:00'], told: '10:10' },
    { what: 'after the first', made: ['10:00', '10:05'], told: '10:15' },
    { what: 'half an hour after the first at the latest', made: ['10:00', '10:25'], told: '10:30' },
    { what: 'at the send time', made: ['08:00'], told: '08:10' },
    { what: 'before the send time', made: ['07:58'], told: '08:00' },
    { what: 'near the end of the speaking time', made: ['17:46'], told: '17:55' },
    { what: 'just before the last five minutes', made: ['17:54'], told: '17:55' },
  ])('$what is told at $told', ({ made: times, told }) => {
    const [first = '', ...others] = times.map((time) => `2022-06-15 ${time}`);
    expect(toldAt([at(first), ...others.map(at)], rules)).toEqual(at(`2022-06-15 ${told}`));
  });

  it.each(['2022-06-17 17:55', '2022-06-17 17:59', '2022-06-18 10:00'])(
    'at %s waits for the next send time',
    (local) => {
      expect(toldAt([at(local)], rules)).toEqual(at('2022-06-20 08:00'));
    },
  );

  test.prop([made])('is never told outside of the speaking time', (all) => {
    expect(isSpeakingTime(toldAt(all, rules), rules)).toBe(true);
  });

  test.prop([made])('is told within its bounds, all of a message at once', (all) => {
    const [first, last] = [all[0], lastOf(all)];
    const told = toldAt(all, rules);
    if (!isToldSoon(last, rules)) {
      expect(told).toEqual(nextSendInstant(last, rules));
      return;
    }
    const end = at(`${localDay(last, rules).toString()} 17:55`);
    expect(minutes(told, end)).toBeGreaterThanOrEqual(0);
    expect(minutes(last, told)).toBeLessThanOrEqual(11);
    // Less than ten minutes only where one of the other bounds is nearer.
    const isBounded = told.equals(end) || minutes(first, told) > 29;
    if (!isBounded) expect(minutes(last, told)).toBeGreaterThanOrEqual(10);
    if (isToldSoon(first, rules)) expect(minutes(first, told)).toBeLessThanOrEqual(30);
  });

  test.prop([made])('is told alike in whatever order they were made', (all) => {
    const [first, ...others] = all;
    const [other = first, ...rest] = others.toReversed();
    expect(toldAt([other, ...rest, first], rules)).toEqual(toldAt(all, rules));
  });

  it('waits as it was planned, by its own number, and not once it was told', () => {
    const task = aTask({ assignment: { number: 2, at: at('2022-06-15 10:00') } });
    const own = { number: 2, at: at('2022-06-15 10:20'), isCalled: false };
    const heard = { ...nothingHeard, assignment: 1, handOver: own };
    expect(waitingHandOver(task, heard, rules)).toEqual(own);
    const former = { ...heard, handOver: { ...own, number: 1 } };
    expect(waitingHandOver(task, former, rules)?.at).toEqual(at('2022-06-15 10:10'));
    expect(waitingHandOver(task, { ...heard, assignment: 2 }, rules)).toBeNull();
    expect(waitingHandOver({ ...task, status: 'withdrawn' }, heard, rules)).toBeNull();
  });
});
