import type { AddressInfo } from 'node:net';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';

/** A queue of the embedded engine. */
export type EmbeddedQueue = {
  readonly arn: string;
  readonly send: (body: string) => Promise<void>;
  /** Up to ten messages that nobody is working on; none if there are none now. */
  readonly receive: () => Promise<readonly Message[]>;
  readonly remove: (message: Message) => Promise<void>;
};

/** An embedded SNS and SQS on the loopback address. */
export type EmbeddedTopic = {
  readonly sns: SNSClient;
  readonly topicArn: string;
  /** Subscribed to the topic: every message that goes out arrives here. */
  readonly inbox: EmbeddedQueue;
  /** What slots put their messages into. */
  readonly wakeQueue: EmbeddedQueue;
  readonly stop: () => Promise<void>;
};

const ANYONE = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** Starts SNS and SQS in this process, with the topic, the wake queue and an inbox subscribed to all. */
export async function startTopic(): Promise<EmbeddedTopic> {
  const app = buildApp({ logger: false });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const sns = new SNSClient({ ...ANYONE, endpoint, maxAttempts: 1 });
  const sqs = new SQSClient({ ...ANYONE, endpoint, maxAttempts: 1 });

  const { TopicArn: topicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'notices' }));
  const inbox = await queueIn(sqs, 'inbox');
  const wakeQueue = await queueIn(sqs, 'wake');
  await sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: inbox.arn,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
  const stop = async (): Promise<void> => {
    sns.destroy();
    sqs.destroy();
    app.server.closeAllConnections();
    await app.close();
  };
  return { sns, topicArn, inbox, wakeQueue, stop };
}

async function queueIn(sqs: SQSClient, name: string): Promise<EmbeddedQueue> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return {
    arn: Attributes?.['QueueArn'] ?? '',
    send: async (MessageBody) => {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
    receive: async () => {
      const { Messages } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ['All'],
          VisibilityTimeout: 1,
        }),
      );
      return Messages ?? [];
    },
    remove: async ({ ReceiptHandle }) => {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
  };
}
