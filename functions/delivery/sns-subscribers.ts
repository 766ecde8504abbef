import {
  InvalidParameterException,
  paginateListSubscriptionsByTopic,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  type SubscribeCommandInput,
  type Subscription,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import type { SnsChannel } from '../domain/contacts/contact.ts';
import type { Listed, Wanted } from '../domain/contacts/topic-changes.ts';
import type { Subscribers } from '../flows/ports.ts';

/** SNS protocols by channel. */
const PROTOCOLS: Readonly<Record<SnsChannel, string>> = { mail: 'email', https: 'https' };

/** Reported by SNS in place of the ARN of a subscription that is not confirmed. */
const PENDING = 'PendingConfirmation';

/**
 * The subscriptions of one SNS topic, each with a filter on park, contact and channel.
 *
 * @param deadLetterArn - ARN of the queue for messages that an endpoint does not accept.
 */
export const snsSubscribers = (
  client: SNSClient,
  topicArn: string,
  deadLetterArn: string,
): Subscribers => ({
  list: async () => {
    const all: Subscription[] = [];
    const pages = paginateListSubscriptionsByTopic({ client }, { TopicArn: topicArn });
    for await (const { Subscriptions = [] } of pages) all.push(...Subscriptions);
    return { listed: all.flatMap(listedOf), total: all.length };
  },
  subscribe: (park, wanted) =>
    subscribed(client, {
      TopicArn: topicArn,
      Protocol: PROTOCOLS[wanted.channel],
      Endpoint: wanted.endpoint,
      ReturnSubscriptionArn: true,
      Attributes: {
        FilterPolicy: filterOf(park, wanted),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetterArn }),
      },
    }),
  filter: async (park, arn, wanted) => {
    await client.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn: arn,
        AttributeName: 'FilterPolicy',
        AttributeValue: filterOf(park, wanted),
      }),
    );
  },
  unsubscribe: async (arn) => {
    await client.send(new UnsubscribeCommand({ SubscriptionArn: arn }));
  },
});

async function subscribed(
  client: SNSClient,
  input: SubscribeCommandInput,
): Promise<string | undefined> {
  try {
    const { SubscriptionArn } = await client.send(new SubscribeCommand(input));
    return SubscriptionArn;
  } catch (fault) {
    if (isTaken(fault)) return undefined;
    throw fault;
  }
}

/** The filter policy: messages of this park, for these contacts, on this channel. */
const filterOf = (park: string, { contacts, channel }: Wanted): string =>
  JSON.stringify({ park: [park], contact: contacts, channel: [channel] });

function listedOf({ Protocol, Endpoint, SubscriptionArn }: Subscription): readonly Listed[] {
  const channels = Object.keys(PROTOCOLS) as readonly SnsChannel[];
  const channel = channels.find((each) => PROTOCOLS[each] === Protocol);
  if (!channel || Endpoint === undefined) return [];
  const arn = SubscriptionArn === undefined || SubscriptionArn === PENDING ? null : SubscriptionArn;
  return [{ channel, endpoint: Endpoint, arn }];
}

/** Whether SNS says that the topic has the endpoint already with another filter. */
const isTaken = (fault: unknown): boolean =>
  fault instanceof InvalidParameterException && /already exists/.test(fault.message);
