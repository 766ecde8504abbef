import { wakeEvent } from '../flows/context/events.ts';
import { beginRun } from '../flows/context/open-context.ts';
import { wake } from '../flows/wake/wake.ts';
import { queueHandler } from '../runtime/manners.ts';
import { awsNeeds } from './wiring/aws.ts';

const needs = awsNeeds(process.env);

/** Fed by the wake queue: looks at what is due in the park that a slot names. */
export const handler = queueHandler(wakeEvent(needs.now), async ({ park }) =>
  wake(await beginRun(park, needs)),
);
