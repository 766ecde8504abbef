import { z } from 'zod';
import { Moment } from '../domain/base/parsing.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** What one laptop remembers beside its table. */
const State = z.object({
  /** When the movable clock stands; null while the real one is used. */
  now: Moment.nullable(),
  /** When the register was entered. */
  enteredAt: Moment,
  /** Whether every task was entered: an entry that was cut short is made again. */
  isEntered: z.boolean(),
});
export type State = z.infer<typeof State>;

/**
 * The state kept in `file`, or undefined before the first start.
 *
 * @throws {z.ZodError | SyntaxError} if it is not what {@link saveState} wrote.
 */
export function loadState(file: SqliteFile): State | undefined {
  const rows = file.all('SELECT name, value FROM state');
  if (rows.length === 0) return undefined;
  const entries = rows.map(({ name, value }) => [String(name), JSON.parse(String(value))]);
  return State.parse(Object.fromEntries(entries));
}

/** Writes what changed of the state, and nothing else: a command may be at work beside a start. */
export function saveState(file: SqliteFile, changes: Partial<State>): void {
  const encoded = z.encode(State.partial(), changes);
  file.write(() => {
    for (const [name, value] of Object.entries(encoded)) {
      const text = JSON.stringify(value);
      file.run('INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)', name, text);
    }
  });
}
