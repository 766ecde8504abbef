import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { RuqiStack } from '../../lib/ruqi-stack.ts';
import { readStage } from '../../lib/stage.ts';
import type { StageConfig } from '../../lib/stage-config.ts';

/** The stage that cdk.json means by default. */
export const prod = (): StageConfig => readStage(contextOf());

/** The context of cdk.json, with this on top. */
export const contextOf =
  (over: Record<string, unknown> = {}): ((key: string) => unknown) =>
  (key) =>
    ({ ...cdkJson.context, ...over })[key];

/** The app of cdk.json, that bundles nothing. */
const anApp = (): App =>
  new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] } });

/** The stack of `stage` in `region`, or in one that is not known before deployment. */
export function aStack(stage: StageConfig, region?: string): RuqiStack {
  const app = anApp();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return new RuqiStack(app, 'Test', { stage, ...(region !== undefined && { env: { region } }) });
}

export type Statement = {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
};

/** The statements of the policies of the role whose logical id begins with `role`. */
export function statementsOf(template: Template, role: string): readonly Statement[] {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  return policies
    .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(`"${role}`))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

/** The actions that the role of the function called `name` is allowed, in order. */
export const actionsOf = (template: Template, name: string): readonly string[] =>
  [...new Set(statementsOf(template, `${name}Role`).flatMap(({ Action }) => Action))].toSorted();

export const templateOf = (stack: RuqiStack): Template => Template.fromStack(stack);
