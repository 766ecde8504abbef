import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says why findings of cdk-nag at `construct`, or below it, are meant to be. */
export function acknowledge(
  construct: IConstruct,
  reasons: Readonly<Record<string, string>>,
): void {
  for (const [id, reason] of Object.entries(reasons)) {
    Validations.of(construct).acknowledge({ id, reason });
  }
}

/** The finding that a policy at `construct` names `resource` with a wildcard in it. */
export const wildcardFinding = (construct: IConstruct, resource: string): string =>
  `AwsSolutions-IAM5[Resource::${spelt(Stack.of(construct).resolve(resource))}]`;

/** A value of a template as cdk-nag spells it: `<Topic>:*` for what refers to a resource. */
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
