import { tickEvent } from '../flows/context/events.ts';
import { reconcile } from '../flows/wake/reconcile.ts';
import { measure } from '../runtime/gauges.ts';
import { eventHandler } from '../runtime/middleware.ts';
import { awsNeeds } from './wiring/aws.ts';

const ports = awsNeeds(process.env);

/** Called every night: walks the records of every park and repairs what the index cannot show. */
export const handler = eventHandler(tickEvent, async () => {
  const parks = await reconcile(ports);
  measure({ Repaired: parks.values().reduce((sum, { repaired }) => sum + repaired, 0) });
  return parks;
});
