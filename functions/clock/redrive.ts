import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** Long enough to hand a batch on, short enough to be tried again soon. */
const HELD_SECONDS = 60;

/**
 * Takes every message out of a dead-letter queue, each after it was handed on. SQS's own redrive does
 * not exist in the regions in mainland China.
 *
 * @returns how many there were.
 */
export async function redrive(
  client: SQSClient,
  queueUrl: string,
  handOn: (message: Message) => Promise<void>,
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
      await handOn(message);
      const { ReceiptHandle } = message;
      await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
      count += 1;
    }
  }
}
