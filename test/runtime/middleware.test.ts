import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { eachPark } from '../../functions/flows/context/each-park.ts';
import { wakeEvent } from '../../functions/flows/context/events.ts';
import { UnfinishedRun } from '../../functions/flows/context/run-report.ts';
import { eventHandler, type Log, queueHandler } from '../../functions/runtime/middleware.ts';
import { readSettings } from '../../functions/runtime/settings.ts';
import { aPark, at } from '../support/builders.ts';
import { newWorld } from '../support/world.ts';

const context = {} as Context;

type Line = Readonly<Record<string, unknown>>;

/** The logger of the functions, and what it writes, line by line. */
function written(): { log: Log; lines: () => readonly Line[] } {
  const lines: Line[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      lines.push(JSON.parse(String(text)) as Line);
      return true;
    });
  }
  return { log: new Logger({ serviceName: 'ruqi' }), lines: () => lines };
}

/** A fault as a log line has it, with its stack. */
const shownFault = (name: string, message: string, more: object = {}): unknown =>
  expect.objectContaining({
    name,
    message: expect.stringContaining(message),
    stack: expect.stringMatching(/\n +at /),
    ...more,
  });

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
  it('wakes its park, and leaves one line in the log', async () => {
    const { log, lines } = written();
    const woken: string[] = [];
    const handler = queueHandler(
      wakeEvent(() => now),
      async ({ park }) => woken.push(park),
      log,
    );
    expect(await handler(queueOf(good), context)).toEqual({ batchItemFailures: [] });
    expect(woken).toEqual(['linxiang']);
    expect(lines()).toEqual([
      expect.objectContaining({ level: 'INFO', message: 'done', messageId: 'm-0', result: 1 }),
    ]);
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
      const { log, lines } = written();
      const woken: string[] = [];
      const handler = queueHandler(
        wakeEvent(() => now),
        async ({ park }) => woken.push(park),
        log,
      );
      const answer = await handler(queueOf(body, good), context);
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-0' }] });
      expect(woken).toEqual(['linxiang']);
      expect(lines()).toEqual([
        expect.objectContaining({
          level: 'ERROR',
          message: 'message failed',
          messageId: 'm-0',
          error: shownFault('BadEvent', says),
        }),
        expect.objectContaining({ message: 'done', messageId: 'm-1' }),
      ]);
    },
  );

  it('60 seconds ahead is within the difference of clocks', () => {
    const event = { park: 'p', slot: '2022-06-15T00:04:00Z' };
    expect(wakeEvent(() => now).safeParse(event).success).toBe(true);
  });

  it('whose run fails is brought again by the queue; the log has each fault with its cause', async () => {
    const { log, lines } = written();
    const fault = new Error('throttled', { cause: new Error('slow down') });
    const none = { decided: 0, sent: 0, failed: [], unreached: [], untaken: [], damaged: [] };
    const report = { ...none, faults: [{ at: 'a', fault }] };
    const handler = queueHandler(
      wakeEvent(() => now),
      () => Promise.reject(new UnfinishedRun(report)),
      log,
    );
    expect(await handler(queueOf(good), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-0' }],
    });
    const cause = shownFault('Error', 'slow down');
    const faults = [{ at: 'a', fault: shownFault('Error', 'throttled', { cause }) }];
    expect(lines()).toEqual([
      expect.objectContaining({
        messageId: 'm-0',
        error: shownFault('UnfinishedRun', 'a: Error: throttled', {
          report: expect.objectContaining({ faults }),
        }),
      }),
    ]);
  });
});

describe('an event of a recurring schedule', () => {
  it('is logged with what came of it', async () => {
    const { log, lines } = written();
    const handler = eventHandler(
      z.strictObject({}),
      async () => new Map([['linxiang', { sent: 2 }]]),
      log,
    );
    await handler({}, context);
    expect(lines()).toEqual([
      expect.objectContaining({ message: 'done', result: { linxiang: { sent: 2 } } }),
    ]);
  });

  it('that is not what the function takes is a fault that rises', async () => {
    const { log, lines } = written();
    const handler = eventHandler(z.strictObject({}), async () => 'never', log);
    await expect(handler({ surprise: 1 }, context)).rejects.toThrow('surprise');
    expect(lines()).toEqual([
      expect.objectContaining({
        level: 'ERROR',
        message: 'failed',
        error: shownFault('BadEvent', 'surprise'),
      }),
    ]);
  });

  it('on which parks failed is logged with what was thrown for each', async () => {
    const { log, lines } = written();
    const { ports } = newWorld();
    const parks = ['linxiang', 'yueyang'];
    for (const id of parks) await ports.register.putPark(aPark({ id }));
    const handler = eventHandler(
      z.strictObject({}),
      () => eachPark(ports, ({ id }) => Promise.reject(new Error(`no table for ${id}`))),
      log,
    );
    await expect(handler({}, context)).rejects.toThrow('park yueyang: Error: no table');
    const faults = parks.map((park) => ({
      park,
      fault: shownFault('Error', `no table for ${park}`),
    }));
    expect(lines()).toEqual([
      expect.objectContaining({ error: shownFault('UnfinishedParks', 'linxiang', { faults }) }),
    ]);
  });
});

describe('the settings', () => {
  it('name everything that the environment lacks at once', () => {
    expect(() => readSettings({ TABLE_NAME: 'ruqi', TOPIC_ARN: 'notices' })).toThrow(
      /TOPIC_ARN[\s\S]*SLOT_GROUP[\s\S]*SLOT_ROLE_ARN[\s\S]*WAKE_QUEUE_ARN[\s\S]*SLOT_DEAD_LETTER_ARN/,
    );
  });
});
