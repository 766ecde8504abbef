import {
  BatchRequestTooLongException,
  InvalidParameterException,
  InvalidParameterValueException,
  PublishBatchCommand,
  type PublishBatchCommandOutput,
  type PublishBatchRequestEntry,
  type SNSClient,
  SNSServiceException,
} from '@aws-sdk/client-sns';
import type { Messenger, OutgoingMessage, PublishOutcome } from '../flows/ports.ts';
import { callsOf, misfitOf } from './sns-limits.ts';

/** Maximum digest ids in a message's attributes; the others are found through the first one. */
const MAX_DIGEST_IDS = 20;

/**
 * Publishes messages to one SNS topic, whose subscriptions filter on message attributes. Rejects
 * messages that SNS would reject, and sends the others in batches within its limits. The client must not
 * retry (`maxAttempts: 1`), as a retry after a lost response would send a message twice.
 */
export const snsMessenger = (client: SNSClient, topicArn: string): Messenger => ({
  publish: async (messages) => {
    const entries = messages.map(entryOf);
    const outcomes = new Map<Entry, PublishOutcome>();
    for (const entry of entries) {
      const reason = misfitOf(entry);
      if (reason !== undefined) outcomes.set(entry, { result: 'rejected', reason });
    }
    for (const call of callsOf(entries.filter((entry) => !outcomes.has(entry)))) {
      for (const [entry, outcome] of await published(client, topicArn, call)) {
        outcomes.set(entry, outcome);
      }
    }
    return entries.map((entry) => outcomes.get(entry) ?? NOT_NAMED);
  },
});

type Entry = PublishBatchRequestEntry;

const NOT_NAMED: PublishOutcome = {
  result: 'unknown',
  reason: 'the topic did not name this message',
};

/**
 * Publishes `call`. Without a response, its messages may have been sent. If SNS rejects the whole call,
 * it sent nothing and names no message: each message is then published on its own, so that one does not
 * block the others.
 */
async function published(
  client: SNSClient,
  topicArn: string,
  call: readonly Entry[],
): Promise<readonly (readonly [Entry, PublishOutcome])[]> {
  const command = new PublishBatchCommand({
    TopicArn: topicArn,
    PublishBatchRequestEntries: [...call],
  });
  try {
    const answer = await client.send(command);
    return call.map((entry) => [entry, outcomeIn(answer, entry)]);
  } catch (fault) {
    const reason = String(fault);
    if (!isRefusal(fault)) return call.map((entry) => [entry, { result: 'unknown', reason }]);
    if (call.length === 1) {
      const result = LIES_IN_MESSAGE.some((kind) => fault instanceof kind)
        ? 'rejected'
        : 'deferred';
      return call.map((entry) => [entry, { result, reason }]);
    }
    const alone: (readonly [Entry, PublishOutcome])[] = [];
    for (const entry of call) alone.push(...(await published(client, topicArn, [entry])));
    return alone;
  }
}

function outcomeIn(
  { Successful = [], Failed = [] }: PublishBatchCommandOutput,
  { Id }: Entry,
): PublishOutcome {
  const messageId = Successful.find((each) => each.Id === Id)?.MessageId;
  if (messageId !== undefined) return { result: 'accepted', messageId };
  const failure = Failed.find((each) => each.Id === Id);
  if (!failure) return NOT_NAMED;
  // Only a sender fault is permanent; other errors may pass.
  const result = failure.SenderFault ? 'rejected' : 'deferred';
  return { result, reason: `${failure.Code}: ${failure.Message ?? ''}` };
}

const isRefusal = (fault: unknown): fault is SNSServiceException =>
  fault instanceof SNSServiceException && fault.$fault === 'client';

/** Errors that are caused by the message itself, not by the topic or the caller. */
const LIES_IN_MESSAGE = [
  BatchRequestTooLongException,
  InvalidParameterException,
  InvalidParameterValueException,
] as const;

function entryOf(message: OutgoingMessage, at: number): Entry {
  const { park, contact, role, lamp, channel, subject, text, short, digests } = message;
  const digest = digests
    .slice(0, MAX_DIGEST_IDS)
    .map(({ id }) => id)
    .join(',');
  const all = { park, contact, role, lamp, channel, digest, short: short ?? '' };
  // SNS rejects empty attributes.
  const attributes = Object.entries(all).filter(([, value]) => value !== '');
  return {
    Id: String(at),
    Subject: subject,
    Message: text,
    MessageAttributes: Object.fromEntries(
      attributes.map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    ),
  };
}
