import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/**
 * The topic of alarms, separate from that of notices so that alarms about Ruqi do not depend on it.
 * It is not encrypted: CloudWatch may not use the AWS managed key for SNS, and an alarm names neither
 * a task nor a post.
 */
export class OpsTopic extends Topic {
  constructor(scope: Construct, id: string, mail: readonly string[]) {
    super(scope, id, { enforceSSL: true });
    this.#admitAlarms();
    for (const address of mail) this.addSubscription(new EmailSubscription(address));
  }

  /** An explicit policy replaces the default one, which lets services of the account publish. */
  #admitAlarms(): void {
    const stack = Stack.of(this);
    const alarms = stack.formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: [this.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
  }
}
