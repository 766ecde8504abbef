import {
  PublishBatchCommand,
  type PublishBatchRequestEntry,
  type SNSClient,
  SNSServiceException,
} from '@aws-sdk/client-sns';
import type { Message, Messenger, Outcome } from '../flows/ports.ts';

/** Digest ids name a message for its subscribers; more than fit are found through the first. */
const MAX_DIGEST_IDS = 20;

/**
 * Messages through one SNS topic, whose subscribers filter on their attributes. The client must
 * not retry by itself (`maxAttempts: 1`): a repeated call after a lost answer would say it twice.
 */
export const snsMessenger = (client: SNSClient, topicArn: string): Messenger => ({
  publish: async (messages) => {
    const entries = messages.map(entryOf);
    const command = new PublishBatchCommand({
      TopicArn: topicArn,
      PublishBatchRequestEntries: entries,
    });
    try {
      const { Successful = [], Failed = [] } = await client.send(command);
      return entries.map(({ Id }): Outcome => {
        const messageId = Successful.find((each) => each.Id === Id)?.MessageId;
        if (messageId !== undefined) return { result: 'accepted', messageId };
        const failure = Failed.find((each) => each.Id === Id);
        if (!failure) return { result: 'unknown', reason: 'the topic did not name this message' };
        // Only the sender's own fault lies in the message; the rest may pass.
        const result = failure.SenderFault ? 'rejected' : 'deferred';
        return { result, reason: `${failure.Code}: ${failure.Message ?? ''}` };
      });
    } catch (fault) {
      return entries.map(() => outcomeOf(fault));
    }
  },
});

/** A refusal of the whole call took nothing and says nothing of its messages; without an answer they may have gone out. */
function outcomeOf(fault: unknown): Outcome {
  const reason = String(fault);
  const isRefusal = fault instanceof SNSServiceException && fault.$fault === 'client';
  return { result: isRefusal ? 'deferred' : 'unknown', reason };
}

function entryOf(message: Message, at: number): PublishBatchRequestEntry {
  const { park, contact, role, lamp, channel, subject, text, short, digests } = message;
  const digest = digests
    .slice(0, MAX_DIGEST_IDS)
    .map(({ id }) => id)
    .join(',');
  const attributes = Object.entries({
    park,
    contact,
    role,
    lamp,
    channel,
    digest,
    ...(short !== null && { short }),
  });
  return {
    Id: String(at),
    Subject: subject,
    Message: text,
    MessageAttributes: Object.fromEntries(
      attributes.map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    ),
  };
}
