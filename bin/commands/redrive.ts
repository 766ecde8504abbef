import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { type Message, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { redriveQueue } from '../../functions/clock/redrive.ts';
import type { Command } from '../command.ts';
import { badOption, readOptions } from '../options.ts';
import { DEAD_LETTERS, type DeadLetterQueueName, type Deployed, readStack } from '../stack.ts';

const spec = { stack: { type: 'string' }, queue: { type: 'string' } } as const;

/** Redrives a dead-letter queue. */
export const redriveCommand: Command = {
  summary: '死信重投：原因排除以后，把没办成的事再办一次',
  usage: [
    `用法：npm run -s ruqi -- redrive --stack Ruqi --queue ${DEAD_LETTERS.join('|')}`,
    '  WakeQueue、Slots   放回唤醒队列，园区再看一次有什么到期',
    '  Subscriptions      再发布一次，只有原来的联系人会收到',
    '  Calls              只清空：都是定时调用，下一次运行会补上',
  ].join('\n'),
  run: async (args, { out }) => {
    const { stack = 'Ruqi', queue } = readOptions(args, spec);
    if (!isQueue(queue)) {
      throw badOption('queue', '没有说明是哪个死信队列', `可选：${DEAD_LETTERS.join('、')}`);
    }
    const deployed = await readStack(stack);
    const client = new SQSClient();
    const forward = forwarders(deployed, client)[queue];
    const count = await redriveQueue(client, deployed.deadLetters[queue], forward);
    out(`${queue}：重投了${count}条。`);
    return 0;
  },
};

const isQueue = (name: string | undefined): name is DeadLetterQueueName =>
  DEAD_LETTERS.some((each) => each === name);

function forwarders(
  { wakeQueueUrl, settings }: Deployed,
  client: SQSClient,
): Readonly<Record<DeadLetterQueueName, (message: Message) => Promise<void>>> {
  const toWakeQueue = async ({ Body = '' }: Message): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl: wakeQueueUrl, MessageBody: Body }));
  };
  return {
    WakeQueue: toWakeQueue,
    Slots: toWakeQueue,
    Calls: async () => undefined,
    Subscriptions: async ({ Body = '{}' }) => {
      await new SNSClient().send(new PublishCommand(published(Body, settings.TOPIC_ARN)));
    },
  };
}

type Envelope = {
  readonly Message: string;
  readonly Subject?: string;
  readonly MessageAttributes?: Readonly<Record<string, { readonly Value: string }>>;
};

/** The original publication, from the envelope of SNS. Its attributes route it to the same contact. */
function published(
  body: string,
  topicArn: string,
): ConstructorParameters<typeof PublishCommand>[0] {
  const { Message, Subject, MessageAttributes = {} } = JSON.parse(body) as Envelope;
  const attributes = Object.entries(MessageAttributes).map(([name, { Value }]) => [
    name,
    { DataType: 'String', StringValue: Value },
  ]);
  return {
    TopicArn: topicArn,
    Message,
    ...(Subject !== undefined && { Subject }),
    MessageAttributes: Object.fromEntries(attributes),
  };
}
