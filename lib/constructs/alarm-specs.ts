import { Duration } from 'aws-cdk-lib';
import {
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { gaugeMetric, HEALTH_PERIOD } from '../metrics.ts';

/** One alarm, before it is created. */
export type AlarmSpec = Pick<AlarmProps, 'threshold' | 'comparisonOperator'> & {
  /** Construct id; in lower case also the anchor in the runbook. */
  readonly name: string;
  readonly metric: IMetric;
  /** What the alarm means, in Chinese. */
  readonly says: string;
  /** Consecutive periods before the alarm fires; 1 by default. */
  readonly periods?: number;
  /** How missing data counts; not breaching by default. */
  readonly ifMissing?: TreatMissingData;
};

const ABOVE = ComparisonOperator.GREATER_THAN_THRESHOLD;
const BELOW = ComparisonOperator.LESS_THAN_THRESHOLD;

/** Minutes that a digest may wait within the hours in which it could be sent. */
const MAX_WAIT_MINUTES = 60;

/** The alarms on the functions' own metrics, of the stage of `scope`. */
export const gaugeAlarms = (scope: Construct): readonly AlarmSpec[] => [
  {
    // A daily run is late 11 minutes after the send time, as slots fire up to 10 minutes after it.
    // Health is measured every 5 minutes; a missing measurement is as bad as a late run.
    name: 'NoDailyRun',
    metric: gaugeMetric(scope, 'DailyRun', 'Minimum'),
    threshold: 1,
    comparisonOperator: BELOW,
    ifMissing: TreatMissingData.BREACHING,
    says: '有园区到了发送时刻没有运行，或监测本身停了',
  },
  {
    name: 'UnsentDigest',
    metric: gaugeMetric(scope, 'OldestUnsentMinutes', 'Maximum'),
    threshold: MAX_WAIT_MINUTES,
    comparisonOperator: ABOVE,
    periods: 3,
    says: '有提醒在发送时段里等了一小时以上',
  },
  {
    name: 'PastSlots',
    metric: gaugeMetric(scope, 'PastSlots', 'Maximum'),
    threshold: 0,
    comparisonOperator: ABOVE,
    periods: 3,
    says: '有时刻已过的定时任务没有触发',
  },
  {
    name: 'Repaired',
    metric: gaugeMetric(scope, 'Repaired', 'Sum', Duration.hours(1)),
    threshold: 0,
    comparisonOperator: ABOVE,
    says: '夜间核对修复了提醒时刻。改过督办规则后出现一次是正常的',
  },
];

/** The alarm on errors of the function called `name`. */
export const errorsAlarm = ([name, lambda]: readonly [string, IFunction]): AlarmSpec => ({
  name: `${name}Errors`,
  metric: lambda.metricErrors({ period: HEALTH_PERIOD, statistic: 'Sum' }),
  threshold: 0,
  comparisonOperator: ABOVE,
  says: `函数 ${name} 出错，日志里有原因`,
});

/** The alarm on messages in the dead-letter queue called `name`. */
export const deadLettersAlarm = ([name, queue]: readonly [string, IQueue]): AlarmSpec => ({
  name: `${name}DeadLetters`,
  metric: queue.metricApproximateNumberOfMessagesVisible({
    period: HEALTH_PERIOD,
    statistic: 'Maximum',
  }),
  threshold: 0,
  comparisonOperator: ABOVE,
  says: `死信队列 ${name} 里有没办成的事，处理后用 ruqi redrive 重投`,
});
