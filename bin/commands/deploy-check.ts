import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { Temporal } from 'temporal-polyfill';
import { stateCouncilCalendar } from '../../functions/domain/calendar/working-calendar.ts';
import { setUpWords, topicWith } from '../../functions/domain/contacts/outlets.ts';
import { yearWithoutNotice } from '../../functions/domain/messages/calendar-ahead.ts';
import { readStage } from '../../lib/stage.ts';
import type { StageConfig } from '../../lib/stage-config.ts';
import { checkAlarms } from '../check-alarms.ts';
import type { Command } from '../command.ts';
import { type Finding, failed, passed } from '../finding.ts';
import { readOptions } from '../options.ts';
import { describeStack } from '../stack.ts';

const spec = { stage: { type: 'string' }, after: { type: 'boolean' } } as const;

/** Time between two queries of the history of the drilled alarm, in milliseconds. */
const LOOK_MS = 5000;

/**
 * Reports what is missing before `cdk deploy`; with `--after`, whether alarms are received, which it
 * tests by setting one. Otherwise it only reads.
 */
export const deployCheck: Command = {
  summary: '部署前检查：配置、凭证、区域、引导堆栈、节假日数据，缺什么说什么；部署后演练告警',
  usage: [
    '用法：npm run -s ruqi -- deploy-check [--stage prod] [--after]',
    '  --after   部署后再加：演练一次告警，看通知有没有送出、值班邮箱有没有确认订阅',
    '            值班邮箱会收到写明是演练的邮件，告警随后恢复原状',
  ].join('\n'),
  run: async (args, { out }) => {
    const options = readOptions(args, spec);
    const stage = await checkStage(options.stage);
    const findings = [...stage.findings, ...(await checkAccount(stage.value)), checkCalendar()];
    if (options.after && stage.value) {
      findings.push(...(await checkAlarms(stage.value, () => setTimeout(LOOK_MS))));
    }
    for (const { isPassed, line } of findings) out(`${isPassed ? '好' : '缺'}\t${line}`);
    return findings.every(({ isPassed }) => isPassed) ? 0 : 1;
  },
};

async function checkStage(
  name?: string,
): Promise<{ readonly value?: StageConfig; readonly findings: readonly Finding[] }> {
  const file = JSON.parse(await readFile('cdk.json', 'utf8')) as {
    readonly context: Record<string, unknown>;
  };
  const context = name === undefined ? file.context : { ...file.context, stage: name };
  try {
    const value = readStage((key) => context[key]);
    const example = value.opsMail.find((address) => EXAMPLE.test(address));
    const mail =
      example === undefined
        ? passed(`告警发给 ${value.opsMail.join('、')}`)
        : failed(`告警邮箱 ${example} 还是示例地址，请在 cdk.json 里换成值班邮箱`);
    const config = passed(`cdk.json 的配置，堆栈名 ${value.stackName}`);
    const channels = passed(setUpWords(topicWith(value.relays)));
    return { value, findings: [config, mail, channels, checkPortal(value)] };
  } catch (fault) {
    return { findings: [failed(fault instanceof Error ? fault.message : String(fault))] };
  }
}

function checkPortal({ portal }: StageConfig): Finding {
  if (!portal) return passed('不部署网页（cdk.json 里没有 portal）');
  const { hostname } = new URL(portal.signIn.issuer);
  return EXAMPLE.test(hostname)
    ? failed(`统一身份认证 ${hostname} 还是示例地址，请在 cdk.json 的 portal.signIn 里换成实际的`)
    : passed(`网页由 ${hostname} 认证身份`);
}

/** Domains reserved for examples (RFC 2606). */
const EXAMPLE = /[@.]example\.(com|org|net)$/;

async function checkAccount(stage: StageConfig | undefined): Promise<readonly Finding[]> {
  const sts = new STSClient(stage?.region === undefined ? {} : { region: stage.region });
  const region = await sts.config.region().catch(() => undefined);
  if (region === undefined) {
    return [failed('没有设定区域，请在 cdk.json 写 region，或设置环境变量 AWS_REGION')];
  }
  try {
    const { Account, Arn = '' } = await sts.send(new GetCallerIdentityCommand());
    const isChinese = Arn.startsWith('arn:aws-cn:');
    const isSamePartition = isChinese === region.startsWith('cn-');
    return [
      passed(`凭证属于账户 ${Account}`),
      isSamePartition
        ? passed(`区域 ${region}`)
        : failed(`区域 ${region} 与凭证不在同一个分区（中国区账户只能用于 cn- 区域）`),
      await checkBootstrap(region),
    ];
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : String(fault);
    return [failed(`凭证不可用（${name}），请先登录，或设置 AWS_PROFILE`)];
  }
}

async function checkBootstrap(region: string): Promise<Finding> {
  const stack = await describeStack('CDKToolkit', region).catch(() => undefined);
  return stack
    ? passed('CDK 引导堆栈已就绪')
    : failed(`${region} 还没有 CDK 引导堆栈，请运行 npx cdk bootstrap`);
}

/** Checks this year, and next year from the day on which the offices of parks are told. */
function checkCalendar(): Finding {
  const today = Temporal.Now.plainDateISO('Asia/Shanghai');
  const missing = yearWithoutNotice(today, { calendar: stateCouncilCalendar });
  return missing === null
    ? passed(`${today.year} 年的放假安排已录入`)
    : failed(
        `${missing} 年的放假安排没有录入，请各园区办在“设置—放假安排”粘贴通知录入，或更新 chinese-days`,
      );
}
