import { randomUUID } from 'node:crypto';
import { customAlphabet } from 'nanoid';
import { stateCouncilCalendar } from '../domain/calendar/working-calendar.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../domain/messages/action-link.ts';
import type { Subscribing } from '../flows/contacts/subscribe-contacts.ts';
import type { Ports } from '../flows/ports.ts';
import type { ItemStore } from '../register/item-store.ts';
import { storedPorts } from '../register/stored-ports.ts';
import type { Log } from '../runtime/middleware.ts';
import { openInbox, type Received } from './inbox.ts';
import { type LocalFunctions, localFunctions } from './local-functions.ts';
import { localSubscribers } from './local-subscribers.ts';
import { localTime } from './local-time.ts';
import { type SlotTimers, slotTimers } from './slot-timers.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { sqliteItems } from './sqlite-items.ts';
import { wakeQueue } from './wake-queue.ts';

/** One laptop as a whole stage: the store, the functions and the inbox. Sent messages are shown. */
export type Laptop = LocalFunctions & {
  readonly ports: Ports & Subscribing;
  /** The table itself, for export and restore of a whole park. */
  readonly items: ItemStore;
  readonly slots: SlotTimers;
  /** The message about the disk while it cannot be written. */
  readonly diskProblem: () => string | undefined;
  /** Receives errors, except those of such a disk, which was reported already. */
  readonly log: Log;
};

/** The clock of a laptop, movable or real, the address of its pages, and its channels. */
export type Surroundings = Pick<Ports, 'now' | 'pages' | 'outlets'> & {
  readonly log: Log;
  /** Receives each sent message once. */
  readonly show: (received: Received) => void;
};

/** Wires the functions to `file` as on AWS, except that slots are timers here. */
export function laptopOn(file: SqliteFile, surroundings: Surroundings): Laptop {
  const { now, outlets, pages, show } = surroundings;
  const log = whileWritable(surroundings.log, file);
  const items = sqliteItems(file);
  const queue = wakeQueue(file);
  const slots = slotTimers(file, queue);
  const inbox = openInbox(file, () => localTime(now()));
  const ports: Ports & Subscribing = {
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
  const functions = localFunctions(ports, queue, slots, log);
  const shown = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } finally {
      inbox.show(show);
    }
  };
  return {
    ports,
    items,
    slots,
    look: () => shown(functions.look),
    reconcile: () => shown(functions.reconcile),
    tellHandOvers: () => shown(functions.tellHandOvers),
    diskProblem: file.problem,
    log,
  };
}

/** While the disk cannot be written, errors follow from that, and that was reported once. */
const whileWritable = (log: Log, file: SqliteFile): Log => ({
  info: log.info,
  error: (message, ...details) => {
    if (file.problem() === undefined) log.error(message, ...details);
  },
});
