import { wakeEvent } from '../flows/context/events.ts';
import { openContext } from '../flows/context/open-context.ts';
import { wake } from '../flows/wake/wake.ts';
import { queueHandler } from '../runtime/middleware.ts';
import { awsNeeds } from './wiring/aws.ts';

const ports = awsNeeds(process.env);

/** Invoked by the wake queue: processes what is due in the park named by the message. */
export const handler = queueHandler(wakeEvent(ports.now), async ({ park }) =>
  wake(await openContext(park, ports)),
);
