import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import { RUN_TIMEOUT } from './park-function.ts';

/** Deliveries before a message becomes a dead letter. */
const MAX_RECEIVES = 3;

/** The queue of wake messages from slots and handovers, with its dead-letter queue. */
export class WakeQueue extends Queue {
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string) {
    const deadLetters = new DeadLetters(scope, `${id}Dead`);
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Lambda recommends at least six times the function's timeout.
      visibilityTimeout: Duration.seconds(RUN_TIMEOUT.toSeconds() * 6),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
    this.deadLetters = deadLetters;
  }

  /** Lets `grantee` put a delayed message into it. */
  grantWakeSoon(grantee: IFunction): void {
    grantee.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queueArn] }),
    );
  }
}
