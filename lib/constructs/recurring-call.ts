import { Duration, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge, wildcardFinding } from '../acknowledge.ts';

export type RecurringCallProps = {
  readonly target: IFunction;
  readonly schedule: ScheduleExpression;
  /** Receives calls that EventBridge Scheduler could not deliver. */
  readonly deadLetters: IQueue;
};

/** Calls a function on a schedule; a call that is not delivered within an hour becomes a dead letter. */
export class RecurringCall extends Schedule {
  constructor(scope: Construct, id: string, { target, schedule, deadLetters }: RecurringCallProps) {
    super(scope, id, {
      schedule,
      target: new LambdaInvoke(target, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: deadLetters,
        maxEventAge: Duration.hours(1),
        retryAttempts: 10,
      }),
    });
    acknowledge(Stack.of(this), {
      [wildcardFinding(this, `${target.functionArn}:*`)]: 'A schedule may call any version of it.',
    });
  }
}
