import {
  InternalErrorException,
  InvalidParameterException,
  ListSubscriptionsByTopicCommand,
  SetSubscriptionAttributesCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { snsSubscribers } from '../../functions/delivery/sns-subscribers.ts';
import 'aws-sdk-client-mock-vitest/extend';
import { contactId } from '../support/ids.ts';

const sns = mockClient(SNSClient);
const TOPIC = 'arn:aws-cn:sns:cn-north-1:000000000000:notices';
const DEAD = 'arn:aws-cn:sqs:cn-north-1:000000000000:dead';
const subscribers = snsSubscribers(new SNSClient({ region: 'local' }), TOPIC, DEAD);
const wanted = {
  channel: 'mail',
  endpoint: 'a@park.example',
  contacts: ['a', 'b'].map(contactId),
} as const;

beforeEach(() => {
  sns.reset();
});

describe('the subscribers of the topic', () => {
  it('are read on every page, with how many there are of any kind', async () => {
    const page = (...Subscriptions: readonly object[]): { Subscriptions: object[] } => ({
      Subscriptions: [...Subscriptions],
    });
    sns
      .on(ListSubscriptionsByTopicCommand, { TopicArn: TOPIC })
      .resolvesOnce({
        ...page({ Protocol: 'sqs', Endpoint: DEAD, SubscriptionArn: `${TOPIC}:1` }),
        NextToken: 'more',
      })
      .resolvesOnce(
        page(
          { Protocol: 'email', Endpoint: 'a@park.example', SubscriptionArn: 'PendingConfirmation' },
          { Protocol: 'https', Endpoint: 'https://hook.example', SubscriptionArn: `${TOPIC}:2` },
        ),
      );

    expect(await subscribers.list()).toEqual({
      total: 3,
      listed: [
        { channel: 'mail', endpoint: 'a@park.example', arn: null },
        { channel: 'https', endpoint: 'https://hook.example', arn: `${TOPIC}:2` },
      ],
    });
  });

  it('are asked for with their filter, their dead letters and their ARN at once', async () => {
    sns.on(SubscribeCommand).resolves({ SubscriptionArn: `${TOPIC}:3` });

    expect(await subscribers.subscribe('linxiang', wanted)).toBe(`${TOPIC}:3`);
    expect(sns).toHaveReceivedCommandWith(SubscribeCommand, {
      TopicArn: TOPIC,
      Protocol: 'email',
      Endpoint: 'a@park.example',
      ReturnSubscriptionArn: true,
      Attributes: {
        FilterPolicy: '{"park":["linxiang"],"contact":["a","b"],"channel":["mail"]}',
        RedrivePolicy: `{"deadLetterTargetArn":"${DEAD}"}`,
      },
    });
  });

  it('of another park are not taken over', async () => {
    const message = 'Invalid parameter: Attributes Reason: Subscription already exists';
    sns.on(SubscribeCommand).rejects(new InvalidParameterException({ $metadata: {}, message }));
    expect(await subscribers.subscribe('linxiang', wanted)).toBeUndefined();
  });

  it.each([
    new InvalidParameterException({ $metadata: {}, message: 'Invalid parameter: Email address' }),
    new InternalErrorException({ $metadata: {}, message: 'oops' }),
  ])('fail aloud on $message', async (fault) => {
    sns.on(SubscribeCommand).rejects(fault);
    await expect(subscribers.subscribe('linxiang', wanted)).rejects.toThrow(fault.message);
  });

  it('have their filter changed', async () => {
    sns.on(SetSubscriptionAttributesCommand).resolves({});
    await subscribers.filter('linxiang', `${TOPIC}:3`, { ...wanted, contacts: [contactId('b')] });
    expect(sns).toHaveReceivedCommandWith(SetSubscriptionAttributesCommand, {
      SubscriptionArn: `${TOPIC}:3`,
      AttributeName: 'FilterPolicy',
      AttributeValue: '{"park":["linxiang"],"contact":["b"],"channel":["mail"]}',
    });
  });

  it('are ended', async () => {
    sns.on(UnsubscribeCommand).resolves({});
    await subscribers.unsubscribe(`${TOPIC}:3`);
    expect(sns).toHaveReceivedCommandWith(UnsubscribeCommand, { SubscriptionArn: `${TOPIC}:3` });
  });
});
