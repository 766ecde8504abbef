import { AlarmStatusWidget, Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { gaugeMetric, HEALTH_PERIOD } from '../metrics.ts';
import type { Alarms, Monitored } from './alarms.ts';

const FULL_WIDTH = 24;

/** The dashboard of a stage: the alarms first, then the metrics behind them. */
export class Overview extends Dashboard {
  constructor(scope: Construct, id: string, { functions, deadLetters }: Monitored, alarms: Alarms) {
    super(scope, id);
    const runs = Object.values(functions);
    this.addWidgets(
      new AlarmStatusWidget({ title: '告警', width: FULL_WIDTH, alarms: [...alarms.all] }),
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
        runs.map((each) => each.metricErrors({ period: HEALTH_PERIOD })),
      ),
      graph(
        '函数耗时',
        runs.map((each) => each.metricDuration({ period: HEALTH_PERIOD })),
      ),
      graph(
        '死信',
        Object.values(deadLetters).map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ period: HEALTH_PERIOD }),
        ),
      ),
    );
  }
}

const graph = (
  title: string,
  left: ConstructorParameters<typeof GraphWidget>[0]['left'] & object,
): GraphWidget => new GraphWidget({ title, left, width: FULL_WIDTH / 3 });
