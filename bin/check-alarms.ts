import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import type { StageConfig } from '../lib/stage-config.ts';
import { drillAlarm } from './alarm-drill.ts';
import { type Finding, failed, passed } from './finding.ts';

/**
 * Checks that alarms of a deployed stage reach their recipients: runs a drill with one alarm that is
 * quiet, and then checks the subscriptions of the alarm topic.
 *
 * @param wait - passes the time between two queries of the history.
 */
export async function checkAlarms(
  stage: StageConfig,
  wait: () => Promise<unknown>,
): Promise<readonly Finding[]> {
  try {
    return await checked(stage, wait);
  } catch (fault) {
    const said = fault instanceof Error ? `${fault.name}：${fault.message}` : String(fault);
    const remedy = `请核对凭证的权限，以及堆栈 ${stage.stackName} 已经部署`;
    return [failed(`告警演练没有做成（${said}），${remedy}`)];
  }
}

async function checked(
  { stackName, region, opsMail }: StageConfig,
  wait: () => Promise<unknown>,
): Promise<readonly Finding[]> {
  const place = region === undefined ? {} : { region };
  const cloudWatch = new CloudWatchClient(place);
  const alarms = await alarmsNamed(
    cloudWatch,
    await alarmNames(new CloudFormationClient(place), stackName),
  );
  if (alarms.length === 0) return [failed(`堆栈 ${stackName} 里没有告警，请重新部署`)];
  const quiet = alarms.find(({ StateValue }) => StateValue !== 'ALARM');
  if (!quiet) return [failed('所有告警都在告警中，无法演练，请先按 docs/runbook.md 处理')];
  const drilled = await drillAlarm(cloudWatch, quiet, wait);
  const [topic = ''] = quiet.AlarmActions ?? [];
  return [drilled, ...(await checkMail(new SNSClient(place), topic, opsMail))];
}

async function alarmNames(client: CloudFormationClient, stack: string): Promise<readonly string[]> {
  const pages = paginateListStackResources({ client }, { StackName: stack });
  const all = await Array.fromAsync(
    pages,
    ({ StackResourceSummaries = [] }) => StackResourceSummaries,
  );
  return all
    .flat()
    .filter(({ ResourceType }) => ResourceType === 'AWS::CloudWatch::Alarm')
    .flatMap(({ PhysicalResourceId }) => PhysicalResourceId ?? []);
}

/** Without names, CloudWatch would return all alarms of the account. */
async function alarmsNamed(
  client: CloudWatchClient,
  names: readonly string[],
): Promise<readonly MetricAlarm[]> {
  if (names.length === 0) return [];
  const { MetricAlarms = [] } = await client.send(
    new DescribeAlarmsCommand({ AlarmNames: [...names] }),
  );
  return MetricAlarms;
}

async function checkMail(
  client: SNSClient,
  TopicArn: string,
  opsMail: readonly string[],
): Promise<readonly Finding[]> {
  const pages = paginateListSubscriptionsByTopic({ client }, { TopicArn });
  const all = (await Array.fromAsync(pages, ({ Subscriptions = [] }) => Subscriptions)).flat();
  return opsMail.map((address) => {
    const mine = all.filter(
      ({ Endpoint = '' }) => Endpoint.toLowerCase() === address.toLowerCase(),
    );
    if (mine.some(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:'))) {
      return passed(`值班邮箱 ${address} 已确认订阅告警`);
    }
    return failed(
      mine.length > 0
        ? `值班邮箱 ${address} 还没有确认订阅，收不到告警，请打开 AWS 发去的邮件确认`
        : `值班邮箱 ${address} 没有订阅告警，请重新部署`,
    );
  });
}
