import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { redriveCommand } from '../../../bin/commands/redrive.ts';
import { run } from '../../support/command-line.ts';
import { outputs, settings, stackWith } from '../../support/deployed.ts';
import 'aws-sdk-client-mock-vitest/extend';

const [formation, sqs, sns] = [
  mockClient(CloudFormationClient),
  mockClient(SQSClient),
  mockClient(SNSClient),
];

const deployed = (all: Readonly<Record<string, string>>): void =>
  void formation
    .on(DescribeStacksCommand, { StackName: 'Ruqi' })
    .resolves({ Stacks: [stackWith(all)] });

const letter = (queue: string, Body: string): void =>
  void sqs
    .on(ReceiveMessageCommand, { QueueUrl: `https://sqs.local/${queue}` })
    .resolvesOnce({ Messages: [{ Body, ReceiptHandle: 'r' }] })
    .resolves({});

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'local');
  for (const each of [formation, sqs, sns]) each.reset();
  deployed(outputs);
  sqs.on(SendMessageCommand).resolves({});
  sqs.on(DeleteMessageCommand).resolves({});
  sns.on(PublishCommand).resolves({});
});

describe('messages in the dead-letter queue', () => {
  it.each(['WakeQueue', 'Slots'])('by %s goes back to the wake queue', async (queue) => {
    letter(queue, '{"park":"linxiang"}');
    expect((await run(redriveCommand, '--queue', queue)).out).toEqual([`${queue}：重投了1条。`]);
    expect(sqs).toHaveReceivedCommandWith(SendMessageCommand, {
      QueueUrl: 'https://sqs.local/wake',
      MessageBody: '{"park":"linxiang"}',
    });
  });

  it('from a subscription are published to their contact again', async () => {
    const envelope = {
      Message: '正文',
      Subject: '标题',
      MessageAttributes: { contact: { Type: 'String', Value: 'a' } },
    };
    letter('Subscriptions', JSON.stringify(envelope));
    await run(redriveCommand, '--queue', 'Subscriptions');
    expect(sns).toHaveReceivedCommandWith(PublishCommand, {
      TopicArn: settings.TOPIC_ARN,
      Message: '正文',
      Subject: '标题',
      MessageAttributes: { contact: { DataType: 'String', StringValue: 'a' } },
    });
  });

  it('from a recurring call are only deleted, because the next call repeats the work', async () => {
    letter('Calls', '{}');
    expect((await run(redriveCommand, '--queue', 'Calls')).out).toEqual(['Calls：重投了1条。']);
    expect(sqs.commandCalls(SendMessageCommand)).toEqual([]);
  });

  it('from an unknown queue are rejected', async () => {
    expect((await run(redriveCommand, '--queue', 'Wake')).err).toContain('可选：WakeQueue、Slots');
  });
});

describe('a stack', () => {
  it('that does not exist is rejected', async () => {
    formation.on(DescribeStacksCommand).rejects(new Error('Stack with id Ruqi does not exist'));
    const { code, err } = await run(redriveCommand, '--queue', 'Slots');
    expect(code).toBe(2);
    expect(err).toContain('堆栈 Ruqi：读不到');
  });

  it('of an older version is rejected', async () => {
    deployed({ TableName: 'ruqi' });
    expect((await run(redriveCommand, '--queue', 'Slots')).err).toContain(
      '不是这个版本的如期部署的',
    );
  });
});
