import type { Temporal } from 'temporal-polyfill';
import type { Lamp } from './lamp.ts';

/** Color and reason of a lamp. */
export type LampFinding = Pick<Lamp, 'colour' | 'rule' | 'reason' | 'toGreen'>;

/** Calendar days from `from` until `day`; negative once `day` has passed. */
export const daysUntil = (day: Temporal.PlainDate, from: Temporal.PlainDate): number =>
  from.until(day, { largestUnit: 'day' }).days;

/**
 * A task that waits for verification: in time or late by the day it was done, and the time since
 * its report.
 */
export function reviewLamp(
  due: Temporal.PlainDate,
  {
    doneOn,
    handedInOn = doneOn,
  }: {
    readonly doneOn: Temporal.PlainDate;
    readonly handedInOn: Temporal.PlainDate | undefined;
  },
  today: Temporal.PlainDate,
): LampFinding & Pick<Lamp, 'numbers'> {
  const daysLeft = daysUntil(due, doneOn);
  const waited = daysUntil(today, handedInOn);
  const waits = `待核验${waited > 0 ? `${waited}天` : ''}`;
  const numbers = { daysLeft, waited };
  return daysLeft < 0
    ? {
        colour: 'red',
        rule: 'time.handed-in-late',
        numbers,
        reason: `逾期${-daysLeft}天报办结，${waits}`,
        toGreen: '核验销号',
      }
    : {
        colour: 'green',
        rule: 'time.handed-in',
        numbers,
        reason: `按期报办结，${waits}`,
        toGreen: null,
      };
}
