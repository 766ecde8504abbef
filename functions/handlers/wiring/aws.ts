import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { slotsBefore } from '../../clock/past-slots.ts';
import { schedulerClock } from '../../clock/scheduler-clock.ts';
import { snsMessenger } from '../../delivery/sns-messenger.ts';
import { stateCouncilCalendar } from '../../domain/calendar.ts';
import type { Needs } from '../../flows/ports.ts';
import type { Looking } from '../../flows/take-vitals.ts';
import { dynamoLedger } from '../../register/dynamo-ledger.ts';
import { dynamoRegister } from '../../register/dynamo-register.ts';
import { readSettings, type Settings } from '../../runtime/settings.ts';

/**
 * What every function needs, on AWS.
 *
 * @throws {z.ZodError} naming every setting that the environment lacks.
 */
export const awsNeeds = (environment: NodeJS.ProcessEnv): Needs =>
  needsWith(readSettings(environment));

/** What it takes to look at a stage from outside of its runs, on AWS. */
export function awsLooking(environment: NodeJS.ProcessEnv): Looking {
  const settings = readSettings(environment);
  return {
    ...needsWith(settings),
    slotsBefore: slotsBefore(new SchedulerClient(), settings.SLOT_GROUP),
  };
}

function needsWith(settings: Settings): Needs {
  const documents = {
    client: DynamoDBDocumentClient.from(new DynamoDBClient()),
    table: settings.TABLE_NAME,
  };
  return {
    register: dynamoRegister(documents),
    ledger: dynamoLedger(documents),
    clock: schedulerClock(new SchedulerClient(), {
      group: settings.SLOT_GROUP,
      queueArn: settings.WAKE_QUEUE_ARN,
      deadLetterArn: settings.SLOT_DEAD_LETTER_ARN,
      roleArn: settings.SLOT_ROLE_ARN,
    }),
    messenger: snsMessenger(new SNSClient({ maxAttempts: 1 }), settings.TOPIC_ARN),
    calendar: stateCouncilCalendar,
    now: () => Temporal.Now.instant(),
    newId: randomUUID,
  };
}
