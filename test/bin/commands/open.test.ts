import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { open } from '../../../bin/commands/open.ts';
import { run } from '../../support/command-line.ts';
import { outputs, stackWith } from '../../support/deployed.ts';

const stack = ['--stack', 'Ruqi', '--park', 'linxiang'];

beforeEach(() => {
  mockClient(CloudFormationClient)
    .on(DescribeStacksCommand)
    .resolves({ Stacks: [stackWith(outputs)] });
});

describe('a park is not opened', () => {
  it.each([
    { what: 'on a laptop', args: ['--name', '园区'], says: '--stack' },
    { what: 'without a name', args: stack, says: '--name' },
    { what: 'with a name too long', args: [...stack, '--name', '长'.repeat(41)], says: '--name' },
    { what: 'without an id', args: ['--stack', 'Ruqi', '--name', '园区'], says: '--park' },
    {
      what: 'under an id that no key bears',
      args: ['--stack', 'Ruqi', '--park', '临湘', '--name', '园区'],
      says: '“临湘”不能用作编号',
    },
    {
      what: 'in a zone that is none',
      args: [...stack, '--name', '园区', '--zone', 'Asia/Linxiang'],
      says: '不认识时区“Asia/Linxiang”',
    },
    {
      what: 'with a mail address that is none',
      args: [...stack, '--name', '园区', '--mail', 'office'],
      says: '“office”不是邮箱地址',
    },
    {
      what: 'without a mail address where the stage has no relay',
      args: [...stack, '--name', '园区'],
      says: '没有园区办的邮箱，这个堆栈也没有接通别的渠道，园区办将收不到提醒',
    },
  ])('$what', async ({ args, says }) => {
    const { code, err } = await run(open, ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
