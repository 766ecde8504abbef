import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { FailureResponse } from '@aws-lambda-powertools/batch/types';
import { Logger } from '@aws-lambda-powertools/logger';
import { parse } from '@aws-lambda-powertools/parser';
import { ParseError } from '@aws-lambda-powertools/parser/errors';
import { parser } from '@aws-lambda-powertools/parser/middleware';
import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';

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
    .use(parser({ schema }))
    .handler(async (event) => {
      log.info('done', { result: shown(await body(event)) });
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
    .handler((event) =>
      processPartialResponse(
        event,
        async ({ messageId, body: text }: SQSRecord) => {
          const result = await body(parse(parsed(text), undefined, schema));
          log.info('done', { messageId, result: shown(result) });
        },
        new LoggedBatch(log),
        { processInParallel: false, throwOnFullBatchFailure: false },
      ),
    );

/** Logs each message that fails. */
class LoggedBatch extends BatchProcessor {
  readonly #log: Log;

  constructor(log: Log) {
    super(EventType.SQS);
    this.#log = log;
  }

  override failureHandler(record: SQSRecord, fault: Error): FailureResponse {
    this.#log.error('message failed', { messageId: record.messageId, error: worded(fault) });
    return super.failureHandler(record, fault);
  }
}

/** An event that is not what the function takes; `message` says what is wrong and where. */
class BadEvent extends Error {
  override readonly name = 'BadEvent';
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BadEvent('the message is not JSON', { cause });
  }
}

/** `fault`, or a {@link BadEvent} in its place where the parser rejected the event. */
function worded<Fault>(fault: Fault): Fault | BadEvent {
  if (!(fault instanceof ParseError)) return fault;
  const cause = new z.ZodError(fault.cause as z.core.$ZodIssue[]);
  const problems = cause.issues.map(
    ({ path, message }) => `${path.join('.') || 'event'}: ${message}`,
  );
  return new BadEvent(problems.join('; '), { cause });
}

/** Maps as objects, so that a log line shows what is in them. */
const shown = (result: unknown): unknown =>
  result instanceof Map ? Object.fromEntries(result) : result;

const loggedFault = (log: Log): MiddlewareObj => ({
  onError: (request) => {
    const error = worded(request.error);
    log.error('failed', { error });
    if (error) request.error = error;
  },
});
