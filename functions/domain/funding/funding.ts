import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { TaskId } from '../base/ids.ts';
import { Fen, inFen, sumFen } from '../base/money.ts';
import { Day, Label, Line, Moment } from '../base/parsing.ts';

/** The stages of money in their order: 储备, 申报, 评审, 批复或入库, 发行或下达, 到位, 支出. */
export const Stage = z.enum([
  'reserved',
  'applied',
  'reviewed',
  'approved',
  'issued',
  'arrived',
  'spent',
]);
export type Stage = z.infer<typeof Stage>;

export const Kind = z.enum(['specialBond', 'superiorGrant', 'loan', 'socialCapital']);
export type Kind = z.infer<typeof Kind>;

const Amount = Fen.nonnegative();

/** Money that is sought in one way, and the projects it is for. */
export const Instrument = z.object({
  /** That of the task that is its promise. */
  id: TaskId,
  park: z.string(),
  name: Label,
  kind: Kind,
  /** What the plan promises to obtain. */
  goalFen: Amount,
  projects: z
    .array(z.object({ id: z.string().regex(/^[a-z0-9]{1,10}$/), name: Label, goalFen: Amount }))
    .min(1),
});
export type Instrument = z.infer<typeof Instrument>;

/** One stage of one batch of a project's money; a stage that is gone through in parts has several. */
export const Step = z.object({
  /** That of its task, once it is one. */
  id: TaskId,
  park: z.string(),
  instrument: TaskId,
  project: z.string(),
  batch: z.int().positive(),
  stage: Stage,
  /** Which part of the stage, from 1. */
  part: z.int().positive(),
  amountFen: Amount,
  /** As first planned; once it is a task, the task has the date that counts. Null for no date. */
  planned: Day.nullable(),
  doneOn: Day.nullable(),
  /** When it was booked as done; null for what is not done, or was when it was entered. */
  bookedAt: Moment.nullable().default(null),
  note: Line.default(''),
  /** Why more passes this stage than was granted before it; empty where it does not. */
  excessReason: Line.default(''),
  /** Ids of the tasks that hold it up until they are ended. */
  blockedBy: z.array(TaskId).default([]),
});
export type Step = z.infer<typeof Step>;

type Place = Pick<Step, 'instrument' | 'project' | 'batch' | 'stage' | 'part'>;

/** The id of the step at `place`, which is also that of its task. */
export const stepId = ({ instrument, project, batch, stage, part }: Place): TaskId =>
  TaskId.parse(`${instrument}-${project}-${batch}-${stage}${part === 1 ? '' : `-${part}`}`);

const names: Readonly<Record<Stage, string>> = {
  reserved: '储备',
  applied: '申报',
  reviewed: '评审',
  approved: '批复',
  issued: '下达',
  arrived: '到位',
  spent: '支出',
};

/** What a bond's stages are called instead. */
const bondNames: Partial<Readonly<Record<Stage, string>>> = { approved: '入库', issued: '发行' };

/** `stage` as finance calls it for money of `kind`; null for money of several kinds. */
export const stageName = (stage: Stage, kind: Kind | null): string =>
  (kind === 'specialBond' ? bondNames[stage] : undefined) ?? names[stage];

/** The stage that a person means by `name`, whatever the money; undefined for none. */
export const stageNamed = (name: string): Stage | undefined =>
  Stage.options.find((stage) => names[stage] === name || bondNames[stage] === name);

/** A day, and the instant by which what is told of it was known. */
export type Evening = { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant };

/** `steps` as they stood on an evening: what was done, or booked, later is still to be done. */
export const stepsOn = (steps: readonly Step[], { day, at }: Evening): readonly Step[] =>
  steps.map((step) => {
    const { doneOn, bookedAt } = step;
    const isLater =
      (doneOn !== null && Temporal.PlainDate.compare(doneOn, day) > 0) ||
      (bookedAt !== null && Temporal.Instant.compare(bookedAt, at) > 0);
    return isLater ? { ...step, doneOn: null } : step;
  });

/** The steps that are still to be done, the next first: by date, then by stage; undated last. */
export const openSteps = (steps: readonly Step[]): readonly Step[] =>
  steps
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((a, b) => byDay(a, b) || byStage(a, b) || (a.id < b.id ? -1 : 1));

/** The last stage that any of `steps` is through; null before the first. */
export const reachedStage = (steps: readonly Step[]): Stage | null =>
  Stage.options.findLast((stage) =>
    steps.some((step) => step.stage === stage && step.doneOn !== null),
  ) ?? null;

/** The money that waits for the task called `id`: of each batch the largest step that it holds up. */
export function waitingFen(id: TaskId, steps: readonly Step[]): Fen {
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

const byDay = (a: Step, b: Step): number => {
  const [dayA, dayB] = [a.planned?.toString() ?? '~', b.planned?.toString() ?? '~'];
  return dayA < dayB ? -1 : Number(dayA > dayB);
};

const byStage = (a: Step, b: Step): number =>
  Stage.options.indexOf(a.stage) - Stage.options.indexOf(b.stage);
