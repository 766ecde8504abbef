import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Gauge } from './settings.ts';

const metrics = new Metrics();

/**
 * Hands measures to CloudWatch: one line of the log in its embedded metric format, so that no call
 * is made and no permission needed. Namespace and service come from the function's environment.
 */
export function measure(values: Partial<Readonly<Record<Gauge, number>>>): void {
  for (const [name, value] of Object.entries(values)) metrics.addMetric(name, 'Count', value);
  metrics.publishStoredMetrics();
}
