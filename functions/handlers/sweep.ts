import { tickEvent } from '../flows/context/events.ts';
import { sweep } from '../flows/wake/sweep.ts';
import { eventHandler } from '../runtime/middleware.ts';
import { awsNeeds } from './wiring/aws.ts';

const ports = awsNeeds(process.env);

/** Called every 10 minutes: processes what a slot missed, in every park. */
export const handler = eventHandler(tickEvent, () => sweep(ports));
