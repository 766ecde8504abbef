import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

/** What a subscriber's filter policy lets through. */
export type Filter = Readonly<Record<string, readonly string[]>>;

/** A message as a subscriber has it. */
export type Arrived = {
  readonly subject: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** A queue of a subscriber's own, with what has arrived in it. */
export type Observer = { readonly arrived: () => Promise<readonly Arrived[]> };

/** Subscribes a queue to what `filter` lets through. */
export async function observe(topicArn: string, name: string, filter: Filter): Promise<Observer> {
  const sqs = new SQSClient();
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  await new SNSClient().send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: Attributes?.['QueueArn'],
      Attributes: { FilterPolicy: JSON.stringify(filter) },
    }),
  );
  const all: Arrived[] = [];
  return {
    arrived: async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      for (const { Body = '', ReceiptHandle } of Messages) {
        all.push(arrivedIn(Body));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
      return all;
    },
  };
}

/** An endpoint of a subscriber's own, which confirms when it is asked to, until it is closed. */
export type Hook = { readonly arrived: () => readonly Arrived[]; readonly close: () => void };

/** Subscribes an endpoint to what `filter` lets through. */
export async function hookUp(topicArn: string, filter: Filter): Promise<Hook> {
  const all: Arrived[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    response.end();
    const { Type, SubscribeURL = '' } = JSON.parse(body) as Envelope;
    if (Type === 'SubscriptionConfirmation') await fetch(SubscribeURL);
    else all.push(arrivedIn(body));
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new SNSClient().send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'http',
      Endpoint: `http://127.0.0.1:${port}/`,
      Attributes: { FilterPolicy: JSON.stringify(filter) },
    }),
  );
  return {
    arrived: () => all,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Envelope = {
  readonly Type: string;
  readonly SubscribeURL?: string;
  readonly Subject: string;
  readonly Message: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly Value: string }>>;
};

/** What an envelope of SNS holds. */
function arrivedIn(body: string): Arrived {
  const { Subject, Message, MessageAttributes } = JSON.parse(body) as Envelope;
  const attributes = Object.entries(MessageAttributes).map(([name, { Value }]) => [name, Value]);
  return { subject: Subject, text: Message, attributes: Object.fromEntries(attributes) };
}

/** How many messages lie in a queue. */
export async function depthOf(QueueUrl: string): Promise<number> {
  const { Attributes } = await new SQSClient().send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.['ApproximateNumberOfMessages']);
}
