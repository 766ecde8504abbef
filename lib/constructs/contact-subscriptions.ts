import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acknowledge, wildcardFinding } from '../acknowledge.ts';
import { DeadLetters } from './dead-letters.ts';

/** Permissions for the contacts' subscriptions, which are created at run time, and their dead letters. */
export class ContactSubscriptions extends Construct {
  readonly deadLetters: DeadLetters;
  readonly #topic: ITopic;

  constructor(scope: Construct, id: string, topic: ITopic) {
    super(scope, id);
    this.#topic = topic;
    this.deadLetters = new DeadLetters(this, 'Dead');
    this.deadLetters.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sqs:SendMessage'],
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        resources: [this.deadLetters.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': topic.topicArn } },
      }),
    );
  }

  /** Lets `grantee` create, list, change and delete subscriptions of the topic. */
  grantSubscribe(grantee: IFunction): void {
    const { topicArn } = this.#topic;
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: ['sns:Subscribe', 'sns:ListSubscriptionsByTopic'],
        resources: [topicArn],
      }),
    );
    // A subscription's ARN is the topic's ARN followed by its id.
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: ['sns:SetSubscriptionAttributes', 'sns:Unsubscribe'],
        resources: [topicArn, `${topicArn}:*`],
      }),
    );
    acknowledge(grantee.role ?? grantee, {
      [wildcardFinding(this, `${topicArn}:*`)]: 'Subscriptions are named when contacts get them.',
    });
  }
}
