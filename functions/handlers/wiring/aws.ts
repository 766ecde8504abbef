import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { customAlphabet } from 'nanoid';
import { Temporal } from 'temporal-polyfill';
import { delayedWakes } from '../../clock/delayed-wakes.ts';
import { slotsBefore } from '../../clock/past-slots.ts';
import { schedulerClock } from '../../clock/scheduler-clock.ts';
import { atMailPace } from '../../delivery/mail-pace.ts';
import { snsMessenger } from '../../delivery/sns-messenger.ts';
import { snsSubscribers } from '../../delivery/sns-subscribers.ts';
import { stateCouncilCalendar } from '../../domain/calendar/working-calendar.ts';
import { topicWith } from '../../domain/contacts/outlets.ts';
import { Relays } from '../../domain/contacts/relay.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../../domain/messages/action-link.ts';
import type { Subscribing } from '../../flows/contacts/subscribe-contacts.ts';
import type { Clock, Ports } from '../../flows/ports.ts';
import type { Looking } from '../../flows/wake/take-health.ts';
import { dynamoItems } from '../../register/dynamo-items.ts';
import type { ItemStore } from '../../register/item-store.ts';
import { storedPorts } from '../../register/stored-ports.ts';
import { readSettings, type Settings } from '../../runtime/settings.ts';

/**
 * The ports of every function, on AWS.
 *
 * @throws {z.ZodError} naming every setting that the environment lacks.
 */
export const awsNeeds = (environment: NodeJS.ProcessEnv): Ports =>
  needsWith(readSettings(environment));

/** The ports of functions that also synchronize subscriptions, on AWS. */
export const awsSubscribing = (environment: NodeJS.ProcessEnv): Ports & Subscribing =>
  subscribingWith(readSettings(environment));

/** The ports of the health check, on AWS. */
export function awsLooking(environment: NodeJS.ProcessEnv): Looking {
  const settings = readSettings(environment);
  return {
    ...needsWith(settings),
    slotsBefore: slotsBefore(new SchedulerClient(), settings.SLOT_GROUP),
  };
}

/** All ports, for a caller that is not confined to the permissions of one function. */
export const subscribingWith = (settings: Settings): Ports & Subscribing => ({
  ...needsWith(settings),
  subscribers: snsSubscribers(
    new SNSClient(),
    settings.TOPIC_ARN,
    settings.SUBSCRIPTION_DEAD_LETTER_ARN,
  ),
});

export const itemsOf = ({ TABLE_NAME }: Pick<Settings, 'TABLE_NAME'>): ItemStore =>
  dynamoItems({
    client: DynamoDBDocumentClient.from(new DynamoDBClient()),
    table: TABLE_NAME,
  });

function needsWith(settings: Settings): Ports {
  return {
    ...storedPorts(itemsOf(settings)),
    clock: clockOf(settings),
    messenger: atMailPace(snsMessenger(new SNSClient({ maxAttempts: 1 }), settings.TOPIC_ARN), {
      now: () => performance.now(),
      wait: setTimeout,
    }),
    outlets: topicWith(Relays.parse(settings.RELAYS)),
    calendar: stateCouncilCalendar,
    now: () => Temporal.Now.instant(),
    newId: randomUUID,
    newCode: customAlphabet(CODE_ALPHABET, CODE_LENGTH),
    pages: () => (settings.PORTAL_ADDRESS === '' ? null : settings.PORTAL_ADDRESS),
  };
}

const clockOf = (settings: Settings): Clock => ({
  ...schedulerClock(new SchedulerClient(), {
    group: settings.SLOT_GROUP,
    queueArn: settings.WAKE_QUEUE_ARN,
    deadLetterArn: settings.SLOT_DEAD_LETTER_ARN,
    roleArn: settings.SLOT_ROLE_ARN,
  }),
  ...delayedWakes(new SQSClient(), settings.WAKE_QUEUE_URL, () => Temporal.Now.instant()),
});
