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
import type { Message, Messenger, Outcome } from '../flows/ports.ts';
import { callsOf, misfitOf } from './sns-limits.ts';

/** Digest ids name a message for its subscribers; more than fit are found through the first. */
const MAX_DIGEST_IDS = 20;

/**
 * Messages through one SNS topic, whose subscribers filter on their attributes. What SNS would not
 * take is refused here, in words; the rest goes out in calls that are not too large. The client must
 * not retry by itself (`maxAttempts: 1`): a repeated call after a lost answer would say it twice.
 */
export const snsMessenger = (client: SNSClient, topicArn: string): Messenger => ({
  publish: async (messages) => {
    const entries = messages.map(entryOf);
    const outcomes = new Map<Entry, Outcome>();
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

const NOT_NAMED: Outcome = { result: 'unknown', reason: 'the topic did not name this message' };

/**
 * What became of `call`. Without an answer its messages may have gone out. A refusal of the whole call
 * took nothing and names none of them: each goes out once more by itself, so that one does not block
 * the others.
 */
async function published(
  client: SNSClient,
  topicArn: string,
  call: readonly Entry[],
): Promise<readonly (readonly [Entry, Outcome])[]> {
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
    const alone: (readonly [Entry, Outcome])[] = [];
    for (const entry of call) alone.push(...(await published(client, topicArn, [entry])));
    return alone;
  }
}

function outcomeIn(
  { Successful = [], Failed = [] }: PublishBatchCommandOutput,
  { Id }: Entry,
): Outcome {
  const messageId = Successful.find((each) => each.Id === Id)?.MessageId;
  if (messageId !== undefined) return { result: 'accepted', messageId };
  const failure = Failed.find((each) => each.Id === Id);
  if (!failure) return NOT_NAMED;
  // Only the sender's own fault lies in the message; the rest may pass.
  const result = failure.SenderFault ? 'rejected' : 'deferred';
  return { result, reason: `${failure.Code}: ${failure.Message ?? ''}` };
}

const isRefusal = (fault: unknown): fault is SNSServiceException =>
  fault instanceof SNSServiceException && fault.$fault === 'client';

/** Refusals of a call with one message that say it is the message; any other is the topic's or the caller's. */
const LIES_IN_MESSAGE = [
  BatchRequestTooLongException,
  InvalidParameterException,
  InvalidParameterValueException,
] as const;

function entryOf(message: Message, at: number): Entry {
  const { park, contact, role, lamp, channel, subject, text, short, digests } = message;
  const digest = digests
    .slice(0, MAX_DIGEST_IDS)
    .map(({ id }) => id)
    .join(',');
  const all = { park, contact, role, lamp, channel, digest, short: short ?? '' };
  // SNS takes no attribute that is empty.
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
