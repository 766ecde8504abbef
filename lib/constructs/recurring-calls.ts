import { TimeZone } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type CronOptionsWithTimezone, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RecurringCall } from './recurring-call.ts';

export type RecurringCallsProps = {
  readonly functions: Readonly<Record<'sweep' | 'reconcile' | 'subscribe' | 'vitals', IFunction>>;
  readonly deadLetters: IQueue;
  /** IANA name of the zone that "night" means. */
  readonly timeZone: string;
};

/**
 * The sweep every ten minutes, off the full hour; the reconcile run and then the subscriptions
 * every night, and these once more before the morning's digests, so that whoever confirmed since is
 * sent them; the vitals every five minutes, in the middle of the period that their alarm looks at.
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
    call('EveryFiveMinutes', functions.vitals, { minute: '2/5' });
  }
}
