import { tickEvent } from '../flows/events.ts';
import { reconcile } from '../flows/reconcile.ts';
import { eventHandler } from '../runtime/manners.ts';
import { awsNeeds } from './wiring/aws.ts';

const needs = awsNeeds(process.env);

/** Called every night: walks every park's own records and puts right what the index cannot show. */
export const handler = eventHandler(tickEvent, () => reconcile(needs));
