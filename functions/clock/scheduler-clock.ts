import {
  ConflictException,
  CreateScheduleCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../flows/ports.ts';
import { hashOf, slotName } from './slot-name.ts';

/** Where slots live and what they call. */
export type SlotTarget = {
  /** Name of the schedule group. */
  readonly group: string;
  /** The wake queue. */
  readonly queueArn: string;
  /** Where EventBridge leaves what it could not hand over. */
  readonly deadLetterArn: string;
  /** The role that EventBridge Scheduler takes on. */
  readonly roleArn: string;
};

/** Minutes after the nominal one in which slots fire, so that robots are not called on the hour or half-hour. */
const OFFSETS = 9;

/**
 * Slots as one-off EventBridge schedules, one for each park and minute, which delete themselves.
 * Their name follows from park and minute, so asking again meets the schedule that is there.
 */
export const schedulerClock = (
  client: SchedulerClient,
  target: SlotTarget,
): Pick<Clock, 'ensureSlot'> => ({
  ensureSlot: async (park, at) => {
    const fires = at.add(offsetOf(park));
    const schedule = new CreateScheduleCommand({
      Name: slotName(park, at),
      GroupName: target.group,
      ScheduleExpression: `at(${fires.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'second' })})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: target.queueArn,
        RoleArn: target.roleArn,
        DeadLetterConfig: { Arn: target.deadLetterArn },
        // An hour: what comes later the sweep has long picked up.
        RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 30 },
        Input: JSON.stringify({ park, slot: at.toString({ smallestUnit: 'second' }) }),
      },
    });
    await client.send(schedule).catch((fault: unknown) => {
      if (!(fault instanceof ConflictException)) throw fault;
    });
  },
});

/** From 1 to 9 minutes, always the same for one park: parks spread by themselves. */
const offsetOf = (park: string): Temporal.Duration =>
  Temporal.Duration.from({ minutes: 1 + (hashOf(park).readUInt32BE(0) % OFFSETS) });
