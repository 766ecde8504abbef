import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import { RUN_TIMEOUT } from './park-function.ts';

/** Tries before a message is put aside. */
const MAX_RECEIVES = 3;

/** Receives the messages of slots and handovers. A message that fails repeatedly goes to the dead-letter queue. */
export class WakeQueue extends Queue {
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string) {
    const deadLetters = new DeadLetters(scope, `${id}Dead`);
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Lambda's own advice for a queue that feeds a function: six times its time limit.
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
