import { paginateListSchedules, type SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Temporal } from 'temporal-polyfill';
import { minuteIn } from './slot-name.ts';

/** Counts the slots of `group` that still exist and whose nominal minute is before `until`. */
export const slotsBefore =
  (client: SchedulerClient, group: string) =>
  async (until: Temporal.Instant): Promise<number> => {
    const last = minuteIn(until);
    let past = 0;
    for await (const { Schedules = [] } of paginateListSchedules(
      { client },
      { GroupName: group },
    )) {
      past += Schedules.filter(({ Name = '' }) => (Name.split('.').at(-1) ?? '') < last).length;
    }
    return past;
  };
