import type { Temporal } from 'temporal-polyfill';
import { stateCouncilCalendar } from '../../functions/domain/calendar/working-calendar.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { inboxForAll } from '../../functions/domain/contacts/outlets.ts';
import { CODE_LENGTH } from '../../functions/domain/messages/action-link.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import type { OutgoingMessage, Ports, PublishOutcome } from '../../functions/flows/ports.ts';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { aPark, at, deadlinesOnly } from './builders.ts';
import { putContacts } from './contacts.ts';
import { type Memory, memory } from './memory.ts';
import { enterTasks, watchPark } from './requests.ts';

/** One notice as the subscriber of the topic counts it. */
type Delivery = {
  readonly at: string;
  readonly contact: string;
  readonly digest: string;
  readonly key: string;
};

/** A park in memory, with a clock that is set and a subscriber that counts. */
export type World = Memory & {
  readonly ports: Ports;
  readonly now: () => Temporal.Instant;
  /** Sets the clock to park time, `2022-06-15 08:00`, and lets the index catch up. */
  readonly goTo: (local: string) => void;
  readonly deliveries: Delivery[];
  readonly messages: OutgoingMessage[];
  /** `park minute` of every slot that was asked for. */
  readonly slots: Set<string>;
  /** `park instant` of every near wake that was asked for. */
  readonly calls: string[];
  /** Decides what becomes of a message; by default it is accepted. */
  readonly answer: { to: (message: OutgoingMessage) => PublishOutcome | undefined };
  /** Where the links of its messages lead; nowhere by default. */
  readonly pages: { at: string | null };
};

export function newWorld(lag = 0): World {
  const store = memory(lag);
  const deliveries: Delivery[] = [];
  const messages: OutgoingMessage[] = [];
  const slots = new Set<string>();
  const calls: string[] = [];
  const answer: World['answer'] = { to: () => undefined };
  const pages: World['pages'] = { at: null };
  let now = at('2022-01-01 00:00');
  let names = 0;

  function accepted(message: OutgoingMessage): PublishOutcome {
    const refusal = answer.to(message);
    if (refusal) return refusal;
    messages.push(message);
    for (const { id, keys } of message.digests) {
      for (const key of keys) {
        deliveries.push({ at: now.toString(), contact: message.contact, digest: id, key });
      }
    }
    return { result: 'accepted', messageId: `message-${messages.length}` };
  }

  const ports: Ports = {
    register: store.register,
    ledger: store.ledger,
    links: store.links,
    collections: store.collections,
    clock: {
      ensureSlot: async (park, slot) => void slots.add(`${park} ${slot.toString()}`),
      wakeSoon: async (park, soon) => void calls.push(`${park} ${soon.toString()}`),
    },
    messenger: { publish: async (batch) => batch.map(accepted) },
    book: { all: async () => [], put: async () => undefined },
    outlets: inboxForAll,
    calendar: stateCouncilCalendar,
    now: () => now,
    newId: () => `id-${(names += 1)}`,
    newCode: () => `code${(names += 1)}`.padEnd(CODE_LENGTH, '0'),
    pages: () => pages.at,
  };
  return {
    ...store,
    ports,
    now: () => now,
    goTo: (local) => {
      now = at(local);
      store.catchUp();
    },
    deliveries,
    messages,
    slots,
    calls,
    answer,
    pages,
  };
}

/** Opens the park of `world` at its present time, with `tasks` in hand. */
export async function settleIn(
  world: World,
  tasks: readonly Task[],
  contacts: readonly Contact[],
  policy: Policy = deadlinesOnly,
): Promise<void> {
  await openPark(aPark(), world.ports, policy);
  await putContacts('linxiang', contacts, world.ports);
  await enterTasks('linxiang', tasks, world.now(), world.ports);
  await watchPark('linxiang', tasks, world.now(), world.ports);
}
