import {
  CloudFormationClient,
  DescribeStacksCommand,
  ListStackResourcesCommand,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  type MetricAlarm,
  SetAlarmStateCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';
import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checkAlarms } from '../../../bin/check-alarms.ts';
import { deployCheck } from '../../../bin/commands/deploy-check.ts';
import { run } from '../../support/command-line.ts';
import { prod } from '../../support/stage.ts';

const [sts, formation] = [mockClient(STSClient), mockClient(CloudFormationClient)];

const signedInTo = (partition: string): void =>
  void sts.on(GetCallerIdentityCommand).resolves({
    Account: '000000000000',
    Arn: `arn:${partition}:iam::000000000000:user/deployer`,
  });

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'cn-north-1');
  vi.setSystemTime('2026-06-30T12:00:00Z');
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

  it('says that the notice of this year is not there', async () => {
    vi.setSystemTime('2039-12-31T16:00:00Z');
    expect(await said()).toContain('缺\t2040 年的放假安排没有录入');
  });

  it.each([
    { now: '2039-11-16T15:59:00Z', says: '缺\t2039 年', why: 'this year lacks it, too' },
    { now: '2026-11-16T15:59:00Z', says: '好\t2026 年的放假安排已录入', why: '46 days before' },
    { now: '2026-11-16T16:00:00Z', says: '缺\t2027 年的放假安排没有录入', why: '45 days before' },
    { now: '2026-11-28T04:00:00Z', says: '缺\t2027 年的放假安排没有录入', why: '34 days before' },
    { now: '2025-12-31T04:00:00Z', says: '好\t2025 年的放假安排已录入', why: 'the next is known' },
  ])('looks ahead to the next year like the office does: $why', async ({ now, says }) => {
    vi.setSystemTime(now);
    expect(await said()).toContain(says);
  });

  it('says which stages there are', async () => {
    expect(await said('--stage', 'staging')).toMatch(/缺\t.*[\s\S]*“staging”.*prod/);
  });
});

