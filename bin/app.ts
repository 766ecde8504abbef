import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { RuqiStack } from '../lib/ruqi-stack.ts';
import { readStage } from '../lib/stage.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const stage = readStage((key) => app.node.tryGetContext(key));
const region = stage.region ?? process.env['CDK_DEFAULT_REGION'];

new RuqiStack(app, 'Ruqi', {
  stage,
  stackName: stage.stackName,
  description:
    '如期: sees to it that what a park promised gets done by the day it was promised for',
  ...(region !== undefined && { env: { region } }),
});
