import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * A log group with the retention of the stage. It is retained when the stack is deleted, but not when
 * its creation is rolled back, as it is still empty then.
 */
export class Logs extends LogGroup {
  constructor(scope: Construct, id: string, logDays: RetentionDays) {
    super(scope, id, {
      retention: logDays,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
