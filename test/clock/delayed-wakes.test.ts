import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { delayedWakes } from '../../functions/clock/delayed-wakes.ts';
import { at } from '../support/builders.ts';
import 'aws-sdk-client-mock-vitest/extend';

const sqs = mockClient(SQSClient);
const wakes = delayedWakes(new SQSClient({ region: 'local' }), 'https://sqs.local/wake', () =>
  at('2022-06-15 10:00'),
);

beforeEach(() => {
  sqs.reset();
});

describe('a near wake', () => {
  it('is a message to the wake queue that waits until just after its instant', async () => {
    sqs.on(SendMessageCommand).resolves({});
    await wakes.wakeSoon('linxiang', at('2022-06-15 10:10'));
    expect(sqs).toHaveReceivedCommandWith(SendMessageCommand, {
      QueueUrl: 'https://sqs.local/wake',
      MessageBody: '{"park":"linxiang","slot":"2022-06-15T02:10:00Z"}',
      DelaySeconds: 605,
    });
  });

  it.each([
    { instant: '2022-06-15 10:15', seconds: 900 },
    { instant: '2022-06-15 09:00', seconds: 0 },
  ])('waits $seconds seconds for $instant, within what SQS takes', async (row) => {
    sqs.on(SendMessageCommand).resolves({});
    await wakes.wakeSoon('linxiang', at(row.instant));
    expect(sqs).toHaveReceivedCommandWith(SendMessageCommand, { DelaySeconds: row.seconds });
  });

  it('that the queue does not take is raised', async () => {
    sqs.on(SendMessageCommand).rejects(new Error('down'));
    await expect(wakes.wakeSoon('linxiang', at('2022-06-15 10:10'))).rejects.toThrow('down');
  });
});
