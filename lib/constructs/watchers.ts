import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { gaugeMetric, VITALS_PERIOD } from '../metrics.ts';

/** What is watched, each under the name that its alarm bears. */
export type Watched = {
  readonly ops: ITopic;
  readonly functions: Readonly<Record<string, IFunction>>;
  readonly deadLetters: Readonly<Record<string, IQueue>>;
};

type Watch = Pick<AlarmProps, 'threshold' | 'comparisonOperator'> & {
  readonly metric: IMetric;
  /** What it means; the description also says where the runbook says what to do. */
  readonly says: string;
  /** Periods in a row before it alarms; one by default. */
  readonly periods?: number;
  /** What it means if nothing is measured; by default, that nothing is wrong. */
  readonly ifMissing?: TreatMissingData;
};

const ABOVE = ComparisonOperator.GREATER_THAN_THRESHOLD;
const BELOW = ComparisonOperator.LESS_THAN_THRESHOLD;

/** How long a digest may wait within the hours it could go out in. */
const MAX_WAIT_MINUTES = 60;

/**
 * The alarms. They use nothing that the regions in mainland China lack (metrics of asynchronous
 * calls and of event sources).
 */
export class Watchers extends Construct {
  readonly alarms: readonly Alarm[];
  readonly #ops: SnsAction;

  constructor(scope: Construct, id: string, { ops, functions, deadLetters }: Watched) {
    super(scope, id);
    this.#ops = new SnsAction(ops);
    this.alarms = [
      this.#heartbeat(),
      this.#oldestUnsent(),
      this.#pastSlots(),
      this.#repairs(),
      ...Object.entries(functions).map(([name, each]) => this.#errors(name, each)),
      ...Object.entries(deadLetters).map(([name, queue]) => this.#deadLetters(name, queue)),
    ];
  }

  /**
   * The dead man's switch. A daily run is late 11 minutes after the send time (slots fire up to 10
   * minutes after it); vitals are taken every 5 minutes; not to be measured at all is as bad.
   */
  #heartbeat(): Alarm {
    return this.#alarm('NoDailyRun', {
      metric: gaugeMetric(this, 'DailyRun', 'Minimum'),
      threshold: 1,
      comparisonOperator: BELOW,
      ifMissing: TreatMissingData.BREACHING,
      says: '有园区到了发送时刻没有运行，或监测本身停了',
    });
  }

  #oldestUnsent(): Alarm {
    return this.#alarm('UnsentDigest', {
      metric: gaugeMetric(this, 'OldestUnsentMinutes', 'Maximum'),
      threshold: MAX_WAIT_MINUTES,
      comparisonOperator: ABOVE,
      periods: 3,
      says: '有提醒在发送时段里等了一小时以上',
    });
  }

  #pastSlots(): Alarm {
    return this.#alarm('PastSlots', {
      metric: gaugeMetric(this, 'PastSlots', 'Maximum'),
      threshold: 0,
      comparisonOperator: ABOVE,
      periods: 3,
      says: '有时刻已过的定时任务没有触发',
    });
  }

  #repairs(): Alarm {
    return this.#alarm('Repaired', {
      metric: gaugeMetric(this, 'Repaired', 'Sum', Duration.hours(1)),
      threshold: 0,
      comparisonOperator: ABOVE,
      says: '夜间核对修复了提醒时刻。改过督办规则后出现一次是正常的',
    });
  }

  #errors(name: string, watched: IFunction): Alarm {
    return this.#alarm(`${name}Errors`, {
      metric: watched.metricErrors({ period: VITALS_PERIOD, statistic: 'Sum' }),
      threshold: 0,
      comparisonOperator: ABOVE,
      says: `函数 ${name} 出错，日志里有原因`,
    });
  }

  #deadLetters(name: string, queue: IQueue): Alarm {
    return this.#alarm(`${name}DeadLetters`, {
      metric: queue.metricApproximateNumberOfMessagesVisible({
        period: VITALS_PERIOD,
        statistic: 'Maximum',
      }),
      threshold: 0,
      comparisonOperator: ABOVE,
      says: `死信队列 ${name} 里有没办成的事，处理后用 ruqi redrive 重投`,
    });
  }

  #alarm(name: string, { says, periods = 1, ifMissing, ...watch }: Watch): Alarm {
    const alarm = new Alarm(this, name, {
      ...watch,
      alarmDescription: `${says}。处理办法见 docs/runbook.md#${name.toLowerCase()}`,
      evaluationPeriods: periods,
      treatMissingData: ifMissing ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.#ops);
    alarm.addOkAction(this.#ops);
    return alarm;
  }
}
