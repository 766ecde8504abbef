import { Logger } from '@aws-lambda-powertools/logger';
import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';

const logger = new Logger({ serviceName: 'ruqi' });

/** Where the manners write what happened: one JSON line each, an error with its stack and its cause. */
export type Log = Pick<Logger, 'info' | 'error'>;

/**
 * A function that one event calls. The event is checked before `body` runs; what `body` answers is
 * logged; a fault is logged and rises, so that AWS tries again and alarms.
 */
export const eventHandler = <Event>(
  schema: z.ZodType<Event>,
  body: (event: Event) => Promise<unknown>,
  log: Log = logger,
): MiddyfiedHandler<unknown, void> =>
  middy<unknown, void>()
    .use(loggedFault(log))
    .handler(async (event) => {
      log.info('done', { result: shown(await body(accepted(schema, event))) });
    });

/**
 * A function that a queue feeds. Each message is checked and done by itself; one that fails is
 * logged and reported as failed, so that the queue brings it again and at last puts it aside.
 */
export const queueHandler = <Event>(
  schema: z.ZodType<Event>,
  body: (event: Event) => Promise<unknown>,
  log: Log = logger,
): MiddyfiedHandler<SQSEvent, SQSBatchResponse> =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(loggedFault(log))
    .handler(async ({ Records }) => {
      const failed: string[] = [];
      for (const record of Records) {
        const isDone = await done(record, schema, body, log);
        if (!isDone) failed.push(record.messageId);
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    });

/** An event that is not what the function takes; `message` says what is wrong and where. */
class BadEvent extends Error {
  override readonly name = 'BadEvent';
}

async function done<Event>(
  record: SQSRecord,
  schema: z.ZodType<Event>,
  body: (event: Event) => Promise<unknown>,
  log: Log,
): Promise<boolean> {
  try {
    const result = await body(accepted(schema, parsed(record.body)));
    log.info('done', { messageId: record.messageId, result: shown(result) });
    return true;
  } catch (fault) {
    log.error('message failed', { messageId: record.messageId, error: fault });
    return false;
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BadEvent('the message is not JSON', { cause });
  }
}

function accepted<Event>(schema: z.ZodType<Event>, event: unknown): Event {
  const result = schema.safeParse(event);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'event'}: ${message}`,
  );
  throw new BadEvent(problems.join('; '), { cause: result.error });
}

/** Maps as objects, so that a log line shows what is in them. */
const shown = (result: unknown): unknown =>
  result instanceof Map ? Object.fromEntries(result) : result;

const loggedFault = (log: Log): MiddlewareObj => ({
  onError: ({ error }) => {
    log.error('failed', { error });
  },
});
