const arn = 'arn:aws:sqs:local:000000000000:any';

const signIn = {
  issuer: 'https://sso.example',
  clientId: 'ruqi',
  groups: [{ group: 'office', park: 'linxiang', role: 'office' }],
};

/** The environment of a function, of a stage that has no AWS behind it. */
export const functionSettings = {
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'any',
  AWS_SECRET_ACCESS_KEY: 'any',
  TABLE_NAME: 'ruqi',
  RELAYS: '',
  TOPIC_ARN: arn,
  SUBSCRIPTION_DEAD_LETTER_ARN: arn,
  SLOT_GROUP: 'slots',
  SLOT_ROLE_ARN: arn,
  WAKE_QUEUE_ARN: arn,
  WAKE_QUEUE_URL: 'https://sqs.local/wake',
  SLOT_DEAD_LETTER_ARN: arn,
  PORTAL_ADDRESS: '',
  SIGN_IN: JSON.stringify(signIn),
  SESSION_SECRET_ID: arn,
  CLIENT_SECRET_ID: '',
};
