import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { redriveQueue } from '../../functions/clock/redrive.ts';

const sqs = mockClient(SQSClient);
const client = new SQSClient({ region: 'local' });
const letter = (name: string): { Body: string; ReceiptHandle: string } => ({
  Body: name,
  ReceiptHandle: `receipt of ${name}`,
});

beforeEach(() => {
  sqs.reset();
  sqs
    .on(ReceiveMessageCommand, { QueueUrl: 'dead' })
    .resolvesOnce({ Messages: [letter('a'), letter('b')] })
    .resolvesOnce({ Messages: [letter('c')] })
    .resolves({});
  sqs.on(DeleteMessageCommand).resolves({});
});

const deleted = (): readonly unknown[] =>
  sqs.commandCalls(DeleteMessageCommand).map(({ args }) => args[0].input.ReceiptHandle);

describe('dead letters', () => {
  it('are handed on one by one until there are none, each taken out after it was', async () => {
    const handed: string[] = [];
    const count = await redriveQueue(client, 'dead', async ({ Body = '' }) => {
      expect(deleted()).toHaveLength(handed.length);
      handed.push(Body);
    });
    expect(count).toBe(3);
    expect(handed).toEqual(['a', 'b', 'c']);
    expect(deleted()).toEqual(['receipt of a', 'receipt of b', 'receipt of c']);
  });

  it('stay when they cannot be handed on', async () => {
    const refusing = (): Promise<void> => Promise.reject(new Error('throttled'));
    await expect(redriveQueue(client, 'dead', refusing)).rejects.toThrow('throttled');
    expect(deleted()).toEqual([]);
  });
});
