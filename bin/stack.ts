import {
  CloudFormationClient,
  DescribeStacksCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { z } from 'zod';
import { BadInput } from '../functions/domain/base/problems.ts';
import { readSettings, type Settings } from '../functions/runtime/settings.ts';

/** What a deployed stage says of itself. */
export type Deployed = {
  readonly settings: Settings;
  /** URLs of the dead-letter queues, by what they are of. */
  readonly deadLetters: Readonly<Record<DeadLetters, string>>;
  readonly wakeQueueUrl: string;
};

export const DEAD_LETTERS = ['WakeQueue', 'Slots', 'Calls', 'Subscriptions'] as const;
export type DeadLetters = (typeof DEAD_LETTERS)[number];

const Urls = z.record(z.enum(DEAD_LETTERS), z.url());

/**
 * The deployed stack called `name`, in the region and account of the caller's profile.
 *
 * @throws {BadInput} if it cannot be read: no credentials, no such stack, an older one.
 */
export async function readStack(name: string): Promise<Deployed> {
  const outputs = await outputsOf(name);
  try {
    return {
      settings: readSettings(JSON.parse(outputs.get('Settings') ?? '{}')),
      deadLetters: Urls.parse(JSON.parse(outputs.get('DeadLetters') ?? '{}')),
      wakeQueueUrl: outputs.get('WakeQueueUrl') ?? '',
    };
  } catch (cause) {
    throw unreadable(name, '不是这个版本的如期部署的', '请先用 npx cdk deploy 更新', cause);
  }
}

/**
 * The stack called `name`, if CloudFormation has it.
 *
 * @param region - that of the caller's profile without it.
 */
export async function describeStack(name: string, region?: string): Promise<Stack | undefined> {
  const { Stacks } = await new CloudFormationClient(region === undefined ? {} : { region }).send(
    new DescribeStacksCommand({ StackName: name }),
  );
  return Stacks?.[0];
}

async function outputsOf(name: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { Outputs = [] } = (await describeStack(name)) ?? {};
    return new Map(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } catch (cause) {
    throw unreadable(name, '读不到', '请核对名称、区域和凭证，或运行 ruqi deploy-check', cause);
  }
}

const unreadable = (name: string, message: string, remedy: string, cause: unknown): BadInput =>
  new BadInput([{ place: `堆栈 ${name}`, message, remedy }], { cause });
