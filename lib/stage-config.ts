import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';
import { Relay } from '../functions/domain/contacts/relay.ts';
import { SignInSettings } from '../functions/domain/contacts/sign-in-settings.ts';

/** What is said of a setting that is missing, in both languages. */
export const MISSING = '缺少这一项 / is missing';

const LOG_DAYS = Object.values(RetentionDays)
  .filter((each) => typeof each === 'number')
  .join(', ');

const TimeZoneName = z.string().refine(isTimeZone, {
  error: '不是 IANA 时区名，例如 Asia/Shanghai / is no IANA time zone, such as Asia/Shanghai',
});

/**
 * Minimum retention of the portal's logs, in days: the Cybersecurity Law (网络安全法) requires six
 * months, which is more than the 180 days that CloudWatch offers.
 */
const LEAST_PORTAL_LOG_DAYS = RetentionDays.ONE_YEAR;

/** Maximum length in characters: the variables of a function's environment share 4 KB. */
const MOST_SIGN_IN = 3000;

const Portal = z.strictObject({
  signIn: SignInSettings.refine((signIn) => JSON.stringify(signIn).length <= MOST_SIGN_IN, {
    error: `至多 ${MOST_SIGN_IN} 个字符，请合并用户组 / holds at most ${MOST_SIGN_IN} characters, merge groups`,
  }),
  /** Name in Secrets Manager of the client secret from the issuer; omitted for a public client. */
  clientSecretName: z
    .string()
    .regex(/^[\w/+=.@-]{1,512}$/, { error: '密钥名不合规 / is no name of a secret' })
    .exactOptional(),
  /** Custom domain, which needs an ICP filing in mainland China; an AWS host name by default. */
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
  /** Name of the CloudFormation stack, and dimension of its metrics. */
  stackName: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, {
    error:
      '应以字母开头，只含字母、数字和短横线 / must begin with a letter and hold letters, digits and hyphens only',
  }),
  /** Region of the stack; by default the region of the caller's profile. */
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, {
      error: '不是区域代码，例如 cn-north-1 / is no region, such as cn-north-1',
    })
    .exactOptional(),
  /** IANA name of the zone of the recurring schedules. */
  timeZone: TimeZoneName,
  /** Recipients of alarms. They are not Ruqi's own contacts: an alarm must not depend on Ruqi. */
  opsMail: z
    .array(z.email('不是邮箱地址 / is no mail address'))
    .min(1, '至少要有一个值班邮箱 / at least one mail address must hear of alarms'),
  logDays: z.enum(RetentionDays, {
    error: ({ input }) =>
      input === undefined
        ? MISSING
        : `CloudWatch 只能保留这些天数 / CloudWatch keeps logs for these days only: ${LOG_DAYS}`,
  }),
  /** Channels served by a relay, in addition to mail and HTTPS, which need none. */
  relays: z.array(RelayName).default([]),
  /** The pages and the API. Without it, nothing is exposed to the internet. */
  portal: Portal.exactOptional(),
  /** Tags of every resource that supports them. */
  tags: z.record(
    z.string().regex(/^(?!aws:)[\w.:/=+@-]{1,128}$/, {
      error: '标签名不合规 / is no name of a tag',
    }),
    z.string().max(256, '标签至多 256 个字 / a tag holds at most 256 characters'),
  ),
});

/** The settings of one stage in cdk.json. */
export const StageConfig = StageFields.refine(
  ({ portal, logDays }) => portal === undefined || logDays >= LEAST_PORTAL_LOG_DAYS,
  {
    path: ['logDays'],
    error: `有网页时至少 ${LEAST_PORTAL_LOG_DAYS} 天，法律要求网络日志留存不少于六个月 / must be ${LEAST_PORTAL_LOG_DAYS} or more where there is a portal, the law asks for six months`,
  },
);

export type StageConfig = z.infer<typeof StageConfig>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/');
  } catch {
    return false;
  }
}
