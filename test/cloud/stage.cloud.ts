import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slotName } from '../../functions/clock/slot-name.ts';
import { storyClock } from './clock.ts';
import { type Cloud, isSkipped, never, openCloud } from './cloud.ts';
import { eightOn, eveningOf, nextWorkingDay, WEEK } from './days.ts';
import { DEPLOY, keptOf, OPEN, settingsOf, slotsOf, stack } from './deployment.ts';
import { invoke } from './functions.ts';
import { failingAtTheEnd } from './halfway.ts';

describe.skipIf(isSkipped)('a stage on AWS, emulated', () => {
  const clock = storyClock();
  let cloud: Cloud | undefined;

  const here = (): Cloud => cloud ?? never();

  beforeAll(async () => {
    cloud = await openCloud(clock);
  });
  afterAll(async () => {
    await cloud?.emulator.stop();
  });

  it('is deployed after a first deployment that failed when everything had been made', async () => {
    const failing = await failingAtTheEnd(here().assembly);
    await expect(here().terminal.cdk(DEPLOY, failing)).rejects.toThrow('Failing');
    const { StackId = '', StackStatus } = (await stack()) ?? {};
    expect(StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await keptOf(StackId)).toEqual(['AWS::DynamoDB::Table']);
    await here().terminal.cdk(DEPLOY);
    expect((await stack())?.StackStatus).toBe('CREATE_COMPLETE');
  });

  it.each(WEEK)(
    'on a $weekday opens a park for the next working day, and makes its slot again that was deleted',
    async ({ weekday, day }) => {
      const slots = slotsOf(await settingsOf());
      await clock.moveTo(eveningOf(day));
      await here().terminal.ruqi(`${OPEN} --park ${weekday}`);
      const slot = slotName(weekday, eightOn(nextWorkingDay(day)));
      expect(await slots.names()).toContain(slot);
      await slots.remove(slot);
      expect(await slots.names()).not.toContain(slot);
      expect(await invoke('Reconcile')).toBe('done');
      expect(await slots.names()).toContain(slot);
    },
  );

  it('leaves its table and its logs when it is destroyed, and is deployed again beside them', async () => {
    const { StackId = '' } = (await stack()) ?? {};
    const { TABLE_NAME: TableName } = await settingsOf();
    await here().terminal.cdk('destroy --force');
    expect(await stack()).toBeUndefined();
    expect(await keptOf(StackId)).toEqual(['AWS::DynamoDB::Table', 'AWS::Logs::LogGroup']);
    const { Table } = await new DynamoDBClient().send(new DescribeTableCommand({ TableName }));
    expect(Table?.ItemCount).toBeGreaterThan(0);

    await here().terminal.cdk(DEPLOY);
    const slots = slotsOf(await settingsOf());
    expect(await slots.names()).toEqual([]);
    expect(await here().terminal.ruqi(`${OPEN} --park again`)).toContain('已开设');
    expect(await slots.names()).toHaveLength(1);
  });
});
