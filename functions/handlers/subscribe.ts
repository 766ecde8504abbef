import { tickEvent } from '../flows/context/events.ts';
import { subscribeParks } from '../flows/wake/subscribe-parks.ts';
import { eventHandler } from '../runtime/middleware.ts';
import { awsSubscribing } from './wiring/aws.ts';

const subscribing = awsSubscribing(process.env);

/** Called every night and before the morning's digests: synchronizes the topic's subscriptions with the contacts' channels. */
export const handler = eventHandler(tickEvent, () => subscribeParks(subscribing));
