import { App } from 'aws-cdk-lib';
import { RuqiStack } from '../lib/ruqi-stack.ts';

const app = new App();
const timeZone: unknown = app.node.tryGetContext('timeZone');

new RuqiStack(app, 'Ruqi', {
  timeZone: typeof timeZone === 'string' ? timeZone : 'Asia/Shanghai',
  description:
    '如期: sees to it that what a park promised gets done by the day it was promised for',
});
