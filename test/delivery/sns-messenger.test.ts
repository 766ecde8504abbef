import {
  AuthorizationErrorException,
  InternalErrorException,
  PublishBatchCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { snsMessenger } from '../../functions/delivery/sns-messenger.ts';
import type { OutgoingMessage } from '../../functions/flows/ports.ts';
import { digestNamed } from '../support/ids.ts';
import { aMessage } from '../support/messages.ts';
import 'aws-sdk-client-mock-vitest/extend';

const sns = mockClient(SNSClient);
const topic = 'arn:aws:sns:local:000000000000:notices';
const messenger = snsMessenger(new SNSClient({ region: 'local' }), topic);

const message = (contact: string): OutgoingMessage =>
  aMessage(contact, [
    { id: digestNamed('2022-06-27#owner@安环局#1'), keys: ['a'] },
    { id: digestNamed('2022-06-27#owner@安环局#2'), keys: ['b'] },
  ]);

beforeEach(() => {
  sns.reset();
});

describe('publishing', () => {
  it('hands over a batch with the attributes that subscribers filter on', async () => {
    sns
      .on(PublishBatchCommand)
      .resolves({ Successful: [{ Id: '0', MessageId: 'm-1' }], Failed: [] });

    expect(await messenger.publish([message('anhuan-owner')])).toEqual([
      { result: 'accepted', messageId: 'm-1' },
    ]);
    const text = (StringValue: string): { DataType: string; StringValue: string } => ({
      DataType: 'String',
      StringValue,
    });
    expect(sns).toHaveReceivedCommandWith(PublishBatchCommand, {
      TopicArn: topic,
      PublishBatchRequestEntries: [
        {
          Id: '0',
          Subject: '安环局责任人：6月27日（周一），有1项工作临近到期',
          Message: '正文',
          MessageAttributes: {
            park: text('linxiang'),
            contact: text('anhuan-owner'),
            role: text('owner'),
            lamp: text('yellow'),
            channel: text('wecom'),
            digest: text('2022-06-27#owner@安环局#1,2022-06-27#owner@安环局#2'),
            short: text('短文'),
          },
        },
      ],
    });
  });

  it('tells apart what was taken, refused and not named', async () => {
    sns.on(PublishBatchCommand).resolves({
      Successful: [{ Id: '1', MessageId: 'm-2' }],
      Failed: [{ Id: '0', Code: 'InvalidParameter', Message: 'too long', SenderFault: true }],
    });
    const outcomes = await messenger.publish(['a', 'b', 'c'].map(message));
    expect(outcomes.map(({ result }) => result)).toEqual(['rejected', 'accepted', 'unknown']);
    expect(outcomes[0]).toMatchObject({ reason: 'InvalidParameter: too long' });
  });

  it('does not blame a message that the topic was too busy for', async () => {
    sns.on(PublishBatchCommand).resolves({
      Successful: [],
      Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }],
    });
    expect((await messenger.publish([message('a')])).map(({ result }) => result)).toEqual([
      'deferred',
    ]);
  });

  it('takes a refused call as taken by nobody, and no fault of the messages', async () => {
    sns
      .on(PublishBatchCommand)
      .rejects(new AuthorizationErrorException({ $metadata: {}, message: 'no' }));
    const outcomes = await messenger.publish(['a', 'b'].map(message));
    expect(outcomes.map(({ result }) => result)).toEqual(['deferred', 'deferred']);
  });

  it.each([
    {
      what: 'a fault of the service',
      fault: new InternalErrorException({ $metadata: {}, message: 'oops' }),
    },
    { what: 'a broken line', fault: new Error('ECONNRESET') },
  ])('does not know what became of the messages after $what', async ({ fault }) => {
    sns.on(PublishBatchCommand).rejects(fault);
    expect((await messenger.publish([message('a')])).map(({ result }) => result)).toEqual([
      'unknown',
    ]);
  });
});
