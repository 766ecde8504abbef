import type { Context } from 'aws-lambda';
import { eachPark } from '../flows/context/each-park.ts';
import { tickEvent, wakeEvent } from '../flows/context/events.ts';
import { openContext } from '../flows/context/open-context.ts';
import type { Ports } from '../flows/ports.ts';
import { reconcile } from '../flows/wake/reconcile.ts';
import { sweep } from '../flows/wake/sweep.ts';
import { tellHandOvers } from '../flows/wake/tell-hand-overs.ts';
import { wake } from '../flows/wake/wake.ts';
import { eventHandler, type Log, queueHandler } from '../runtime/middleware.ts';
import type { SlotTimers } from './slot-timers.ts';
import type { LocalWakeQueue } from './wake-queue.ts';

/** The functions of a stage, called in this process. */
export type LocalFunctions = {
  /** Fires the slots that are due, runs what they wake, and then the sweep. */
  readonly look: () => Promise<void>;
  readonly reconcile: () => Promise<void>;
  /** Sends handover notices only, and leaves everything else that is due to the next look. */
  readonly tellHandOvers: () => Promise<void>;
};

/** No function reads the Lambda context. */
const NO_CONTEXT = {} as Context;

/** The functions behind the middleware that they have on AWS. */
export function localFunctions(
  ports: Ports,
  queue: LocalWakeQueue,
  slots: SlotTimers,
  log: Log,
): LocalFunctions {
  const onWake = queueHandler(
    wakeEvent(ports.now),
    async ({ park }) => wake(await openContext(park, ports)),
    log,
  );
  const onSweep = eventHandler(tickEvent, () => sweep(ports), log);
  const onReconcile = eventHandler(tickEvent, () => reconcile(ports), log);
  const onHandOvers = eventHandler(
    tickEvent,
    () => eachPark(ports, async ({ open }) => tellHandOvers(await open())),
    log,
  );
  return {
    look: async () => {
      slots.fire(ports.now());
      await drain(queue, onWake);
      await onSweep({}, NO_CONTEXT);
    },
    reconcile: () => onReconcile({}, NO_CONTEXT),
    tellHandOvers: () => onHandOvers({}, NO_CONTEXT),
  };
}

/** Sends the wake queue to `onWake`, as the event source does on AWS: failed messages stay in it. */
async function drain(
  queue: LocalWakeQueue,
  onWake: ReturnType<typeof queueHandler>,
): Promise<void> {
  for (const { id, body } of queue.waiting()) {
    const record = { messageId: id, body };
    const { batchItemFailures } = await onWake({ Records: [record as never] }, NO_CONTEXT);
    if (batchItemFailures.length === 0) queue.remove(id);
  }
}
