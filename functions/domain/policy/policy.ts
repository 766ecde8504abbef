import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { exact, inChinese, Moment, OneLine, problemsOf } from '../base/parsing.ts';
import { BadInput } from '../base/problems.ts';
import { Role } from '../base/role.ts';
import { PacePreset } from './pace-presets.ts';
import { ReportingPolicy, usualReporting } from './reporting-policy.ts';

/** Number of days in a rule; more than a year is rejected as a typing error. */
const Days = z.int().positive('至少 1 天').max(366, '不能超过 366 天');

/** A local time of day, `HH:MM`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '不是一个存在的时刻，应写成 08:00');

const Recipients = z.array(Role).min(1, '至少要有一个接收角色');

const BeforeRung = z.object({
  /** Calendar days before the due date; 0 is the due date itself. */
  daysBefore: z.int().nonnegative('不能是负数').max(366, '不能超过 366 天'),
  /** Only applies if due − start is more than this many calendar days. */
  spanOver: z.int().nonnegative('不能是负数').max(3660, '不能超过 3660 天').default(0),
  to: Recipients,
});

const OverdueRung = z.object({
  /** Working days after the due date. */
  workingDaysAfter: Days,
  to: Recipients,
});

/** Recipients of the weekly and the monthly briefing. */
const Sheets = z.object({ weekly: z.array(Role), monthly: z.array(Role) });

/** Default for policies that do not configure briefings. */
const usualSheets: z.infer<typeof Sheets> = {
  weekly: ['responsibleLeader', 'principalLeader'],
  monthly: ['responsibleLeader', 'principalLeader', 'office'],
};

export const Policy = z
  .object({
    version: z.int().positive(),
    /** Park time at which digests are sent. */
    sendTime: TimeOfDay,
    /** Park time after which nothing is sent until the next working day. */
    quietFrom: TimeOfDay,
    before: z.array(BeforeRung).min(1),
    overdue: z.array(OverdueRung).min(1),
    weekly: z.object({ everyWorkingDays: Days, to: Recipients }),
    /** Recipients for assumed dates, which are never escalated. */
    assumedTo: Recipients,
    /** Additional recipients for funding stages. */
    stagesAlsoTo: z.array(Role).default(['finance']),
    signFor: z.object({
      /** Working days without acknowledgement after which the notice is escalated. */
      withinWorkingDays: Days,
      /**
       * Working days without a report, after a red task was acknowledged, before it is escalated
       * again.
       */
      reportWithinWorkingDays: Days,
      chain: Recipients,
    }),
    /** Working days after which the office is reminded of a pending decision. */
    officeWithinWorkingDays: Days,
    /** Interval of further reminders in working days, until the office decides. */
    officeEveryWorkingDays: Days.default(2),
    /** Who verifies tasks for which the office itself is responsible. */
    officeCheckedBy: z.enum(['office', 'responsibleLeader', 'principalLeader']).default('office'),
    returns: ReportingPolicy.default(usualReporting),
    /** Thresholds of the pace lamps. */
    pace: z
      .object({
        targets: PacePreset,
        bonds: PacePreset,
        /** Recipients of notices about targets behind schedule. */
        to: Recipients.default(['owner', 'unitHead']),
      })
      .default({ targets: 'ratio_60_80', bonds: 'bond_6m_30', to: ['owner', 'unitHead'] }),
    sheets: Sheets.default(usualSheets),
    /** Calendar days before the due date from which the lamp is yellow. */
    yellowFrom: z.int().nonnegative('不能是负数').max(366, '不能超过 366 天'),
  })
  .superRefine((policy, context) => {
    const { before, overdue, returns } = policy;
    refuseDisorder(
      returns.steps.map((step) => step.workingDays),
      '应从早到晚排列，且不重复',
      ['returns', 'steps'],
    );
    refuseDisorder(
      before.map((rung) => -rung.daysBefore),
      '应从大到小排列，且不重复',
      ['before'],
    );
    refuseDisorder(
      overdue.map((rung) => rung.workingDaysAfter),
      '应从小到大排列，且不重复',
      ['overdue'],
    );
    if (policy.sendTime >= policy.quietFrom) {
      context.addIssue({ code: 'custom', path: ['sendTime'], message: '发送时刻必须早于停发时刻' });
    }

    function refuseDisorder(steps: readonly number[], message: string, path: string[]): void {
      steps.forEach((step, at) => {
        const previous = steps[at - 1];
        if (previous !== undefined && previous >= step) {
          context.addIssue({ code: 'custom', path: [...path, at], message: `提醒级次${message}` });
        }
      });
    }
  });

