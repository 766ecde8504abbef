import { z } from 'zod';
import { PromiseKind } from '../base/promise.ts';
import { Role } from '../base/role.ts';

/** Default reporting frequency for tasks whose plan does not state one; `never` for no reports. */
export const ReportRecurrence = z.enum(['monthly', 'quarterly', 'halfYearly', 'never']);
export type ReportRecurrence = z.infer<typeof ReportRecurrence>;

/**
 * What must be reported, by kind of task. Funding is never reported: its amounts are booked.
 * Milestones with an assumed date are not reported either.
 */
const Asked = z.object({
  milestone: ReportRecurrence,
  /** own: as often as its values are published. */
  target: z.enum(['own', 'never']),
  standing: ReportRecurrence,
});

const usualAsked: z.infer<typeof Asked> = {
  milestone: 'monthly',
  target: 'own',
  standing: 'quarterly',
};

const Step = z.object({
  /** Working days after the reporting day; negative for days before it. */
  workingDays: z.int().min(-20, '应在 -20 到 20 之间').max(20, '应在 -20 到 20 之间'),
  /** Kinds the step applies to; all kinds if omitted. */
  kinds: z.array(PromiseKind).min(1).exactOptional(),
  to: z.array(Role).min(1, '至少要有一个接收角色'),
});
type Step = z.infer<typeof Step>;

/** Default lead time of the first request, in working days before the reporting day. */
export const ASKED_AHEAD = 2;

export const ReportingPolicy = z.object({
  /** Day of the month on which reports are due; moved to the last working day on or before it. */
  dayOfMonth: z.int().min(1, '应在 1 到 31 之间').max(31, '应在 1 到 31 之间'),
  asked: Asked.default(usualAsked),
  /** Who is reminded or informed about a missing report, and when; empty for nobody. */
  steps: z.array(Step).overwrite(askedFirst),
});
export type ReportingPolicy = z.infer<typeof ReportingPolicy>;

/** Default for policies that do not configure reports. */
export const usualReporting: ReportingPolicy = {
  dayOfMonth: 25,
  asked: usualAsked,
  steps: [
    { workingDays: -ASKED_AHEAD, to: ['owner'] },
    { workingDays: 1, to: ['owner'] },
    { workingDays: 3, to: ['owner', 'unitHead', 'office'] },
  ],
};

/** Whether `step` applies to `kind`. */
export const isStepFor = (kind: PromiseKind, { kinds }: Pick<Step, 'kinds'>): boolean =>
  kinds?.includes(kind) ?? true;

/**
 * Whether `step` asks the owner on or before the reporting day. Escalation requires such a step.
 */
export const isAsking = ({ workingDays, to }: Step): boolean =>
  workingDays <= 0 && to.includes('owner');

/**
 * Adds a request for each kind that has steps but none that asks: nobody is reminded of, or
 * reported for, something they were not asked for.
 */
function askedFirst(steps: Step[]): Step[] {
  const unasked = PromiseKind.options.filter((kind) => {
    const own = steps.filter((step) => isStepFor(kind, step));
    return own.length > 0 && !own.some(isAsking);
  });
  if (unasked.length === 0) return steps;
  const present = steps.find(({ workingDays }) => workingDays === -ASKED_AHEAD);
  const kinds = PromiseKind.options.filter(
    (kind) => unasked.includes(kind) || (present !== undefined && isStepFor(kind, present)),
  );
  const asking: Step = {
    workingDays: -ASKED_AHEAD,
    ...(kinds.length < PromiseKind.options.length && { kinds }),
    to: [...new Set<Role>(['owner', ...(present?.to ?? [])])],
  };
  const at = steps.findIndex(({ workingDays }) => workingDays >= -ASKED_AHEAD);
  return steps.toSpliced(at < 0 ? steps.length : at, present ? 1 : 0, asking);
}
