import {
  ConflictException,
  CreateScheduleCommand,
  SchedulerClient,
  ThrottlingException,
} from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { schedulerClock } from '../../functions/clock/scheduler-clock.ts';
import { at } from '../support/builders.ts';
import 'aws-sdk-client-mock-vitest/extend';

const scheduler = mockClient(SchedulerClient);
const clock = schedulerClock(new SchedulerClient({ region: 'local' }), {
  group: 'ruqi-slots',
  queueArn: 'arn:aws:sqs:local:000000000000:wake',
  deadLetterArn: 'arn:aws:sqs:local:000000000000:slots-dead',
  roleArn: 'arn:aws:iam::000000000000:role/slots',
});

beforeEach(() => {
  scheduler.reset();
});

describe('a slot', () => {
  it('is a schedule that calls the wake queue once, minutes after its nominal instant', async () => {
    scheduler.on(CreateScheduleCommand).resolves({});
    await clock.ensureSlot('linxiang', at('2022-06-30 08:00'));

    const [call] = scheduler.commandCalls(CreateScheduleCommand);
    const input = call?.args[0].input;
    expect(input).toMatchObject({
      GroupName: 'ruqi-slots',
      ScheduleExpressionTimezone: 'UTC',
      ActionAfterCompletion: 'DELETE',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: 'arn:aws:sqs:local:000000000000:wake',
        Input: '{"park":"linxiang","slot":"2022-06-30T00:00:00Z"}',
        DeadLetterConfig: { Arn: 'arn:aws:sqs:local:000000000000:slots-dead' },
      },
    });
    expect(input?.ScheduleExpression).toMatch(/^at\(2022-06-30T00:0[1-9]:00\)$/);
  });

  it('has a name that follows from park and minute, and fits', async () => {
    scheduler.on(CreateScheduleCommand).resolves({});
    const parks = ['linxiang', '临湘高新区', 'x'.repeat(200)];
    for (const park of [...parks, 'linxiang']) await clock.ensureSlot(park, at('2022-06-30 08:00'));
    await clock.ensureSlot('linxiang', at('2022-06-30 08:01'));

    const names = scheduler
      .commandCalls(CreateScheduleCommand)
      .map(({ args }) => args[0].input.Name);
    for (const name of names) expect(name).toMatch(/^[0-9a-zA-Z-_.]{1,64}$/);
    expect(names[0]).toBe(names[3]);
    expect(new Set(names).size).toBe(4);
  });

  it('that is there already is a success', async () => {
    scheduler
      .on(CreateScheduleCommand)
      .rejects(new ConflictException({ $metadata: {}, message: '', Message: '' }));
    await expect(clock.ensureSlot('linxiang', at('2022-06-30 08:00'))).resolves.toBeUndefined();
  });

  it('that cannot be made is a fault', async () => {
    scheduler
      .on(CreateScheduleCommand)
      .rejects(new ThrottlingException({ $metadata: {}, message: 'slow', Message: 'slow' }));
    await expect(clock.ensureSlot('linxiang', at('2022-06-30 08:00'))).rejects.toThrow('slow');
  });
});
