import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** Visibility timeout: enough to forward a batch, and short enough for a quick retry. */
const HELD_SECONDS = 60;

/**
 * Forwards every message of a dead-letter queue and then deletes it. Replaces the redrive of SQS, which
 * the regions in mainland China lack.
 *
 * @returns the number of messages.
 */
export async function redriveQueue(
  client: SQSClient,
  queueUrl: string,
  forward: (message: Message) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        VisibilityTimeout: HELD_SECONDS,
      }),
    );
    if (Messages.length === 0) return count;
    for (const message of Messages) {
      await forward(message);
      const { ReceiptHandle } = message;
      await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
      count += 1;
    }
  }
}
