import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * A log that outlives the stack, for the days that the stage says. A deployment that is rolled back
 * leaves none: nothing was done yet that it could tell of.
 */
export class Logs extends LogGroup {
  constructor(scope: Construct, id: string, logDays: RetentionDays) {
    super(scope, id, {
      retention: logDays,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
