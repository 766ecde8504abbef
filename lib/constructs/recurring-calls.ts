import { TimeZone } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type CronOptionsWithTimezone, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RecurringCall } from './recurring-call.ts';

export type RecurringCallsProps = {
  readonly functions: Readonly<Record<'sweep' | 'reconcile' | 'subscribe' | 'health', IFunction>>;
  readonly deadLetters: IQueue;
  /** IANA name of the zone in which the schedules run. */
  readonly timeZone: string;
};

/**
 * The recurring schedules: the sweep every 10 minutes, off the full hour; reconcile every night, and
 * then the subscriptions, once more before the morning's digests so that contacts who confirmed in
 * the meantime get them; the health check every 5 minutes, in the middle of its alarm's period.
 */
export class RecurringCalls extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { functions, deadLetters, timeZone }: RecurringCallsProps,
  ) {
    super(scope, id);
    const zone = TimeZone.of(timeZone);
    const call = (name: string, target: IFunction, cron: CronOptionsWithTimezone): void => {
      const schedule = ScheduleExpression.cron({ ...cron, timeZone: zone });
      new RecurringCall(this, name, { target, schedule, deadLetters });
    };
    call('EveryTenMinutes', functions.sweep, { minute: '5/10' });
    call('EveryNight', functions.reconcile, { hour: '2', minute: '17' });
    call('EveryNightAfter', functions.subscribe, { hour: '2,7', minute: '37' });
    call('EveryFiveMinutes', functions.health, { minute: '2/5' });
  }
}
