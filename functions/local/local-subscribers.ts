import type { SnsChannel } from '../domain/contacts/contact.ts';
import type { Listed } from '../domain/contacts/topic-changes.ts';
import type { Subscribers } from '../flows/ports.ts';
import type { SqliteFile, SqliteRow } from './sqlite-file.ts';

/** The subscriptions of a laptop's topic, stored in `file`. They need no confirmation. */
export const localSubscribers = (file: SqliteFile): Subscribers => ({
  list: async () => {
    const listed = file.all('SELECT arn, channel, endpoint FROM subscriptions').map(listedOf);
    return { listed, total: listed.length };
  },
  subscribe: async (_park, { channel, endpoint }) => {
    const arn = `local:${channel}:${endpoint}`;
    file.write(() =>
      file.run(
        'INSERT OR IGNORE INTO subscriptions (arn, channel, endpoint) VALUES (?, ?, ?)',
        arn,
        channel,
        endpoint,
      ),
    );
    return arn;
  },
  filter: async () => undefined,
  unsubscribe: async (arn) =>
    file.write(() => file.run('DELETE FROM subscriptions WHERE arn = ?', arn)),
});

const listedOf = ({ arn, channel, endpoint }: SqliteRow): Listed => ({
  channel: channel as SnsChannel,
  endpoint: String(endpoint),
  arn: String(arn),
});
