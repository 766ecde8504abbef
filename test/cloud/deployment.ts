import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  paginateListSchedules,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { Temporal } from 'temporal-polyfill';
import type { Settings } from '../../functions/runtime/settings.ts';
import type { Emulator } from './emulator.ts';
import { PARK } from './seed.ts';

export const STACK = 'RuqiTest';

/** The programs that a park's engineer runs, against the emulator. Each throws what a failing one wrote. */
export type Terminal = {
  /** @param line - what follows `cdk`, as it is typed. */
  readonly cdk: (line: string) => Promise<string>;
  /** @param line - what follows `ruqi`, as it is typed, but for the stack. */
  readonly ruqi: (line: string) => Promise<string>;
  /** Checks the templates that were synthesized last. */
  readonly lint: () => Promise<string>;
};

export function terminalOf({ environment, folder }: Emulator, tools: string): Terminal {
  const output = join(folder, 'cdk.out');
  return {
    cdk: (line) =>
      program(environment, `npx cdk ${line} --no-notices --context stage=test --output ${output}`),
    ruqi: (line) => program(environment, `node bin/ruqi.ts ${line} --stack ${STACK}`),
    lint: async () => {
      const templates = (await readdir(output)).filter((name) => name.endsWith('.template.json'));
      const paths = templates.map((name) => join(output, name)).join(' ');
      // W3005: CDK names dependencies that follow already from what a resource refers to.
      return program(environment, `${join(tools, 'cfn-lint')} --ignore-checks=W3005 -- ${paths}`);
    },
  };
}

/** Runs a program to its end. @throws {Error} with all it wrote, if it fails. */
function program(environment: Readonly<Record<string, string>>, line: string): Promise<string> {
  const [name = '', ...args] = line.split(' ');
  const env = { ...process.env, ...environment, CDK_DISABLE_CLI_TELEMETRY: 'true' };
  const child = spawn(name, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const keep = (part: Buffer): void => void (said += part.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${line}\nended with ${code}:\n${said}`));
    });
  });
}

/** What the stack puts out; undefined once it is gone. */
export async function outputs(): Promise<Readonly<Record<string, string>> | undefined> {
  const { Stacks = [] } = await new CloudFormationClient()
    .send(new DescribeStacksCommand({ StackName: STACK }))
    .catch(() => ({ Stacks: [] }));
  const { Outputs } = Stacks[0] ?? {};
  return (
    Outputs &&
    Object.fromEntries(
      Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    )
  );
}

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
