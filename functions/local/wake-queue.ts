import type { SqliteFile } from './sqlite-file.ts';

/** A message in the queue. */
type QueuedMessage = { readonly id: string; readonly body: string };

/** The queue of wake messages. A message stays until it is removed. */
export type LocalWakeQueue = {
  readonly send: (body: string) => void;
  /** All messages, oldest first. */
  readonly waiting: () => readonly QueuedMessage[];
  readonly remove: (id: string) => void;
};

/** The wake queue in `file`. */
export const wakeQueue = (file: SqliteFile): LocalWakeQueue => ({
  send: (body) => file.write(() => file.run('INSERT INTO queue (body) VALUES (?)', body)),
  waiting: () =>
    file
      .all('SELECT id, body FROM queue ORDER BY id')
      .map(({ id, body }) => ({ id: String(id), body: String(body) })),
  remove: (id) => file.write(() => file.run('DELETE FROM queue WHERE id = ?', Number(id))),
});
