import { tickEvent } from '../flows/context/events.ts';
import { takeVitals } from '../flows/wake/take-health.ts';
import { measure } from '../runtime/gauges.ts';
import { eventHandler } from '../runtime/manners.ts';
import { awsLooking } from './wiring/aws.ts';

const looking = awsLooking(process.env);

/** Called every 5 minutes: measures what the alarms watch. No measure is an alarm, too. */
export const handler = eventHandler(tickEvent, async () => {
  const vitals = await takeVitals(looking);
  measure({
    DailyRun: Number(vitals.lateParks === 0),
    OldestUnsentMinutes: vitals.oldestUnsentMinutes,
    PastSlots: vitals.pastSlots,
  });
  return vitals;
});
