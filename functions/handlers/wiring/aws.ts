import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { customAlphabet } from 'nanoid';
import { Temporal } from 'temporal-polyfill';
import { schedulerClock } from '../../clock/scheduler-clock.ts';
import { snsMessenger } from '../../delivery/sns-messenger.ts';
import { stateCouncilCalendar } from '../../domain/calendar.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../../domain/link.ts';
import type { Needs } from '../../flows/ports.ts';
import { dynamoBooks } from '../../register/dynamo-books.ts';
import { dynamoLedger } from '../../register/dynamo-ledger.ts';
import { dynamoLinks } from '../../register/dynamo-links.ts';
import { dynamoRegister } from '../../register/dynamo-register.ts';
import { readSettings } from '../../runtime/settings.ts';

/**
 * What every function needs, on AWS.
 *
 * @throws {z.ZodError} naming every setting that the environment lacks.
 */
export function awsNeeds(environment: NodeJS.ProcessEnv): Needs {
  const settings = readSettings(environment);
  const documents = {
    client: DynamoDBDocumentClient.from(new DynamoDBClient()),
    table: settings.TABLE_NAME,
  };
  return {
    register: dynamoRegister(documents),
    ledger: dynamoLedger(documents),
    links: dynamoLinks(documents),
    books: dynamoBooks(documents),
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
    newCode: customAlphabet(CODE_ALPHABET, CODE_LENGTH),
  };
}
