import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { Relay } from '../functions/domain/contacts/relay.ts';
import { SignInSettings } from '../functions/domain/contacts/sign-in-settings.ts';

const MISSING = '缺少这一项 / is missing';

const LOG_DAYS = Object.values(RetentionDays)
  .filter((each) => typeof each === 'number')
  .join(', ');

const TimeZoneName = z.string().refine(isTimeZone, {
  error: '不是 IANA 时区名，例如 Asia/Shanghai / is no IANA time zone, such as Asia/Shanghai',
});

/**
 * Days that the logs of pages are kept at the least: the Cybersecurity Law (网络安全法) asks for six
 * months, which 180 days are not.
 */
const LEAST_PORTAL_LOG_DAYS = RetentionDays.ONE_YEAR;

/** Characters that all variables of a function's environment have together, less those of the others. */
const MOST_SIGN_IN = 3000;

const Portal = z.strictObject({
  signIn: SignInSettings.refine((signIn) => JSON.stringify(signIn).length <= MOST_SIGN_IN, {
    error: `至多 ${MOST_SIGN_IN} 个字符，请合并用户组 / holds at most ${MOST_SIGN_IN} characters, merge groups`,
  }),
  /** Name of the secret in Secrets Manager that the issuer gave its client; without it, a public one. */
  clientSecretName: z
    .string()
    .regex(/^[\w/+=.@-]{1,512}$/, { error: '密钥名不合规 / is no name of a secret' })
    .exactOptional(),
  /** A name of its own, which mainland China wants an ICP filing for; without it, one of AWS. */
  domain: z
    .strictObject({
      name: z.hostname('不是域名 / is no name of a host'),
      certificateArn: z.string().startsWith('arn:', '不是 ARN / is no ARN'),
    })
    .exactOptional(),
});

const RELAYS = Relay.options.join(', ');

const RelayName = z.enum(Relay.options, {
  error: `不是中继渠道，可选 / is no relay, but one of these is meant: ${RELAYS}`,
});

const StageFields = z.strictObject({
  /** What the stack is called in CloudFormation, and the dimension of its metrics. */
  stackName: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, {
    error:
      '应以字母开头，只含字母、数字和短横线 / must begin with a letter and hold letters, digits and hyphens only',
  }),
  /** Where it is deployed; the region of the caller's own profile without it. */
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, {
      error: '不是区域代码，例如 cn-north-1 / is no region, such as cn-north-1',
    })
    .exactOptional(),
  /** The zone that the recurring runs go by. */
  timeZone: TimeZoneName,
  /** Who hears of alarms. They are not Ruqi's own contacts: an alarm must not pass through Ruqi. */
  opsMail: z
    .array(z.email('不是邮箱地址 / is no mail address'))
    .min(1, '至少要有一个值班邮箱 / at least one mail address must hear of alarms'),
  logDays: z.enum(RetentionDays, {
    error: ({ input }) =>
      input === undefined
        ? MISSING
        : `CloudWatch 只能保留这些天数 / CloudWatch keeps logs for these days only: ${LOG_DAYS}`,
  }),
  /** Channels that a relay serves, beside mail and HTTPS, which need none. */
  relays: z.array(RelayName).default([]),
  /** The pages and the API; without it, people answer by other ways and nothing faces the internet. */
  portal: Portal.exactOptional(),
  /** Put on everything that bears tags. */
  tags: z.record(
    z.string().regex(/^(?!aws:)[\w.:/=+@-]{1,128}$/, {
      error: '标签名不合规 / is no name of a tag',
    }),
    z.string().max(256, '标签至多 256 个字 / a tag holds at most 256 characters'),
  ),
});

const Stage = StageFields.refine(
  ({ portal, logDays }) => portal === undefined || logDays >= LEAST_PORTAL_LOG_DAYS,
  {
    path: ['logDays'],
    error: `有网页时至少 ${LEAST_PORTAL_LOG_DAYS} 天，法律要求网络日志留存不少于六个月 / must be ${LEAST_PORTAL_LOG_DAYS} or more where there is a portal, the law asks for six months`,
  },
);

/** How one stage is set up. */
export type Stage = z.infer<typeof Stage>;

/** Context that cannot be taken. All that is wrong with it is named at once, in both languages. */
class BadContext extends Error {
  override readonly name = 'BadContext';

  constructor(lines: readonly string[]) {
    super(`cdk.json 的 context 有误 / the context of cdk.json is wrong\n${lines.join('\n')}`);
  }
}

/**
 * The stage that the context names: `stages` holds them by name, `stage` says which
 * (`cdk deploy --context stage=test`).
 *
 * @throws {BadContext}
 */
export function readStage(context: (key: string) => unknown): Stage {
  const name = context('stage');
  const stages = z.record(z.string(), z.unknown()).safeParse(context('stages'));
  if (!stages.success) throw new BadContext(['stages：应是一个对象 / must be an object']);
  const known = Object.keys(stages.data);
  if (typeof name !== 'string' || !known.includes(name)) {
    const given = typeof name === 'string' ? `“${name}”` : '空 / nothing';
    const choices = known.join(', ');
    throw new BadContext([
      `stage：给出的是${given}，可选 / given, but one of these is meant: ${choices}`,
    ]);
  }
  const stage = Stage.safeParse(stages.data[name], { error: saidInBoth });
  if (stage.success) return stage.data;
  const lines = stage.error.issues.map(
    ({ path, message }) => `stages.${[name, ...path].join('.')}：${message}`,
  );
  throw new BadContext(lines);
}

const saidInBoth: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ');
    return `不认识的设置 / unknown settings: ${keys}`;
  }
  if (issue.input === undefined) return MISSING;
  return issue.code === 'invalid_type'
    ? `类型不对，应是 / is of the wrong type, should be: ${issue.expected}`
    : undefined;
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/');
  } catch {
    return false;
  }
}
