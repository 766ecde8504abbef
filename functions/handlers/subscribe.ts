import { tickEvent } from '../flows/context/events.ts';
import { subscribeParks } from '../flows/wake/subscribe-parks.ts';
import { eventHandler } from '../runtime/manners.ts';
import { awsSubscribing } from './wiring/aws.ts';

const subscribing = awsSubscribing(process.env);

/** Called every night, and before the morning's digests: brings the topic's subscriptions to what the contacts' channels say. */
export const handler = eventHandler(tickEvent, () => subscribeParks(subscribing));
