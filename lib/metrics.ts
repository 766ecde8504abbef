import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Gauge } from '../functions/runtime/settings.ts';

/** CloudWatch namespace of the functions' own metrics. */
export const METRICS_NAMESPACE = 'Ruqi';

/** How often the health of the stage is measured. */
export const HEALTH_PERIOD = Duration.minutes(5);

/** One of the functions' own metrics, of the stage of `scope`. */
export const gaugeMetric = (
  scope: Construct,
  metricName: Gauge,
  statistic: 'Minimum' | 'Maximum' | 'Sum',
  period: Duration = HEALTH_PERIOD,
): Metric =>
  new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    statistic,
    period,
    dimensionsMap: { service: Stack.of(scope).stackName },
  });
