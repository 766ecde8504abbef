import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deployCheck } from '../../bin/commands/deploy-check.ts';
import { run } from '../support/command-line.ts';

const [sts, formation] = [mockClient(STSClient), mockClient(CloudFormationClient)];

const signedInTo = (partition: string): void =>
  void sts.on(GetCallerIdentityCommand).resolves({
    Account: '000000000000',
    Arn: `arn:${partition}:iam::000000000000:user/deployer`,
  });

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'cn-north-1');
  sts.reset();
  formation.reset();
  signedInTo('aws-cn');
  formation.on(DescribeStacksCommand).resolves({
    Stacks: [{ StackName: 'CDKToolkit', CreationTime: undefined, StackStatus: 'CREATE_COMPLETE' }],
  });
});

/** Everything the check says, as one text. */
const said = async (...args: readonly string[]): Promise<string> =>
  (await run(deployCheck, ...args)).out.join('\n');

describe('before a deployment', () => {
  it('says what is there and what is missing, and finds the addresses that are examples', async () => {
    const { code, out } = await run(deployCheck);
    expect(code).toBe(1);
    expect(out.filter((line) => line.startsWith('缺'))).toEqual([
      expect.stringMatching(/告警邮箱.*还是示例地址/),
      expect.stringMatching(/统一身份认证 sso\.example\.com 还是示例地址/),
    ]);
    expect(out).toContain('好\t已接通的渠道是邮件、HTTPS 接口');
    expect(out.join('\n')).toMatch(
      /好\t凭证属于账户 0{12}[\s\S]*好\t区域 cn-north-1[\s\S]*引导堆栈已就绪/,
    );
  });

  it('says that the credentials do not serve', async () => {
    sts
      .on(GetCallerIdentityCommand)
      .rejects(Object.assign(new Error('no'), { name: 'ExpiredToken' }));
    expect(await said()).toContain('缺\t凭证不可用（ExpiredToken）');
  });

  it('says that region and account are of different partitions', async () => {
    signedInTo('aws');
    expect(await said()).toContain('缺\t区域 cn-north-1 与凭证不在同一个分区');
  });

  it('says that the region was never bootstrapped', async () => {
    formation.on(DescribeStacksCommand).rejects(new Error('does not exist'));
    expect(await said()).toContain('缺\tcn-north-1 还没有 CDK 引导堆栈');
  });

  it('says which stages there are', async () => {
    expect(await said('--stage', 'staging')).toMatch(/缺\t.*[\s\S]*“staging”.*prod/);
  });
});
