import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Gauge } from './settings.ts';

const metrics = new Metrics();

/**
 * Sends measurements to CloudWatch as one log line in the embedded metric format, which needs no call
 * and no permission. Namespace and service come from the function's environment.
 */
export function measure(values: Partial<Readonly<Record<Gauge, number>>>): void {
  for (const [name, value] of Object.entries(values)) metrics.addMetric(name, 'Count', value);
  metrics.publishStoredMetrics();
}
