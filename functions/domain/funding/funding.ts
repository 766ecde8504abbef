import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { TaskId } from '../base/ids.ts';
import { Fen, inFen, sumFen } from '../base/money.ts';
import { Day, Label, Moment, OneLine } from '../base/parsing.ts';

/** Funding stages in order: 储备, 申报, 评审, 批复或入库, 发行或下达, 到位, 支出. */
export const FundingStage = z.enum([
  'reserved',
  'applied',
  'reviewed',
  'approved',
  'issued',
  'arrived',
  'spent',
]);
export type FundingStage = z.infer<typeof FundingStage>;

export const Kind = z.enum(['specialBond', 'superiorGrant', 'loan', 'socialCapital']);
export type Kind = z.infer<typeof Kind>;

const Amount = Fen.nonnegative();

/** Money from one source, and the projects it is for. */
export const Instrument = z.object({
  /** That of the task that is its promise. */
  id: TaskId,
  park: z.string(),
  name: Label,
  kind: Kind,
  /** Promised amount. */
  goalFen: Amount,
  projects: z
    .array(z.object({ id: z.string().regex(/^[a-z0-9]{1,10}$/), name: Label, goalFen: Amount }))
    .min(1),
});
export type Instrument = z.infer<typeof Instrument>;

/** One stage of one batch of a project's money. A stage completed in parts has several steps. */
export const FundingStep = z.object({
  /** That of its task, once it is one. */
  id: TaskId,
  park: z.string(),
  instrument: TaskId,
  project: z.string(),
  batch: z.int().positive(),
  stage: FundingStage,
  /** Number of the part within the stage, from 1. */
  part: z.int().positive(),
  amountFen: Amount,
  /**
   * As first planned; null without a date. Once the step has a task, the task's due date applies.
   */
  planned: Day.nullable(),
  doneOn: Day.nullable(),
  /** When completion was recorded; null if open, or already completed when entered. */
  bookedAt: Moment.nullable().default(null),
  note: OneLine.default(''),
  /** Why the amount exceeds what earlier stages granted; empty if it does not. */
  excessReason: OneLine.default(''),
  /** Ids of tasks that block the step until they end. */
  blockedBy: z.array(TaskId).default([]),
});
export type FundingStep = z.infer<typeof FundingStep>;

type Place = Pick<FundingStep, 'instrument' | 'project' | 'batch' | 'stage' | 'part'>;

/** Id of the step at `place`; its task has the same id. */
export const stepId = ({ instrument, project, batch, stage, part }: Place): TaskId =>
  TaskId.parse(`${instrument}-${project}-${batch}-${stage}${part === 1 ? '' : `-${part}`}`);

const names: Readonly<Record<FundingStage, string>> = {
  reserved: '储备',
  applied: '申报',
  reviewed: '评审',
  approved: '批复',
  issued: '下达',
  arrived: '到位',
  spent: '支出',
};

/** Stage names specific to bonds. */
const bondNames: Partial<Readonly<Record<FundingStage, string>>> = {
  approved: '入库',
  issued: '发行',
};

/** Name of `stage` for `kind`; null for several kinds. */
export const stageName = (stage: FundingStage, kind: Kind | null): string =>
  (kind === 'specialBond' ? bondNames[stage] : undefined) ?? names[stage];

/** The stage called `name`, for any kind of money; undefined if unknown. */
export const stageNamed = (name: string): FundingStage | undefined =>
  FundingStage.options.find((stage) => names[stage] === name || bondNames[stage] === name);

/** A day, and the instant up to which records are considered. */
export type Evening = { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant };

/** `steps` as of an evening: those completed or booked later are still open. */
export const stepsOn = (
  steps: readonly FundingStep[],
  { day, at }: Evening,
): readonly FundingStep[] =>
  steps.map((step) => {
    const { doneOn, bookedAt } = step;
    const isLater =
      (doneOn !== null && Temporal.PlainDate.compare(doneOn, day) > 0) ||
      (bookedAt !== null && Temporal.Instant.compare(bookedAt, at) > 0);
    return isLater ? { ...step, doneOn: null } : step;
  });

/** Open steps, next first: by date, then by stage; undated last. */
export const openSteps = (steps: readonly FundingStep[]): readonly FundingStep[] =>
  steps
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((a, b) => byDay(a, b) || byStage(a, b) || (a.id < b.id ? -1 : 1));

/** The last stage with a completed step; null if none. */
export const reachedStage = (steps: readonly FundingStep[]): FundingStage | null =>
  FundingStage.options.findLast((stage) =>
    steps.some((step) => step.stage === stage && step.doneOn !== null),
  ) ?? null;

/** Amount blocked by the task `id`: the largest blocked step of each batch. */
export function waitingFen(id: TaskId, steps: readonly FundingStep[]): Fen {
  const held = openSteps(steps).filter(({ blockedBy }) => blockedBy.includes(id));
  const batches = Map.groupBy(held, ({ instrument, project, batch }) =>
    [instrument, project, batch].join('/'),
  );
  return sumFen(
    [...batches.values()].map((batch) =>
      inFen(Math.max(...batch.map(({ amountFen }) => amountFen))),
    ),
  );
}

const byDay = (a: FundingStep, b: FundingStep): number => {
  const [dayA, dayB] = [a.planned?.toString() ?? '~', b.planned?.toString() ?? '~'];
  return dayA < dayB ? -1 : Number(dayA > dayB);
};

const byStage = (a: FundingStep, b: FundingStep): number =>
  FundingStage.options.indexOf(a.stage) - FundingStage.options.indexOf(b.stage);
