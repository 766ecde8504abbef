import { Token } from 'aws-cdk-lib';

/** Features of a region that matter to this stack. */
export type Capabilities = {
  /** X-Ray for Lambda. */
  readonly tracing: boolean;
  /** Resource types that CloudFormation cannot tag in this region. */
  readonly untagged: readonly string[];
  /** What the region lacks, as notes for synthesis. */
  readonly missing: readonly string[];
};

const EVERYWHERE: Capabilities = { tracing: true, untagged: [], missing: [] };

/** Documented differences of the two regions in mainland China. */
const MAINLAND_CHINA: Capabilities = {
  tracing: false,
  untagged: ['AWS::Lambda::EventSourceMapping'],
  missing: [
    '没有 Lambda 的 X-Ray 跟踪，已关闭 / no X-Ray for Lambda, switched off',
    '事件源映射不能带标签，已不加 / event source mappings bear no tags, they get none',
    '没有 Lambda 异步调用指标，告警改看死信队列 / no metrics of asynchronous calls, the alarms watch the dead-letter queues instead',
    '没有 Lambda 递归检测，靠逐级上报的级数上限防止循环 / no recursive-loop detection, the bounded chain of escalation guards against loops',
    '没有 SQS 控制台的死信重投，请用 ruqi redrive / no redrive by SQS itself, use ruqi redrive',
    'SNS 没有短信和移动推送 / SNS has neither SMS nor mobile push',
    '公开的 HTTP API 和自定义域名须先完成 ICP 备案 / a public HTTP API and a domain of its own need an ICP filing first',
  ],
};

const CHINESE_REGIONS: ReadonlySet<string> = new Set(['cn-north-1', 'cn-northwest-1']);

/** Features of `region`. A region that is unknown before deployment counts as outside China. */
export const capabilitiesOf = (region: string): Capabilities =>
  !Token.isUnresolved(region) && CHINESE_REGIONS.has(region) ? MAINLAND_CHINA : EVERYWHERE;
