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

/** Receives one JSON line per event; an error is logged with its stack and cause. */
export type Log = Pick<Logger, 'info' | 'error'>;

/**
 * Handler of a function that is invoked with one event. Validates the event before `body` runs and
 * logs the result of `body`. An error is logged and rethrown, so that AWS retries and an alarm fires.
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
 * Handler of a function that is invoked by a queue. Validates and processes each message on its own. A
 * message that fails is logged and reported as failed, so that the queue delivers it again and finally
 * moves it to the dead-letter queue.
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

/** The event is invalid; `message` says what is wrong and where. */
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

/** A {@link BadEvent} if the parser rejected the event, otherwise `fault` itself. */
function worded<Fault>(fault: Fault): Fault | BadEvent {
  if (!(fault instanceof ParseError)) return fault;
  const cause = new z.ZodError(fault.cause as z.core.$ZodIssue[]);
  const problems = cause.issues.map(
    ({ path, message }) => `${path.join('.') || 'event'}: ${message}`,
  );
  return new BadEvent(problems.join('; '), { cause });
}

/** Converts maps to objects, as JSON would show them empty. */
const shown = (result: unknown): unknown =>
  result instanceof Map ? Object.fromEntries(result) : result;

const loggedFault = (log: Log): MiddlewareObj => ({
  onError: (request) => {
    const error = worded(request.error);
    log.error('failed', { error });
    if (error) request.error = error;
  },
});
