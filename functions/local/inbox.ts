import { appendFile, readFile } from 'node:fs/promises';
import type { Message } from '@aws-sdk/client-sqs';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { EmbeddedQueue } from './embedded-topic.ts';

const Received = z.object({
  /** Park time of arrival, `2022-06-15 08:00`. */
  slot: z.string(),
  contact: z.string(),
  role: z.string(),
  lamp: z.string(),
  digests: z.array(z.string()).readonly(),
  text: z.string(),
});

/** A message as it arrived at the subscriber. */
export type Received = z.infer<typeof Received>;

/** Everything that went out, as the subscriber of the topic got it. */
export type Inbox = {
  /** Takes what has arrived and answers it. */
  readonly collect: (now: Temporal.ZonedDateTime) => Promise<readonly Received[]>;
  /** All that ever arrived, oldest first. */
  readonly all: () => readonly Received[];
};

/**
 * The inbox that `queue` feeds, kept in the file `path`, one JSON line a message.
 *
 * @throws {z.ZodError | SyntaxError} if the file is not what an inbox wrote.
 */
export async function openInbox(queue: EmbeddedQueue, path: string): Promise<Inbox> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const received = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Received => Received.parse(JSON.parse(line)));

  async function collect(now: Temporal.ZonedDateTime): Promise<readonly Received[]> {
    const arrived: Received[] = [];
    for (let batch = await queue.receive(); batch.length > 0; batch = await queue.receive()) {
      for (const message of batch) {
        const one = receivedOf(message, now);
        await appendFile(path, `${JSON.stringify(one)}\n`);
        await queue.remove(message);
        received.push(one);
        arrived.push(one);
      }
    }
    return arrived;
  }

  return { collect, all: () => received };
}

function receivedOf(
  { Body = '', MessageAttributes = {} }: Message,
  now: Temporal.ZonedDateTime,
): Received {
  const attribute = (name: string): string => MessageAttributes[name]?.StringValue ?? '';
  return {
    slot: `${now.toPlainDate().toString()} ${now.toPlainTime().toString().slice(0, 'HH:MM'.length)}`,
    contact: attribute('contact'),
    role: attribute('role'),
    lamp: attribute('lamp'),
    digests: attribute('digest').split(','),
    text: Body,
  };
}
