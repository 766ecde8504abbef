import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/**
 * Whom alarms reach: a topic of their own, so that an alarm about Ruqi does not pass through Ruqi.
 * It is not encrypted: CloudWatch may not use the account's key for SNS, and an alarm names neither
 * a task nor a post.
 */
export class OpsTopic extends Topic {
  constructor(scope: Construct, id: string, mail: readonly string[]) {
    super(scope, id, { enforceSSL: true });
    for (const address of mail) this.addSubscription(new EmailSubscription(address));
  }
}
