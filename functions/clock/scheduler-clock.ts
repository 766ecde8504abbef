import {
  ConflictException,
  CreateScheduleCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../flows/ports.ts';
import { hashOf, slotName } from './slot-name.ts';

/** The schedule group of the slots and their target. */
export type SlotTarget = {
  /** Name of the schedule group. */
  readonly group: string;
  /** The wake queue. */
  readonly queueArn: string;
  /** Queue for invocations that EventBridge Scheduler could not deliver. */
  readonly deadLetterArn: string;
  /** The role that EventBridge Scheduler assumes. */
  readonly roleArn: string;
};

/** Maximum delay of a slot in minutes; it keeps calls to chat robots off the hour and half-hour. */
const OFFSETS = 9;

/**
 * Slots as one-off EventBridge schedules, one per park and minute, which delete themselves. The name
 * is derived from park and minute, so that creating a slot is idempotent.
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
        // One hour: by then the sweep has processed what is due.
        RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 30 },
        Input: JSON.stringify({ park, slot: at.toString({ smallestUnit: 'second' }) }),
      },
    });
    await client.send(schedule).catch((fault: unknown) => {
      if (!(fault instanceof ConflictException)) throw fault;
    });
  },
});

/** 1 to 9 minutes, constant for a park, so that parks spread over the minutes. */
const offsetOf = (park: string): Temporal.Duration =>
  Temporal.Duration.from({ minutes: 1 + (hashOf(park).readUInt32BE(0) % OFFSETS) });
