import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Gauge } from '../functions/runtime/settings.ts';

/** Where the functions' own metrics lie. */
export const METRICS_NAMESPACE = 'Ruqi';

/** How often the stage's vitals are taken. */
export const VITALS_PERIOD = Duration.minutes(5);

/** One of the functions' own metrics, of the stage of `scope`. */
export const gaugeMetric = (
  scope: Construct,
  metricName: Gauge,
  statistic: 'Minimum' | 'Maximum' | 'Sum',
  period: Duration = VITALS_PERIOD,
): Metric =>
  new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    statistic,
    period,
    dimensionsMap: { service: Stack.of(scope).stackName },
  });
