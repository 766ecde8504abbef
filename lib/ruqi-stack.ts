import { CfnOutput, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Environment } from '../functions/runtime/settings.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { NoticeTopic } from './constructs/notice-topic.ts';
import { ParkFunction } from './constructs/park-function.ts';
import { RecurringCall } from './constructs/recurring-call.ts';
import { RegisterTable } from './constructs/register-table.ts';
import { Slots } from './constructs/slots.ts';
import { WakeQueue } from './constructs/wake-queue.ts';

export type RuqiStackProps = StackProps & {
  /** IANA name of the zone that the recurring runs go by. */
  readonly timeZone: string;
};

/** One stage of Ruqi: the register, the topic, and what wakes, sweeps and reconciles. */
export class RuqiStack extends Stack {
  constructor(scope: Construct, id: string, props: RuqiStackProps) {
    super(scope, id, props);
    const register = new RegisterTable(this, 'Register');
    const topic = new NoticeTopic(this, 'Notices');
    const wakeQueue = new WakeQueue(this, 'WakeQueue');
    const slots = new Slots(this, 'Slots', wakeQueue);
    const deadLetters = new DeadLetters(this, 'CallsDead');

    const environment: Environment = {
      TABLE_NAME: register.tableName,
      TOPIC_ARN: topic.topicArn,
      SLOT_GROUP: slots.group.scheduleGroupName,
      SLOT_ROLE_ARN: slots.role.roleArn,
      WAKE_QUEUE_ARN: wakeQueue.queueArn,
      SLOT_DEAD_LETTER_ARN: slots.deadLetters.queueArn,
    };
    const wake = new ParkFunction(this, 'Wake', { handler: 'wake', environment });
    const sweep = new ParkFunction(this, 'Sweep', { handler: 'sweep', environment, deadLetters });
    const reconcile = new ParkFunction(this, 'Reconcile', {
      handler: 'reconcile',
      environment,
      deadLetters,
    });
    for (const run of [wake, sweep, reconcile]) {
      register.grantRecords(run);
      slots.grantEnsure(run);
      topic.grantPublish(run);
    }
    wake.addEventSource(
      new SqsEventSource(wakeQueue, { batchSize: 5, reportBatchItemFailures: true }),
    );
    callAgainAndAgain(this, { sweep, reconcile, deadLetters, timeZone: props.timeZone });
    new CfnOutput(this, 'TopicArn', { value: topic.topicArn });
    new CfnOutput(this, 'TableName', { value: register.tableName });
  }
}

/** The sweep every ten minutes, off the full hour; the reconcile run every night. */
function callAgainAndAgain(
  scope: Construct,
  calls: {
    readonly sweep: ParkFunction;
    readonly reconcile: ParkFunction;
    readonly deadLetters: DeadLetters;
    readonly timeZone: string;
  },
): void {
  const { deadLetters } = calls;
  const timeZone = TimeZone.of(calls.timeZone);
  new RecurringCall(scope, 'EveryTenMinutes', {
    target: calls.sweep,
    schedule: ScheduleExpression.cron({ minute: '5/10', timeZone }),
    deadLetters,
  });
  new RecurringCall(scope, 'EveryNight', {
    target: calls.reconcile,
    schedule: ScheduleExpression.cron({ hour: '2', minute: '17', timeZone }),
    deadLetters,
  });
}
