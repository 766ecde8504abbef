import { z } from 'zod';
import { Role } from '../base/role.ts';

/** Number of days in a rule; more than a year is rejected as a typing error. */
export const DayCount = z.int().positive('至少 1 天').max(366, '不能超过 366 天');

/** A local time of day, `HH:MM`. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '不是一个存在的时刻，应写成 08:00');

/** The roles that a rule notifies; at least one. */
export const RecipientRoles = z.array(Role).min(1, '至少要有一个接收角色');

/** A reminder before the due date, or on it. */
export const BeforeRung = z.object({
  /** Calendar days before the due date; 0 is the due date itself. */
  daysBefore: z.int().nonnegative('不能是负数').max(366, '不能超过 366 天'),
  /** Only applies if due − start is more than this many calendar days. */
  spanOver: z.int().nonnegative('不能是负数').max(3660, '不能超过 3660 天').default(0),
  to: RecipientRoles,
});

/** A reminder after the due date. */
export const OverdueRung = z.object({
  /** Working days after the due date. */
  workingDaysAfter: DayCount,
  to: RecipientRoles,
});

/** RecipientRoles of the weekly and the monthly briefing. */
export const BriefingRoles = z.object({ weekly: z.array(Role), monthly: z.array(Role) });

/** Default for policies that do not configure briefings. */
export const usualSheets: z.infer<typeof BriefingRoles> = {
  weekly: ['responsibleLeader', 'principalLeader'],
  monthly: ['responsibleLeader', 'principalLeader', 'office'],
};

/** Escalation of a handover that nobody signs for, whatever the date of the task is. */
export const HandOverPolicy = z.object({
  /** Working days without acknowledgement after which the handover is escalated. */
  withinWorkingDays: DayCount,
  chain: RecipientRoles,
});

/** Default for policies that do not configure the escalation of handovers. */
export const usualHandOver: z.infer<typeof HandOverPolicy> = {
  withinWorkingDays: 2,
  chain: ['unitHead', 'office'],
};
