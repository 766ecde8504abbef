import { tickEvent } from '../flows/context/events.ts';
import { sweep } from '../flows/wake/sweep.ts';
import { eventHandler } from '../runtime/manners.ts';
import { awsNeeds } from './wiring/aws.ts';

const needs = awsNeeds(process.env);

/** Called every 10 minutes: looks, in every park, at what a slot missed. */
export const handler = eventHandler(tickEvent, () => sweep(needs));
