import { ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { slotsBefore } from '../../functions/clock/past-slots.ts';
import { slotName } from '../../functions/clock/slot-name.ts';
import { at } from '../support/builders.ts';

it('the slots that should have fired are counted by their names, on every page', async () => {
  const scheduler = mockClient(SchedulerClient);
  const slot = (local: string): { Name: string } => ({ Name: slotName('linxiang', at(local)) });
  scheduler
    .on(ListSchedulesCommand, { GroupName: 'slots' })
    .resolvesOnce({
      Schedules: [slot('2022-06-15 08:00'), slot('2022-06-16 08:00')],
      NextToken: 'more',
    })
    .resolvesOnce({ Schedules: [slot('2022-06-14 23:59'), slot('2022-06-15 08:01')] });

  const count = slotsBefore(new SchedulerClient({ region: 'local' }), 'slots');

  expect(await count(at('2022-06-15 08:01'))).toBe(2);
  expect(scheduler.commandCalls(ListSchedulesCommand)).toHaveLength(2);
});
