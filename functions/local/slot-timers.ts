import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../flows/ports.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { WakeQueue } from './wake-queue.ts';

/** Slots of one laptop, shared by all processes that have its file open. */
export type SlotTimers = Clock & {
  /** The earliest slot. */
  readonly next: () => Temporal.Instant | undefined;
  /** Puts a message into the wake queue for every slot at or before `now`, and forgets it. */
  readonly fire: (now: Temporal.Instant) => void;
};

/** The slots, kept in `file`; each moves into `queue` in one transaction when its time has come. */
export const slotTimers = (file: SqliteFile, queue: WakeQueue): SlotTimers => ({
  ensureSlot: async (park, at) => keep(file, park, at),
  wakeSoon: async (park, at) => keep(file, park, at),
  next: () => {
    const [first] = file.all('SELECT at FROM slots ORDER BY at LIMIT 1');
    return first && Temporal.Instant.from(String(first['at']));
  },
  fire: (now) =>
    file.write(() => {
      const due = file.all('SELECT park, at FROM slots WHERE at <= ? ORDER BY at', second(now));
      for (const { park, at } of due) queue.send(JSON.stringify({ park, slot: at }));
      if (due.length > 0) file.run('DELETE FROM slots WHERE at <= ?', second(now));
    }),
});

/** A timer knows no nearest time, so that a near wake is one like any other. */
const keep = (file: SqliteFile, park: string, at: Temporal.Instant): void =>
  file.write(() =>
    file.run('INSERT OR IGNORE INTO slots (park, at) VALUES (?, ?)', park, second(at)),
  );

/** Instants of one length, whose order as text is their order in time. */
const second = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' });
