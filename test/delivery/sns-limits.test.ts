import {
  AuthorizationErrorException,
  BatchRequestTooLongException,
  InvalidParameterException,
  PublishBatchCommand,
  type PublishBatchCommandInput,
  type PublishBatchCommandOutput,
  SNSClient,
} from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { snsMessenger } from '../../functions/delivery/sns-messenger.ts';
import type { OutgoingMessage } from '../../functions/flows/ports.ts';
import { aMessage } from '../support/messages.ts';

const sns = mockClient(SNSClient);
const messenger = snsMessenger(new SNSClient({ region: 'local' }), 'arn:aws:sns:local:0:notices');

beforeEach(() => {
  sns.reset();
});

type Answer = Pick<PublishBatchCommandOutput, 'Successful'>;

/** A topic that counts bytes as SNS does, and notes how many messages came with each call. */
function countingTopic(): readonly number[] {
  const calls: number[] = [];
  const bytes = (text = ''): number => Buffer.byteLength(text);
  sns.on(PublishBatchCommand).callsFake((input: PublishBatchCommandInput): Answer => {
    const all = input.PublishBatchRequestEntries ?? [];
    calls.push(all.length);
    const sum = all
      .flatMap(({ Message: OutgoingMessage, Subject, MessageAttributes = {} }) => [
        bytes(OutgoingMessage) + bytes(Subject),
        ...Object.entries(MessageAttributes).map(
          ([name, { DataType, StringValue }]) => bytes(name) + bytes(DataType) + bytes(StringValue),
        ),
      ])
      .reduce((a, b) => a + b, 0);
    if (sum > 262_144)
      throw new BatchRequestTooLongException({ $metadata: {}, message: 'too long' });
    return { Successful: all.map(({ Id }) => ({ Id, MessageId: `m-${Id}` })) };
  });
  return calls;
}

/** A topic that refuses every call that has the message to `contact` in it. */
function refusing(contact: string, fault: Error): readonly number[] {
  const calls: number[] = [];
  sns.on(PublishBatchCommand).callsFake((input: PublishBatchCommandInput): Answer => {
    const all = input.PublishBatchRequestEntries ?? [];
    calls.push(all.length);
    if (all.some((each) => each.MessageAttributes?.['contact']?.StringValue === contact))
      throw fault;
    return { Successful: all.map(({ Id }) => ({ Id, MessageId: `m-${Id}` })) };
  });
  return calls;
}

const results = async (messages: readonly OutgoingMessage[]): Promise<readonly string[]> =>
  (await messenger.publish(messages)).map(({ result }) => result);

/** A message with a body of `bytes`, in characters of three. */
const long = (contact: string, bytes: number): OutgoingMessage => ({
  ...aMessage(contact),
  text: '字'.repeat(Math.ceil(bytes / 3)),
});

describe('a batch that is larger than one call takes', () => {
  it('goes out in several calls, each as full as it may be', async () => {
    const calls = countingTopic();
    const ten = Array.from({ length: 10 }, (_, at) => long(`c-${at}`, 60_000));
    expect(await results(ten)).toEqual(Array.from({ length: 10 }, () => 'accepted'));
    expect(calls).toEqual([4, 4, 2]);
  });

  it('counts subject and attributes, too: bodies that fill a call alone leave no room for them', async () => {
    const calls = countingTopic();
    const two = [long('a', 131_070), long('b', 131_070)];
    expect(await results(two)).toEqual(['accepted', 'accepted']);
    expect(calls).toEqual([1, 1]);
  });
});

describe('a message that SNS would not take', () => {
  it.each([
    {
      what: 'too large',
      over: { text: '字'.repeat(90_000) },
      says: /字节，SNS 一条至多收 262144 字节/,
    },
    {
      what: 'with too long a subject',
      over: { subject: '长'.repeat(100) },
      says: /主题有 100 个字/,
    },
    {
      what: 'with a line break in its subject',
      over: { subject: '一\n二' },
      says: /换行或控制字符/,
    },
    {
      what: 'with a control character in its subject',
      over: { subject: '一\u0085二' },
      says: /换行或控制字符/,
    },
    { what: 'without a subject', over: { subject: '' }, says: /主题是空的/ },
    { what: 'without a body', over: { text: '' }, says: /正文是空的/ },
    { what: 'with half a character', over: { text: '一\ud800二' }, says: /残缺的字符/ },
  ])(
    '$what is refused in words as its own fault, and the others go out',
    async ({ over, says }) => {
      const calls = countingTopic();
      const outcomes = await messenger.publish([
        aMessage('a'),
        { ...aMessage('b'), ...over },
        aMessage('c'),
      ]);
      expect(outcomes.map(({ result }) => result)).toEqual(['accepted', 'rejected', 'accepted']);
      expect(outcomes[1]).toMatchObject({ reason: expect.stringMatching(says) });
      expect(calls).toEqual([2]);
    },
  );

  it('is none for Chinese, or for 99 characters', async () => {
    countingTopic();
    expect(await results([{ ...aMessage('a'), subject: '长'.repeat(99) }])).toEqual(['accepted']);
  });

  it('has no empty attribute, which SNS refuses: a test message names no digest', async () => {
    countingTopic();
    await messenger.publish([{ ...aMessage('a'), digests: [], short: null }]);
    const [call] = sns.commandCalls(PublishBatchCommand);
    const [entry] = call?.args[0].input.PublishBatchRequestEntries ?? [];
    expect(Object.keys(entry?.MessageAttributes ?? {})).toEqual([
      'park',
      'contact',
      'role',
      'lamp',
      'channel',
    ]);
  });
});

describe('a refusal of the whole call', () => {
  it('for one message does not block the others: each goes out once by itself', async () => {
    const fault = new InvalidParameterException({ $metadata: {}, message: 'Subject' });
    const calls = refusing('b', fault);
    expect(await results(['a', 'b', 'c'].map((contact) => aMessage(contact)))).toEqual([
      'accepted',
      'rejected',
      'accepted',
    ]);
    expect(calls).toEqual([3, 1, 1, 1]);
  });

  it('that says nothing of a message blames none', async () => {
    const fault = new AuthorizationErrorException({ $metadata: {}, message: 'no' });
    const calls = refusing('b', fault);
    expect(await results(['a', 'b'].map((contact) => aMessage(contact)))).toEqual([
      'accepted',
      'deferred',
    ]);
    expect(calls).toEqual([2, 1, 1]);
  });
});
