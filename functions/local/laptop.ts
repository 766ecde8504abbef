import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Context } from 'aws-lambda';
import { customAlphabet } from 'nanoid';
import { snsMessenger } from '../delivery/sns-messenger.ts';
import { snsSubscribers } from '../delivery/sns-subscribers.ts';
import { stateCouncilCalendar } from '../domain/calendar.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../domain/link.ts';
import { tickEvent, wakeEvent } from '../flows/events.ts';
import type { Needs } from '../flows/ports.ts';
import { reconcile } from '../flows/reconcile.ts';
import type { Subscribing } from '../flows/subscribe-contacts.ts';
import { sweep } from '../flows/sweep.ts';
import { wake } from '../flows/wake.ts';
import type { Documents } from '../register/documents.ts';
import { dynamoBooks } from '../register/dynamo-books.ts';
import { dynamoLedger } from '../register/dynamo-ledger.ts';
import { dynamoLinks } from '../register/dynamo-links.ts';
import { dynamoRegister } from '../register/dynamo-register.ts';
import { dynamoSubscriptions } from '../register/dynamo-subscriptions.ts';
import { eventHandler, type Log, queueHandler } from '../runtime/manners.ts';
import { type EmbeddedDynamo, startDynamo } from './embedded-dynamo.ts';
import { type EmbeddedTopic, startTopic } from './embedded-topic.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { type SlotTimers, slotTimers } from './slot-timers.ts';

/** Everything that makes one laptop do: the engines, the functions over them, and the inbox. */
export type Laptop = {
  readonly needs: Needs & Subscribing;
  /** The table itself, for what moves a whole park. */
  readonly documents: Documents;
  readonly slots: SlotTimers;
  readonly inbox: Inbox;
  /** Fires the slots that are due and runs what they wake, then the sweep. */
  readonly look: () => Promise<void>;
  readonly reconcile: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The functions read nothing of the context that AWS gives them. */
const NO_CONTEXT = {} as Context;

/**
 * Where a laptop keeps its data, what its clock shows, movable or real, where its pages are, and how
 * messages leave it.
 */
export type Place = Pick<Needs, 'now' | 'pages' | 'outlets'> & { readonly folder: string };

/**
 * Starts the engines over the folder of `place` and wires the functions as on AWS, but for the
 * slots, which are timers here.
 *
 * @throws {Error} if the folder is in use or cannot be read or written.
 */
export async function openLaptop(place: Place, log: Log): Promise<Laptop> {
  const { folder, now } = place;
  const dynamo = await startDynamo(join(folder, 'table'));
  const topic = await startTopic();
  const inbox = await openInbox(topic.inbox, join(folder, 'inbox.jsonl'));
  const slots = slotTimers(topic.wakeQueue.send);
  const needs = needsOf(dynamo, topic, slots, place);

  const onWake = queueHandler(wakeEvent(now), ({ park }) => wake(park, needs), log);
  const onSweep = eventHandler(tickEvent, () => sweep(needs), log);
  const onReconcile = eventHandler(tickEvent, () => reconcile(needs), log);
  const look = async (): Promise<void> => {
    await slots.fire(now());
    await drain(topic, onWake);
    await onSweep({}, NO_CONTEXT);
  };
  return {
    needs,
    documents: dynamo.documents,
    slots,
    inbox,
    look,
    reconcile: () => onReconcile({}, NO_CONTEXT),
    stop: async () => {
      await topic.stop();
      await dynamo.stop();
    },
  };
}

function needsOf(
  dynamo: EmbeddedDynamo,
  topic: EmbeddedTopic,
  clock: SlotTimers,
  { now, pages, outlets }: Place,
): Needs & Subscribing {
  return {
    register: dynamoRegister(dynamo.documents),
    ledger: dynamoLedger(dynamo.documents),
    links: dynamoLinks(dynamo.documents),
    books: dynamoBooks(dynamo.documents),
    clock,
    messenger: snsMessenger(topic.sns, topic.topicArn),
    // Nothing is ever put into the queue of dead letters here; the inbox stands in for it.
    subscribers: snsSubscribers(topic.sns, topic.topicArn, topic.inbox.arn),
    book: dynamoSubscriptions(dynamo.documents),
    outlets,
    calendar: stateCouncilCalendar,
    now,
    newId: randomUUID,
    newCode: customAlphabet(CODE_ALPHABET, CODE_LENGTH),
    pages,
  };
}

/** Feeds the wake queue to `onWake`, as the event source does on AWS: what failed stays in it. */
async function drain(
  { wakeQueue }: EmbeddedTopic,
  onWake: ReturnType<typeof queueHandler>,
): Promise<void> {
  for (let batch = await wakeQueue.receive(); batch.length > 0; batch = await wakeQueue.receive()) {
    for (const message of batch) {
      const record = { messageId: message.MessageId ?? '', body: message.Body ?? '' };
      const { batchItemFailures } = await onWake({ Records: [record as never] }, NO_CONTEXT);
      if (batchItemFailures.length === 0) await wakeQueue.remove(message);
    }
  }
}
