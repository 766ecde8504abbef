import {
  CloudFormationClient,
  DescribeStacksCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { z } from 'zod';
import { BadInput } from '../functions/domain/base/problems.ts';
import { readSettings, type Settings } from '../functions/runtime/settings.ts';

/** The outputs of a deployed stack. */
export type Deployed = {
  readonly settings: Settings;
  /** URLs of the dead-letter queues by name. */
  readonly deadLetters: Readonly<Record<DeadLetterQueueName, string>>;
  readonly wakeQueueUrl: string;
};

export const DEAD_LETTERS = ['WakeQueue', 'Slots', 'Calls', 'Subscriptions'] as const;
export type DeadLetterQueueName = (typeof DEAD_LETTERS)[number];

const Urls = z.record(z.enum(DEAD_LETTERS), z.url());

/**
 * Reads the outputs of stack `name` in the region and account of the caller's profile.
 *
 * @throws {BadInput} if it cannot be read, does not exist, or is of an older version.
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
 * The stack `name`, or undefined if there is none.
 *
 * @param region - by default the region of the caller's profile.
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
