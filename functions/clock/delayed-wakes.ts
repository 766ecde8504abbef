import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../flows/ports.ts';

/** Maximum delay of an SQS message. */
const LONGEST = Temporal.Duration.from({ seconds: 900 });

/** Added to the delay, as clocks differ and a message that arrives early finds nothing due. */
const MARGIN = Temporal.Duration.from({ seconds: 5 });

/** Near wakes as delayed messages in the wake queue. A duplicate finds nothing due. */
export const delayedWakes = (
  client: SQSClient,
  queueUrl: string,
  now: () => Temporal.Instant,
): Pick<Clock, 'wakeSoon'> => ({
  wakeSoon: async (park, at) => {
    const wait = Math.ceil(at.add(MARGIN).since(now()).total('seconds'));
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify({ park, slot: at.toString({ smallestUnit: 'second' }) }),
        DelaySeconds: Math.min(Math.max(wait, 0), LONGEST.seconds),
      }),
    );
  },
});
