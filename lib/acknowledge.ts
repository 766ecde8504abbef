import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts findings of cdk-nag at or below `construct`, with a reason for each rule id. */
export function acknowledge(
  construct: IConstruct,
  reasons: Readonly<Record<string, string>>,
): void {
  for (const [id, reason] of Object.entries(reasons)) {
    Validations.of(construct).acknowledge({ id, reason });
  }
}

/** Id of the finding that a policy at `construct` contains `resource` with a wildcard. */
export const wildcardFinding = (construct: IConstruct, resource: string): string =>
  `AwsSolutions-IAM5[Resource::${spelt(Stack.of(construct).resolve(resource))}]`;

/** Formats a template value as cdk-nag does, such as `<Topic>:*` for a reference. */
function spelt(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Intrinsic;
  if (join) return join[1].map(spelt).join(join[0]);
  return `<${Ref ?? attribute?.join('.')}>`;
}

type Intrinsic = {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly string[];
  readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
};
