import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wakeEvent } from '../../functions/flows/events.ts';
import { eventHandler, type Log, queueHandler } from '../../functions/runtime/manners.ts';
import { readSettings } from '../../functions/runtime/settings.ts';
import { at } from '../support/builders.ts';

const context = {} as Context;

/** A log that keeps its lines, and those lines. */
function kept(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const keep = (...parts: readonly unknown[]): void => void lines.push(JSON.stringify(parts));
  return { log: { info: keep, error: keep }, lines };
}

const queueOf = (...bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, number) => ({
    messageId: `m-${number}`,
    body,
    receiptHandle: '',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: 'local',
  })),
});

const now = at('2022-06-15 08:03');
const good = '{"park":"linxiang","slot":"2022-06-15T08:00:00+08:00"}';

describe('a message of the wake queue', () => {
  it('wakes its park', async () => {
    const woken: string[] = [];
    const handler = queueHandler(
      wakeEvent(() => now),
      async ({ park }) => woken.push(park),
      kept().log,
    );
    expect(await handler(queueOf(good), context)).toEqual({ batchItemFailures: [] });
    expect(woken).toEqual(['linxiang']);
  });

  it.each([
    { what: 'no park', body: '{"slot":"2022-06-15T00:00:00Z"}', says: 'park' },
    { what: 'an empty park', body: '{"park":"","slot":"2022-06-15T00:00:00Z"}', says: 'park' },
    {
      what: 'a slot that is no instant',
      body: '{"park":"p","slot":"2022-06-15 08:00"}',
      says: '不是带时区的时刻',
    },
    {
      what: 'a slot of the future',
      body: '{"park":"p","slot":"2022-06-15T00:04:01Z"}',
      says: 'lies more than 60 seconds in the future',
    },
    {
      what: 'more than it should say',
      body: '{"park":"p","slot":"2022-06-15T00:00:00Z","now":1}',
      says: 'now',
    },
    { what: 'no JSON', body: 'hello', says: 'the message is not JSON' },
  ])(
    'with $what is reported as failed, in words, and does not stop the others',
    async ({ body, says }) => {
      const { log, lines } = kept();
      const woken: string[] = [];
      const handler = queueHandler(
        wakeEvent(() => now),
        async ({ park }) => woken.push(park),
        log,
      );
      const answer = await handler(queueOf(body, good), context);
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-0' }] });
      expect(woken).toEqual(['linxiang']);
      expect(lines.join('\n')).toContain(says);
    },
  );

  it('60 seconds ahead is within the difference of clocks', () => {
    const event = { park: 'p', slot: '2022-06-15T00:04:00Z' };
    expect(wakeEvent(() => now).safeParse(event).success).toBe(true);
  });

  it('whose run fails is brought again by the queue', async () => {
    const handler = queueHandler(
      wakeEvent(() => now),
      () => Promise.reject(new Error('throttled')),
      kept().log,
    );
    expect(await handler(queueOf(good), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-0' }],
    });
  });
});

describe('an event of a recurring schedule', () => {
  it('is logged with what came of it', async () => {
    const { log, lines } = kept();
    const handler = eventHandler(
      z.strictObject({}),
      async () => new Map([['linxiang', { sent: 2 }]]),
      log,
    );
    await handler({}, context);
    expect(lines).toEqual(['["done",{"result":{"linxiang":{"sent":2}}}]']);
  });

  it('that is not what the function takes is a fault that rises', async () => {
    const { log, lines } = kept();
    const handler = eventHandler(z.strictObject({}), async () => 'never', log);
    await expect(handler({ surprise: 1 }, context)).rejects.toThrow('surprise');
    expect(lines.join()).toContain('BadEvent');
  });
});

describe('the settings', () => {
  it('name everything that the environment lacks at once', () => {
    expect(() => readSettings({ TABLE_NAME: 'ruqi', TOPIC_ARN: 'notices' })).toThrow(
      /TOPIC_ARN[\s\S]*SLOT_GROUP[\s\S]*SLOT_ROLE_ARN[\s\S]*WAKE_QUEUE_ARN[\s\S]*SLOT_DEAD_LETTER_ARN/,
    );
  });
});