describe('after a deployment', () => {
  const [watch, sns] = [mockClient(CloudWatchClient), mockClient(SNSClient)];
  const [address = ''] = prod().opsMail;
  const topic = 'arn:aws-cn:sns:cn-north-1:000000000000:ops';
  const LOUD = 'Ruqi-Loud';
  const QUIET = 'Ruqi-Quiet';
  const loud: MetricAlarm = { AlarmName: LOUD, StateValue: 'ALARM', AlarmActions: [topic] };
  const quiet: MetricAlarm = { AlarmName: QUIET, StateValue: 'OK', AlarmActions: [topic] };
  let waits = 0;

  /** What CloudWatch did for the alarm: `before` the drill, and once it was set. */
  const does = (before: readonly string[], then: readonly string[]): void => {
    const items = (all: readonly string[]): { HistorySummary: string; Timestamp: Date }[] =>
      all
        .map((HistorySummary, minute) => ({ HistorySummary, Timestamp: new Date(minute * 60_000) }))
        .toReversed();
    watch
      .on(DescribeAlarmHistoryCommand, { AlarmName: QUIET, HistoryItemType: 'Action' })
      .resolvesOnce({ AlarmHistoryItems: items(before) })
      .resolvesOnce({ AlarmHistoryItems: items(before) })
      .resolves({ AlarmHistoryItems: items([...before, ...then]) });
  };
  const resource = (ResourceType: string, PhysicalResourceId: string): StackResourceSummary => ({
    LogicalResourceId: PhysicalResourceId,
    PhysicalResourceId,
    ResourceType,
    ResourceStatus: 'CREATE_COMPLETE',
    LastUpdatedTimestamp: undefined,
  });
  const states = (): readonly (StateValue | undefined)[] =>
    watch.commandCalls(SetAlarmStateCommand).map(({ args: [{ input }] }) => input.StateValue);
  const checked = async (): Promise<string> => {
    const findings = await checkAlarms(prod(), async () => void (waits += 1));
    return findings.map(({ isPassed, line }) => `${isPassed ? '好' : '缺'}\t${line}`).join('\n');
  };
  const DONE = `Successfully executed action ${topic}`;
  const REFUSED = `Failed to execute action ${topic}. Received error: "not authorized"`;

  beforeEach(() => {
    waits = 0;
    watch.reset();
    sns.reset();
    formation.on(ListStackResourcesCommand, { StackName: 'Ruqi' }).resolves({
      StackResourceSummaries: [
        resource('AWS::SNS::Topic', topic),
        resource('AWS::CloudWatch::Alarm', LOUD),
        resource('AWS::CloudWatch::Alarm', QUIET),
      ],
    });
    watch
      .on(DescribeAlarmsCommand, { AlarmNames: [LOUD, QUIET] })
      .resolves({ MetricAlarms: [loud, quiet] });
    watch.on(SetAlarmStateCommand).resolves({});
    sns.on(ListSubscriptionsByTopicCommand, { TopicArn: topic }).resolves({
      Subscriptions: [{ Endpoint: address, SubscriptionArn: `${topic}:1` }],
    });
  });

  it('sets a quiet alarm, reads that it was told, and puts it back', async () => {
    does([REFUSED], [DONE]);
    expect(await checked()).toBe(
      [
        '好\t告警演练：Ruqi-Quiet 的通知已交给告警主题，请核对值班邮箱是否收到',
        `好\t值班邮箱 ${address} 已确认订阅告警`,
      ].join('\n'),
    );
    expect(waits).toBe(1);
    expect(states()).toEqual(['ALARM', 'OK']);
  });

  it('says what CloudWatch was refused', async () => {
    does([DONE], [REFUSED]);
    expect(await checked()).toMatch(/缺\t告警演练：Ruqi-Quiet 的通知没有送出.*not authorized/);
    expect(states()).toEqual(['ALARM', 'OK']);
  });

  it('reports no result after a minute', async () => {
    does([DONE], []);
    expect(await checked()).toContain(
      '缺\t告警演练：Ruqi-Quiet 已置为告警，一分钟内没有通知的记录',
    );
    expect(waits).toBe(12);
    expect(states()).toEqual(['ALARM', 'OK']);
  });

  it.each([
    { subscriptions: [], says: '没有订阅告警' },
    { subscriptions: ['PendingConfirmation'], says: '还没有确认订阅' },
    { subscriptions: ['Deleted', 'PendingConfirmation'], says: '还没有确认订阅' },
  ])('says that nobody reads the mail: $says', async ({ subscriptions, says }) => {
    does([], [DONE]);
    sns.on(ListSubscriptionsByTopicCommand).resolves({
      Subscriptions: subscriptions.map((SubscriptionArn) => ({
        Endpoint: address,
        SubscriptionArn,
      })),
    });
    expect(await checked()).toContain(`缺\t值班邮箱 ${address} ${says}`);
  });

  it('says that no alarm is quiet, or that there is none', async () => {
    watch.on(DescribeAlarmsCommand).resolves({ MetricAlarms: [loud] });
    expect(await checked()).toBe('缺\t所有告警都在告警中，无法演练，请先按 docs/runbook.md 处理');
    formation.on(ListStackResourcesCommand).resolves({ StackResourceSummaries: [] });
    expect(await checked()).toBe('缺\t堆栈 Ruqi 里没有告警，请重新部署');
    expect(states()).toEqual([]);
  });

  it('says why it could not be done', async () => {
    does([], [DONE]);
    watch
      .on(SetAlarmStateCommand)
      .rejects(Object.assign(new Error('no'), { name: 'AccessDenied' }));
    expect(await checked()).toContain('缺\t告警演练没有做成（AccessDenied：no）');
  });

  it('is a part of the check when it is asked for', async () => {
    watch.on(DescribeAlarmsCommand).resolves({ MetricAlarms: [loud] });
    expect(await said('--after')).toContain('缺\t所有告警都在告警中');
    expect(await said()).not.toContain('告警中');
  });
});
