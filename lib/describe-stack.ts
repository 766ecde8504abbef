import { Annotations, CfnOutput, type Stack, Tags } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Environment } from '../functions/runtime/settings.ts';
import { capabilitiesOf } from './capabilities.ts';
import type { StageConfig } from './stage-config.ts';

/** Tags `stack`, and lists what its region lacks when the stack is synthesized. */
export function tagStack(stack: Stack, tags: StageConfig['tags']): void {
  const { missing, untagged } = capabilitiesOf(stack.region);
  for (const [key, value] of Object.entries(tags)) {
    Tags.of(stack).add(key, value, { excludeResourceTypes: [...untagged] });
  }
  missing.forEach((each, number) => {
    Annotations.of(stack).addInfoV2(`ruqi:missing-${number}`, `${stack.region}：${each}`);
  });
}

/** Creates the outputs of `stack` that an operator's command line reads. */
export function addOutputs(
  stack: Stack,
  environment: Environment,
  deadLetters: Readonly<Record<string, IQueue>>,
): void {
  const urls = Object.entries(deadLetters).map(([name, { queueUrl }]) => [name, queueUrl]);
  const outputs = {
    Settings: stack.toJsonString(environment),
    DeadLetters: stack.toJsonString(Object.fromEntries(urls)),
    WakeQueueUrl: environment.WAKE_QUEUE_URL,
  };
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}
