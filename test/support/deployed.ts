import type { Stack } from '@aws-sdk/client-cloudformation';

const arn = 'arn:aws:sqs:local:000000000000:any';

/** What the functions of a deployed stage without relays are told. */
export const settings = {
  TABLE_NAME: 'ruqi',
  TOPIC_ARN: 'arn:aws:sns:local:000000000000:notices',
  SUBSCRIPTION_DEAD_LETTER_ARN: arn,
  SLOT_GROUP: 'slots',
  SLOT_ROLE_ARN: arn,
  WAKE_QUEUE_ARN: arn,
  WAKE_QUEUE_URL: 'https://sqs.local/wake',
  SLOT_DEAD_LETTER_ARN: arn,
  RELAYS: '',
  PORTAL_ADDRESS: '',
};

const queues = ['WakeQueue', 'Slots', 'Calls', 'Subscriptions'];

/** What a deployed stage puts out. */
export const outputs: Readonly<Record<string, string>> = {
  Settings: JSON.stringify(settings),
  DeadLetters: JSON.stringify(
    Object.fromEntries(queues.map((name) => [name, `https://sqs.local/${name}`])),
  ),
  WakeQueueUrl: 'https://sqs.local/wake',
};

/** The stack as CloudFormation describes it when it puts out `all`. */
export const stackWith = (all: Readonly<Record<string, string>>): Stack => ({
  StackName: 'Ruqi',
  CreationTime: undefined,
  StackStatus: 'CREATE_COMPLETE',
  Outputs: Object.entries(all).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
});
