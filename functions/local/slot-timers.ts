import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../flows/ports.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { LocalWakeQueue } from './wake-queue.ts';

/** The slots of one laptop, shared by all processes that have its file open. */
export type SlotTimers = Clock & {
  /** The earliest slot. */
  readonly next: () => Temporal.Instant | undefined;
  /** Moves every slot at or before `now` to the wake queue as a message. */
  readonly fire: (now: Temporal.Instant) => void;
};

/** The slots in `file`. A due slot moves to `queue` in one transaction. */
export const slotTimers = (file: SqliteFile, queue: LocalWakeQueue): SlotTimers => ({
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

/** Timers have no minimum delay, so a near wake is a slot like any other. */
const keep = (file: SqliteFile, park: string, at: Temporal.Instant): void =>
  file.write(() =>
    file.run('INSERT OR IGNORE INTO slots (park, at) VALUES (?, ?)', park, second(at)),
  );

/** Fixed-length text whose order is the order in time. */
const second = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' });
