import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { customAlphabet } from 'nanoid';
import { stateCouncilCalendar } from '../domain/calendar/working-calendar.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../domain/messages/action-link.ts';
import type { Subscribing } from '../flows/contacts/subscribe-contacts.ts';
import { eachPark } from '../flows/context/each-park.ts';
import { tickEvent, wakeEvent } from '../flows/context/events.ts';
import { beginRun } from '../flows/context/open-context.ts';
import type { Needs } from '../flows/ports.ts';
import { reconcile } from '../flows/wake/reconcile.ts';
import { sweep } from '../flows/wake/sweep.ts';
import { tellHandOvers } from '../flows/wake/tell-hand-overs.ts';
import { wake } from '../flows/wake/wake.ts';
import type { ItemStore } from '../register/item-store.ts';
import { storedPorts } from '../register/stored-ports.ts';
import { eventHandler, type Log, queueHandler } from '../runtime/manners.ts';
import { openInbox, type Received } from './inbox.ts';
import { localSubscribers } from './local-subscribers.ts';
import { localTime } from './local-time.ts';
import { type SlotTimers, slotTimers } from './slot-timers.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { sqliteItems } from './sqlite-items.ts';
import { type WakeQueue, wakeQueue } from './wake-queue.ts';

/** Everything that makes one laptop do: the store, the functions over it, and the inbox. */
export type Laptop = {
  readonly needs: Needs & Subscribing;
  /** The table itself, for what moves a whole park. */
  readonly items: ItemStore;
  readonly slots: SlotTimers;
  /** Fires the slots that are due and runs what they wake, then the sweep; shows what went out. */
  readonly look: () => Promise<void>;
  readonly reconcile: () => Promise<void>;
  /** Tells what was handed over, and leaves all else that is due, with its slots, to the next look. */
  readonly tellHandOvers: () => Promise<void>;
  /** What is said of the disk while it takes nothing. */
  readonly diskProblem: () => string | undefined;
  /** Where faults go that do not follow from such a disk, which was told already. */
  readonly log: Log;
};

/** The functions read nothing of the context that AWS gives them. */
const NO_CONTEXT = {} as Context;

/**
 * What a laptop goes by: what its clock shows, movable or real, where its pages are, and how
 * messages leave it.
 */
export type Surroundings = Pick<Needs, 'now' | 'pages' | 'outlets'> & {
  readonly log: Log;
  /** Gets each message that went out, once. */
  readonly show: (received: Received) => void;
};

/** Wires the functions over `file` as on AWS, but for the slots, which are timers here. */
export function laptopOn(file: SqliteFile, surroundings: Surroundings): Laptop {
  const { now, outlets, pages, show } = surroundings;
  const log = whileWritable(surroundings.log, file);
  const items = sqliteItems(file);
  const queue = wakeQueue(file);
  const slots = slotTimers(file, queue);
  const inbox = openInbox(file, () => localTime(now()));
  const needs: Needs & Subscribing = {
    ...storedPorts(items),
    clock: { ensureSlot: slots.ensureSlot, wakeSoon: slots.wakeSoon },
    messenger: { publish: inbox.publish },
    subscribers: localSubscribers(file),
    outlets,
    calendar: stateCouncilCalendar,
    now,
    pages,
    newId: randomUUID,
    newCode: customAlphabet(CODE_ALPHABET, CODE_LENGTH),
  };
  const runs = runsOf(needs, queue, slots, log);
  const shown = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } finally {
      inbox.show(show);
    }
  };
  return {
    needs,
    items,
    slots,
    look: () => shown(runs.look),
    reconcile: () => shown(runs.reconcile),
    tellHandOvers: () => shown(runs.tellHandOvers),
    diskProblem: file.problem,
    log,
  };
}

/** The functions as their events call them. */
function runsOf(
  needs: Needs,
  queue: WakeQueue,
  slots: SlotTimers,
  log: Log,
): Pick<Laptop, 'look' | 'reconcile' | 'tellHandOvers'> {
  const onWake = queueHandler(
    wakeEvent(needs.now),
    async ({ park }) => wake(await beginRun(park, needs)),
    log,
  );
  const onSweep = eventHandler(tickEvent, () => sweep(needs), log);
  const onReconcile = eventHandler(tickEvent, () => reconcile(needs), log);
  const onHandOvers = eventHandler(
    tickEvent,
    () => eachPark(needs, async ({ open }) => tellHandOvers(await open())),
    log,
  );
  return {
    look: async () => {
      slots.fire(needs.now());
      await drain(queue, onWake);
      await onSweep({}, NO_CONTEXT);
    },
    reconcile: () => onReconcile({}, NO_CONTEXT),
    tellHandOvers: () => onHandOvers({}, NO_CONTEXT),
  };
}

/** Feeds the wake queue to `onWake`, as the event source does on AWS: what failed stays in it. */
async function drain(queue: WakeQueue, onWake: ReturnType<typeof queueHandler>): Promise<void> {
  for (const { id, body } of queue.waiting()) {
    const record = { messageId: id, body };
    const { batchItemFailures } = await onWake({ Records: [record as never] }, NO_CONTEXT);
    if (batchItemFailures.length === 0) queue.remove(id);
  }
}

/** What follows from a disk that takes nothing was said once when that was found. */
const whileWritable = (log: Log, file: SqliteFile): Log => ({
  info: log.info,
  error: (message, ...details) => {
    if (file.problem() === undefined) log.error(message, ...details);
  },
});
