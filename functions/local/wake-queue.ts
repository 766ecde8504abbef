import type { SqliteFile } from './sqlite-file.ts';

/** A message that waits in the queue. */
type QueuedMessage = { readonly id: string; readonly body: string };

/** The queue that slots put their messages into: each stays until it is removed. */
export type WakeQueue = {
  readonly send: (body: string) => void;
  /** All that wait, the oldest first. */
  readonly waiting: () => readonly QueuedMessage[];
  readonly remove: (id: string) => void;
};

/** The wake queue, kept in `file`. */
export const wakeQueue = (file: SqliteFile): WakeQueue => ({
  send: (body) => file.write(() => file.run('INSERT INTO queue (body) VALUES (?)', body)),
  waiting: () =>
    file
      .all('SELECT id, body FROM queue ORDER BY id')
      .map(({ id, body }) => ({ id: String(id), body: String(body) })),
  remove: (id) => file.write(() => file.run('DELETE FROM queue WHERE id = ?', Number(id))),
});
