import { tickEvent } from '../flows/context/events.ts';
import { reconcile } from '../flows/wake/reconcile.ts';
import { measure } from '../runtime/gauges.ts';
import { eventHandler } from '../runtime/manners.ts';
import { awsNeeds } from './wiring/aws.ts';

const needs = awsNeeds(process.env);

/** Called every night: walks every park's own records and puts right what the index cannot show. */
export const handler = eventHandler(tickEvent, async () => {
  const parks = await reconcile(needs);
  measure({ Repaired: parks.values().reduce((sum, { repaired }) => sum + repaired, 0) });
  return parks;
});
