import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateDescribeStackEvents,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  paginateListSchedules,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { Temporal } from 'temporal-polyfill';
import type { Settings } from '../../functions/runtime/settings.ts';
import { PARK } from './seed.ts';

export const STACK = 'RuqiTest';
/** What an engineer types to deploy it. */
export const DEPLOY = 'deploy --require-approval never';
/** What an operator types then, but for the park's id. */
export const OPEN = 'open --name 临湘高新区 --mail office@park.example';

/** The stack as CloudFormation has it; undefined once it is gone. */
export async function stack(): Promise<Stack | undefined> {
  const { Stacks = [] } = await new CloudFormationClient()
    .send(new DescribeStacksCommand({ StackName: STACK }))
    .catch(() => ({ Stacks: [] }));
  return Stacks[0];
}

/** The types of what the stack with the ARN `id` left behind when it was rolled back or destroyed. */
export async function keptOf(id: string): Promise<readonly string[]> {
  const pages = paginateDescribeStackEvents(
    { client: new CloudFormationClient() },
    { StackName: id },
  );
  const events = await Array.fromAsync(pages, ({ StackEvents = [] }) => StackEvents);
  const types = events
    .flat()
    .filter(({ ResourceStatus }) => ResourceStatus === 'DELETE_SKIPPED')
    .flatMap(({ ResourceType }) => ResourceType ?? []);
  return [...new Set(types)].toSorted();
}

/** What the stack puts out; undefined once it is gone. */
export async function outputs(): Promise<Readonly<Record<string, string>> | undefined> {
  const { Outputs } = (await stack()) ?? {};
  return (
    Outputs &&
    Object.fromEntries(
      Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    )
  );
}

/** Where the deployed stage has its things. */
export const settingsOf = async (): Promise<Settings> =>
  JSON.parse((await outputs())?.['Settings'] ?? '') as Settings;

/** The slots of a deployed stage, as anyone with its permissions finds them. */
export type Slots = {
  readonly names: () => Promise<readonly string[]>;
  readonly remove: (name: string) => Promise<void>;
  /** Puts one a few seconds ahead by the real clock, that says what one of `nominal` would. */
  readonly soon: (nominal: Temporal.Instant) => Promise<void>;
};

export function slotsOf(settings: Settings): Slots {
  const client = new SchedulerClient();
  const GroupName = settings.SLOT_GROUP;
  return {
    names: async () => {
      const pages = paginateListSchedules({ client }, { GroupName });
      const all = await Array.fromAsync(pages, ({ Schedules = [] }) => Schedules);
      return all.flat().flatMap(({ Name }) => Name ?? []);
    },
    remove: async (Name) => {
      await client.send(new DeleteScheduleCommand({ GroupName, Name }));
    },
    soon: async (nominal) => {
      const at = Temporal.Now.instant().add({ seconds: 2 }).toZonedDateTimeISO('UTC');
      const slot = nominal.toString({ smallestUnit: 'second' });
      await client.send(
        new CreateScheduleCommand({
          Name: `s.by-hand.${slot.replaceAll(/\D/g, '')}`,
          GroupName,
          ScheduleExpression: `at(${at.toPlainDateTime().toString({ smallestUnit: 'second' })})`,
          FlexibleTimeWindow: { Mode: 'OFF' },
          ActionAfterCompletion: 'DELETE',
          Target: {
            Arn: settings.WAKE_QUEUE_ARN,
            RoleArn: settings.SLOT_ROLE_ARN,
            Input: JSON.stringify({ park: PARK, slot }),
          },
        }),
      );
    },
  };
}
