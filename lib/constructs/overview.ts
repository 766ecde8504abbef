import { AlarmStatusWidget, Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { gaugeMetric, VITALS_PERIOD } from '../metrics.ts';
import type { Watched, Watchers } from './watchers.ts';

const FULL_WIDTH = 24;

/** The one dashboard: the alarms first, then what they are made of. */
export class Overview extends Dashboard {
  constructor(
    scope: Construct,
    id: string,
    { functions, deadLetters }: Watched,
    { alarms }: Watchers,
  ) {
    super(scope, id);
    const runs = Object.values(functions);
    this.addWidgets(
      new AlarmStatusWidget({ title: '告警', width: FULL_WIDTH, alarms: [...alarms] }),
    );
    this.addWidgets(
      graph('每日运行（1 为准时）', [gaugeMetric(this, 'DailyRun', 'Minimum')]),
      graph('未发出的提醒（分钟）', [gaugeMetric(this, 'OldestUnsentMinutes', 'Maximum')]),
      graph('过期未触发、夜间修复', [
        gaugeMetric(this, 'PastSlots', 'Maximum'),
        gaugeMetric(this, 'Repaired', 'Sum'),
      ]),
    );
    this.addWidgets(
      graph(
        '函数出错',
        runs.map((each) => each.metricErrors({ period: VITALS_PERIOD })),
      ),
      graph(
        '函数耗时',
        runs.map((each) => each.metricDuration({ period: VITALS_PERIOD })),
      ),
      graph(
        '死信',
        Object.values(deadLetters).map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ period: VITALS_PERIOD }),
        ),
      ),
    );
  }
}

const graph = (
  title: string,
  left: ConstructorParameters<typeof GraphWidget>[0]['left'] & object,
): GraphWidget => new GraphWidget({ title, left, width: FULL_WIDTH / 3 });
