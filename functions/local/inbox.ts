import { z } from 'zod';
import type { Messenger, OutgoingMessage } from '../flows/ports.ts';
import type { SqliteFile } from './sqlite-file.ts';

const Received = z.object({
  /** Park time of arrival, `2022-06-15 08:00`. */
  slot: z.string(),
  contact: z.string(),
  role: z.string(),
  lamp: z.string(),
  digests: z.array(z.string()).readonly(),
  text: z.string(),
});

/** A received message. */
export type Received = z.infer<typeof Received>;

/** The topic of one laptop and its only subscriber, which replaces all channels. */
export type Inbox = Messenger & {
  /**
   * Passes every message that was not shown yet to `show`, oldest first. A message counts as shown when
   * `show` returns, so that it is shown again if the process dies before.
   */
  readonly show: (show: (received: Received) => void) => void;
};

/**
 * The inbox in `file`. An accepted message is stored durably.
 *
 * @param now - park time, `2022-06-15 08:00`.
 */
export const openInbox = (file: SqliteFile, now: () => string): Inbox => ({
  publish: async (messages) =>
    file.write(() =>
      messages.map((message) => {
        const received = JSON.stringify(receivedOf(message, now()));
        file.run('INSERT INTO inbox (message, isShown) VALUES (?, 0)', received);
        const messageId = `local-${String(file.all('SELECT last_insert_rowid() AS id')[0]?.['id'])}`;
        return { result: 'accepted', messageId } as const;
      }),
    ),
  show: (show) => {
    for (const { id, message } of file.all(
      'SELECT id, message FROM inbox WHERE isShown = 0 ORDER BY id',
    )) {
      show(Received.parse(JSON.parse(String(message))));
      file.write(() => file.run('UPDATE inbox SET isShown = 1 WHERE id = ?', Number(id)));
    }
  },
});

const receivedOf = (
  { contact, role, lamp, digests, text }: OutgoingMessage,
  slot: string,
): Received => ({
  slot,
  contact,
  role,
  lamp,
  digests: digests.map(({ id }) => id),
  text,
});
