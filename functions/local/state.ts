import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Moment } from '../domain/base/parsing.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** What a laptop stores next to its table. */
const LaptopState = z.object({
  /** The time of the movable clock; null with the real clock. */
  now: Moment.nullable(),
  /** When the register was filled. */
  enteredAt: Moment,
  /** Whether the register was filled completely: after an interruption it is filled again. */
  isEntered: z.boolean(),
});
export type LaptopState = z.infer<typeof LaptopState>;

/**
 * The state kept in `file`, or undefined before the first start.
 *
 * @throws {z.ZodError | SyntaxError} if it is not what {@link saveState} wrote.
 */
export function loadState(file: SqliteFile): LaptopState | undefined {
  const rows = file.all('SELECT name, value FROM state');
  if (rows.length === 0) return undefined;
  const entries = rows.map(({ name, value }) => [String(name), JSON.parse(String(value))]);
  return LaptopState.parse(Object.fromEntries(entries));
}

/** Writes only `changes`, as other processes may write the rest of the state at the same time. */
export function saveState(file: SqliteFile, changes: Partial<LaptopState>): void {
  const encoded = z.encode(LaptopState.partial(), changes);
  file.write(() => {
    for (const [name, value] of Object.entries(encoded)) {
      const text = JSON.stringify(value);
      file.run('INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)', name, text);
    }
  });
}

/** The movable clock on the first start: the morning of a before-15 rung. */
const SAMPLE_START = Temporal.Instant.from('2022-06-15T08:00:00+08:00');

/** The state of a laptop on its first start. */
export function firstState(isLive: boolean, realNow: () => Temporal.Instant): LaptopState {
  const enteredAt = isLive ? realNow() : SAMPLE_START;
  return { now: isLive ? null : SAMPLE_START, enteredAt, isEntered: false };
}
