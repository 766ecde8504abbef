import { paginateListSchedules, type SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Temporal } from 'temporal-polyfill';
import { minuteIn } from './slot-name.ts';

/** How many slots of `group` there still are whose nominal minute lies before `until`. */
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
