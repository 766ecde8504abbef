import { tickEvent } from '../flows/context/events.ts';
import { takeVitals } from '../flows/wake/take-health.ts';
import { measure } from '../runtime/gauges.ts';
import { eventHandler } from '../runtime/middleware.ts';
import { awsLooking } from './wiring/aws.ts';

const ports = awsLooking(process.env);

/** Called every 5 minutes: measures the health of the stage. A missing measurement raises an alarm too. */
export const handler = eventHandler(tickEvent, async () => {
  const health = await takeVitals(ports);
  measure({
    DailyRun: Number(health.lateParks === 0),
    OldestUnsentMinutes: health.oldestUnsentMinutes,
    PastSlots: health.pastSlots,
  });
  return health;
});