/**
 * Ladder, hours and limits of a park as data. Versioned; each lamp and notice names its version.
 */
export type Policy = z.infer<typeof Policy>;

/** A policy as entered; rejects unknown fields. */
const ExactPolicy = exact(Policy);

/** A policy version adopted by a park. */
export const PolicyVersion = z.object({
  policy: Policy,
  /** In force from the first full day (park time zone) that begins at or after this instant. */
  effectiveFrom: Moment,
  /** Id of the contact that adopted it, or `system`. */
  adoptedBy: z.string(),
  /** Name of that contact's post at the time; missing in older records. */
  adoptedName: OneLine.exactOptional(),
  adoptedAt: Moment,
});
export type PolicyVersion = Readonly<z.infer<typeof PolicyVersion>>;

/** The first day in `timeZone` (IANA) on which a policy effective from `instant` applies. */
export function firstDayOf(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  const local = instant.toZonedDateTimeISO(timeZone);
  const isWhole = local.startOfDay().equals(local);
  return isWhole ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
}

/** Initial policy of a park. */
export const defaultPolicy: Policy = Policy.parse({
  version: 1,
  sendTime: '08:00',
  quietFrom: '18:00',
  before: [
    { daysBefore: 30, spanOver: 90, to: ['owner'] },
    { daysBefore: 15, spanOver: 45, to: ['owner'] },
    { daysBefore: 7, to: ['owner'] },
    { daysBefore: 3, to: ['owner'] },
    { daysBefore: 1, to: ['owner'] },
    { daysBefore: 0, to: ['owner'] },
  ],
  overdue: [
    { workingDaysAfter: 1, to: ['owner', 'unitHead'] },
    { workingDaysAfter: 3, to: ['owner', 'unitHead', 'responsibleLeader'] },
    {
      workingDaysAfter: 7,
      to: ['owner', 'unitHead', 'responsibleLeader', 'principalLeader', 'office'],
    },
  ],
  weekly: { everyWorkingDays: 5, to: ['owner', 'unitHead', 'office'] },
  assumedTo: ['owner', 'office'],
  signFor: {
    withinWorkingDays: 2,
    reportWithinWorkingDays: 5,
    chain: ['unitHead', 'responsibleLeader', 'principalLeader'],
  },
  officeWithinWorkingDays: 2,
  yellowFrom: 3,
});

/**
 * Validates a policy for a park in `timeZone`.
 *
 * @param timeZone - IANA name.
 * @throws {BadInput} listing all invalid fields, including a send time that daylight saving skips.
 */
export function readPolicy(document: unknown, timeZone: string): Policy {
  const parsed = ExactPolicy.safeParse(document, { error: inChinese });
  if (!parsed.success) throw new BadInput(problemsOf(parsed.error, '督办规则'));
  const gap = skippedOn(parsed.data.sendTime, timeZone);
  if (gap) {
    throw new BadInput([
      {
        place: '督办规则 sendTime',
        message: `发送时刻 ${parsed.data.sendTime} 在 ${timeZone} 的 ${gap.toString()} 不存在（夏令时跳过）`,
        remedy: '请换一个每天都有的时刻，例如 08:00',
      },
    ]);
  }
  return parsed.data;
}

/** Clock changes are regular; two decades cover every hour that a zone skips. */
const FIRST_YEAR = '2020-01-01T00:00Z';
const LAST_YEAR = 2040;

/** A day on which `time` does not exist in `timeZone`, if any. */
function skippedOn(time: string, timeZone: string): Temporal.PlainDate | undefined {
  let change = Temporal.Instant.from(FIRST_YEAR)
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition('next');
  while (change && change.year <= LAST_YEAR) {
    const day = change.toPlainDate();
    const local = day.toPlainDateTime(time);
    if (!local.equals(local.toZonedDateTime(timeZone).toPlainDateTime())) return day;
    change = change.getTimeZoneTransition('next');
  }
  return undefined;
}
