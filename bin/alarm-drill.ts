import {
  type AlarmHistoryItem,
  type CloudWatchClient,
  DescribeAlarmHistoryCommand,
  type MetricAlarm,
  SetAlarmStateCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';
import { type Finding, failed, passed } from './finding.ts';

/** Queries of the history before the drill counts as failed. */
const MAX_LOOKS = 12;

/** State reasons, which the mail of CloudWatch contains. */
const DRILL = '如期部署后的告警演练，不用处理 / a drill after a deployment, nothing to do';
const DRILL_OVER = '告警演练结束 / the drill is over';

/**
 * Sets an alarm, reads in its history what CloudWatch did, and sets its previous state again.
 *
 * @param wait - passes the time between two queries of the history.
 */
export async function drillAlarm(
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
    return failed(
      `告警演练：${name} 已置为告警，一分钟内没有通知的记录，请稍后再试，仍没有就重新部署`,
    );
  } finally {
    await set(client, name, before, DRILL_OVER);
  }
}

/** The actions of an alarm, latest first. */
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

/** Compares by the clock of CloudWatch, as the one of this computer may be wrong. */
const isAfter = ({ Timestamp }: AlarmHistoryItem, last: AlarmHistoryItem | undefined): boolean =>
  (Timestamp?.getTime() ?? 0) > (last?.Timestamp?.getTime() ?? 0);

function foundIn(name: string, done: readonly AlarmHistoryItem[]): Finding {
  const summaries = done.map(({ HistorySummary = '' }) => HistorySummary);
  return summaries.some((each) => each.startsWith('Successfully executed action'))
    ? passed(`告警演练：${name} 的通知已交给告警主题，请核对值班邮箱是否收到`)
    : failed(
        `告警演练：${name} 的通知没有送出，请重新部署后再试。CloudWatch 的记录：${summaries[0]}`,
      );
}

const set = (
  client: CloudWatchClient,
  AlarmName: string,
  StateValue: StateValue,
  StateReason: string,
) => client.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason }));
