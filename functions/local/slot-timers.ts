import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../flows/ports.ts';

/** Slots of one laptop: kept in memory, because the reconcile run of every start makes them anew. */
export type SlotTimers = Clock & {
  /** The earliest slot. */
  readonly next: () => Temporal.Instant | undefined;
  /** Puts a message into the wake queue for every slot at or before `now`, and forgets it. */
  readonly fire: (now: Temporal.Instant) => Promise<void>;
};

type Slot = { readonly park: string; readonly at: Temporal.Instant };

/** @param send - puts a message into the wake queue. */
export function slotTimers(send: (body: string) => Promise<void>): SlotTimers {
  const slots = new Map<string, Slot>();
  const inOrder = (): readonly (readonly [string, Slot])[] =>
    [...slots].toSorted(([, a], [, b]) => Temporal.Instant.compare(a.at, b.at));
  return {
    ensureSlot: async (park, at) => void slots.set(`${park} ${at.toString()}`, { park, at }),
    next: () => inOrder()[0]?.[1].at,
    fire: async (now) => {
      for (const [name, { park, at }] of inOrder()) {
        if (Temporal.Instant.compare(at, now) > 0) return;
        await send(JSON.stringify({ park, slot: at.toString({ smallestUnit: 'second' }) }));
        slots.delete(name);
      }
    },
  };
}
