import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import {
  type AlarmHistoryItem,
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  type MetricAlarm,
  SetAlarmStateCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import type { StageConfig } from '../lib/stage-config.ts';
import { type Finding, right, wrong } from './finding.ts';

/** Looks at the history before it is taken that CloudWatch did nothing. */
const MAX_LOOKS = 12;

/** What the mail of a drill says, and that of its end. */
const DRILL = '如期部署后的告警演练，不用处理 / a drill after a deployment, nothing to do';
const DRILL_OVER = '告警演练结束 / the drill is over';

/**
 * Whether an alarm of a deployed stage reaches somebody: sets one that is quiet, reads in its history
 * what CloudWatch did, and puts it back as it was; then looks at who is subscribed.
 *
 * @param wait - passes the time between two looks at the history.
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
    return [wrong(`告警演练没有做成（${said}），${remedy}`)];
  }
}

async function checked(
  { stackName, region, opsMail }: StageConfig,
  wait: () => Promise<unknown>,
): Promise<readonly Finding[]> {
  const place = region === undefined ? {} : { region };
  const watch = new CloudWatchClient(place);
  const alarms = await alarmsNamed(
    watch,
    await alarmNames(new CloudFormationClient(place), stackName),
  );
  if (alarms.length === 0) return [wrong(`堆栈 ${stackName} 里没有告警，请重新部署`)];
  const quiet = alarms.find(({ StateValue }) => StateValue !== 'ALARM');
  if (!quiet) return [wrong('所有告警都在告警中，无法演练，请先按 docs/runbook.md 处理')];
  const drilled = await drill(watch, quiet, wait);
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

/** Asked for none, CloudWatch would answer with all of the account. */
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

async function drill(
  client: CloudWatchClient,
  { AlarmName: name = '', StateValue: before = 'OK' }: MetricAlarm,
  wait: () => Promise<unknown>,
): Promise<Finding> {
  const [last] = await actionsOf(client, name);
  await set(client, name, 'ALARM', DRILL);
  try {
    for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
      const done = (await actionsOf(client, name)).filter((each) => isAfter(each, last));
      if (done.length > 0) return foundIn(name, done);
      await wait();
    }
    return wrong(
      `告警演练：${name} 已置为告警，一分钟内没有通知的记录，请稍后再试，仍没有就重新部署`,
    );
  } finally {
    await set(client, name, before, DRILL_OVER);
  }
}

/** What CloudWatch did for an alarm, the latest first. */
async function actionsOf(
  client: CloudWatchClient,
  AlarmName: string,
): Promise<readonly AlarmHistoryItem[]> {
  const { AlarmHistoryItems = [] } = await client.send(
    new DescribeAlarmHistoryCommand({
      AlarmName,
      HistoryItemType: 'Action',
      ScanBy: 'TimestampDescending',
    }),
  );
  return AlarmHistoryItems;
}

/** By CloudWatch's own clock, as this computer's may be wrong. */
const isAfter = ({ Timestamp }: AlarmHistoryItem, last: AlarmHistoryItem | undefined): boolean =>
  (Timestamp?.getTime() ?? 0) > (last?.Timestamp?.getTime() ?? 0);

function foundIn(name: string, done: readonly AlarmHistoryItem[]): Finding {
  const summaries = done.map(({ HistorySummary = '' }) => HistorySummary);
  return summaries.some((each) => each.startsWith('Successfully executed action'))
    ? right(`告警演练：${name} 的通知已交给告警主题，请核对值班邮箱是否收到`)
    : wrong(
        `告警演练：${name} 的通知没有送出，请重新部署后再试。CloudWatch 的记录：${summaries[0]}`,
      );
}

const set = (
  client: CloudWatchClient,
  AlarmName: string,
  StateValue: StateValue,
  StateReason: string,
) => client.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason }));

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
      return right(`值班邮箱 ${address} 已确认订阅告警`);
    }
    return wrong(
      mine.length > 0
        ? `值班邮箱 ${address} 还没有确认订阅，收不到告警，请打开 AWS 发去的邮件确认`
        : `值班邮箱 ${address} 没有订阅告警，请重新部署`,
    );
  });
}
