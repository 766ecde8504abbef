import type { Template } from 'aws-cdk-lib/assertions';

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal: string | { readonly Service?: string | readonly string[] };
  readonly Condition?: unknown;
};

type Resource = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> };

/** The resources of `template` that are of `type`, by their logical ids. */
function resourcesOf(template: Template, type: string): Readonly<Record<string, Resource>> {
  const all: Readonly<Record<string, Resource>> = template.toJSON()['Resources'];
  return Object.fromEntries(Object.entries(all).filter(([, { Type }]) => Type === type));
}

/**
 * Walks from every alarm of `template` by its actions to the topic, its policy and its key.
 *
 * @returns what keeps CloudWatch from telling of it, one line for each alarm and action.
 */
export function unheardAlarms(template: Template): readonly string[] {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');
  return Object.entries(alarms).flatMap(([id, { Properties }]) =>
    ['AlarmActions', 'OKActions'].flatMap((kind) => {
      const actions = (Properties[kind] ?? []) as readonly unknown[];
      const why =
        actions.length === 0 ? ['no action'] : actions.flatMap((each) => refusals(template, each));
      return why.map((each) => `${id} ${kind}: ${each}`);
    }),
  );
}

/** What keeps CloudWatch from publishing to the topic that `action` refers to. */
function refusals(template: Template, action: unknown): readonly string[] {
  const topics = resourcesOf(template, 'AWS::SNS::Topic');
  const topic = topics[referred(action)];
  if (!topic) return ['no topic of the stack'];
  const policies = resourcesOf(template, 'AWS::SNS::TopicPolicy');
  const mine = Object.values(policies).filter(({ Properties }) =>
    ((Properties['Topics'] ?? []) as readonly unknown[]).map(referred).includes(referred(action)),
  );
  const isAdmitted = mine.some(({ Properties }) =>
    admits(Properties['PolicyDocument'], ['sns:Publish']),
  );
  const key = topic.Properties['KmsMasterKeyId'];
  return [
    ...(isAdmitted ? [] : ['the policy of the topic does not allow it']),
    ...(key === undefined || isUsable(template, key)
      ? []
      : ['the key of the topic does not allow it']),
  ];
}

/** Whether the key is one of the stack whose policy lets CloudWatch encrypt; those of AWS do not. */
function isUsable(template: Template, key: unknown): boolean {
  const keys = resourcesOf(template, 'AWS::KMS::Key');
  const policy = keys[referred(key)]?.Properties['KeyPolicy'];
  return policy !== undefined && admits(policy, ['kms:Decrypt', 'kms:GenerateDataKey*']);
}

/** Whether `policy` allows CloudWatch `actions` for alarms of this account only. */
function admits(policy: unknown, actions: readonly string[]): boolean {
  const { Statement } = policy as { readonly Statement: readonly Statement[] };
  const granting = Statement.filter(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Allow' &&
      typeof Principal === 'object' &&
      [Principal.Service].flat().includes('cloudwatch.amazonaws.com') &&
      isConfined(Condition),
  );
  const allowed = new Set(granting.flatMap(({ Action }) => Action));
  return actions.every((each) => allowed.has(each));
}

function isConfined(condition: unknown): boolean {
  const { StringEquals, ArnLike } = (condition ?? {}) as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  return (
    referred(StringEquals?.['aws:SourceAccount']) === 'AWS::AccountId' &&
    JSON.stringify(ArnLike?.['aws:SourceArn'] ?? '').includes(':alarm:')
  );
}

/** The logical id that a value of the template refers to. */
function referred(value: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute } = (value ?? {}) as {
    readonly Ref?: string;
    readonly 'Fn::GetAtt'?: readonly string[];
  };
  return Ref ?? attribute?.[0] ?? '';
}
