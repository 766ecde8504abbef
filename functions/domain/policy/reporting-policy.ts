import { z } from 'zod';
import { PromiseKind } from '../base/promise.ts';
import { Role } from '../base/role.ts';

/** How often something is reported on whose own words do not say it; never where it is not asked for. */
export const ReturnRhythm = z.enum(['monthly', 'quarterly', 'halfYearly', 'never']);
export type ReturnRhythm = z.infer<typeof ReturnRhythm>;

/**
 * What is asked for, by kind. Money never is: its figure is what is booked; nor is a milestone whose
 * date nobody has set.
 */
const Asked = z.object({
  milestone: ReturnRhythm,
  /** own: the rhythm of its figures. */
  target: z.enum(['own', 'never']),
  standing: ReturnRhythm,
});

const usualAsked: z.infer<typeof Asked> = {
  milestone: 'monthly',
  target: 'own',
  standing: 'quarterly',
};

const Step = z.object({
  /** Working days after the return day; negative ones lie before it. */
  workingDays: z.int().min(-20, '应在 -20 到 20 之间').max(20, '应在 -20 到 20 之间'),
  /** Only for promises of these kinds; for all, where it is not given. */
  kinds: z.array(PromiseKind).min(1).exactOptional(),
  to: z.array(Role).min(1, '至少要有一个接收角色'),
});
type Step = z.infer<typeof Step>;

/** Working days before a return day on which a policy asks that does not say when. */
export const ASKED_AHEAD = 2;

export const Returns = z.object({
  /** Of the month by which progress is reported; moved to the working day before. */
  dayOfMonth: z.int().min(1, '应在 1 到 31 之间').max(31, '应在 1 到 31 之间'),
  asked: Asked.default(usualAsked),
  /** Who is asked, or told of it, when nothing was reported, and when; none where nobody is to be. */
  steps: z.array(Step).overwrite(askedFirst),
});
export type Returns = z.infer<typeof Returns>;

/** What a park goes by that says nothing of returns. */
export const usualReturns: Returns = {
  dayOfMonth: 25,
  asked: usualAsked,
  steps: [
    { workingDays: -ASKED_AHEAD, to: ['owner'] },
    { workingDays: 1, to: ['owner'] },
    { workingDays: 3, to: ['owner', 'unitHead', 'office'] },
  ],
};

/** Whether `step` is one for promises of `kind`. */
export const isStepFor = (kind: PromiseKind, { kinds }: Pick<Step, 'kinds'>): boolean =>
  kinds?.includes(kind) ?? true;

/** Whether `step` asks the owner by the return day, so that later ones tell of what was asked. */
export const isAsking = ({ workingDays, to }: Step): boolean =>
  workingDays <= 0 && to.includes('owner');

/**
 * `steps` with one that asks for each kind that has steps and none of these asks: nobody is told of,
 * or reproached for, what was not asked of the owner before.
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
