import type { Temporal } from 'temporal-polyfill';
import { type Fen, inFen, sumFen, wanWords } from '../base/money.ts';
import { lastInstantOf, type Rules } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import {
  type Evening,
  type FundingStage,
  type FundingStep,
  type Instrument,
  openSteps,
  reachedStage,
  stepsOn,
  waitingFen,
} from './funding.ts';
import { excessesOf, excessWords, type Funds, fundsOf } from './funds.ts';
import type { ParkFigures } from './park-figures.ts';
import { type ClockRow, clocksOf } from './spending-report.ts';

/** A milestone that blocks money, and the amount. */
type Block = {
  readonly record: 'block';
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly leadUnit: string;
  /** `YYYY-MM-DD`; null without a date. */
  readonly due: string | null;
  /** Whether the milestone was withdrawn, so that it will not be completed. */
  readonly isWithdrawn: boolean;
  readonly waitingFen: Fen;
};

/** An open step with its current due date. */
type NextStep = Pick<FundingStep, 'id' | 'stage' | 'batch' | 'amountFen'> & {
  /** `YYYY-MM-DD`; null without a date. */
  readonly due: string | null;
};

/** The money of one level on a day. All amounts in integer fen. */
export type FundingRow = Funds & {
  readonly record: 'funds';
  readonly level: 'total' | 'instrument' | 'project' | 'batch';
  readonly instrument: string | null;
  readonly kind: Instrument['kind'] | null;
  readonly project: string | null;
  readonly batch: number | null;
  readonly name: string;
  /** Whether the row is one batch of one project, and therefore has one current stage. */
  readonly isOneBatch: boolean;
  /** The last stage with any completed amount. */
  readonly reached: FundingStage | null;
  readonly next: NextStep | null;
  /** Ids of the milestones that block any of it. */
  readonly blockedBy: readonly string[];
  /** Inconsistencies to review, in Chinese. */
  readonly doubts: readonly string[];
};

/** Money of a park on a day. */
export type FundingReport = {
  readonly rows: readonly FundingRow[];
  readonly clocks: readonly ClockRow[];
  readonly blocks: readonly Block[];
};

type Tasks = ReadonlyMap<string, Task>;

/**
 * Money at the end of `day` (park time zone): in total, by instrument, by project, and by batch if
 * a project has several.
 *
 * @param tasks - tasks of the park by id: source of due dates and blocking milestones.
 */
export function fundingReport(
  { instruments, steps }: Pick<ParkFigures, 'instruments' | 'steps'>,
  tasks: Tasks,
  day: Temporal.PlainDate,
  rules: Rules,
): FundingReport {
  const present = presentSteps(steps, tasks, { day, at: lastInstantOf(day, rules) });
  const goalFen = sumFen(instruments.map((instrument) => instrument.goalFen));
  const total = { level: 'total', name: '合计', goalFen } as const;
  const rows = instruments.flatMap((instrument) => rowsOf(instrument, present, tasks));
  return {
    rows: [{ ...nowhere, ...total, ...stateOf(goalFen, present, tasks), doubts: [] }, ...rows],
    clocks: instruments.flatMap((instrument) => clocksOf(instrument, present, day, rules)),
    blocks: blockersOf(openSteps(present), tasks).map((task) => blockOf(task, present)),
  };
}

const nowhere = {
  record: 'funds',
  instrument: null,
  kind: null,
  project: null,
  batch: null,
} as const;

/** `steps` as of an evening, with the current due dates of their tasks. */
export const presentSteps = (
  steps: readonly FundingStep[],
  tasks: Tasks,
  evening: Evening,
): readonly FundingStep[] => stepsOn(steps, evening).map((step) => dated(step, tasks));

/** `step` with the current due date of its task. */
const dated = (step: FundingStep, tasks: Tasks): FundingStep => ({
  ...step,
  planned: tasks.get(step.id)?.due ?? step.planned,
});

function rowsOf(
  instrument: Instrument,
  all: readonly FundingStep[],
  tasks: Tasks,
): readonly FundingRow[] {
  const { id, kind, name, goalFen, projects } = instrument;
  const place = { ...nowhere, instrument: id, kind };
  const steps = all.filter((step) => step.instrument === id);
  const sum = sumFen(projects.map((project) => project.goalFen));
  const own: FundingRow = {
    ...place,
    level: 'instrument',
    name,
    ...stateOf(goalFen, steps, tasks),
    doubts: difference('各项目', sum, goalFen),
  };
  return [
    own,
    ...projects.flatMap((project) => {
      const ofProject = steps.filter((step) => step.project === project.id);
      const batches = batchRows({ ...place, project: project.id }, ofProject, tasks);
      const batched = sumFen(batches.map((batch) => batch.goalFen));
      const row: FundingRow = {
        ...place,
        level: 'project',
        project: project.id,
        name: project.name,
        ...stateOf(project.goalFen, ofProject, tasks),
        doubts: [
          ...(batches.length === 0 ? [] : difference('各批', batched, project.goalFen)),
          ...excessesOf(ofProject).map((excess) => excessWords(excess, instrument)),
          ...unbooked(ofProject, tasks),
          ...withdrawnBlockers(ofProject, tasks),
        ],
      };
      return [row, ...batches];
    }),
  ];
}

/**
 * One row per batch if there are several. The amount sought for a batch is that of its first stage.
 */
function batchRows(
  place: Omit<FundingRow, 'level' | 'name' | 'doubts' | keyof State>,
  steps: readonly FundingStep[],
  tasks: Tasks,
): readonly FundingRow[] {
  const batches = Map.groupBy(steps, ({ batch }) => batch);
  if (batches.size < 2) return [];
  return [...batches]
    .toSorted(([a], [b]) => a - b)
    .map(([batch, own]) => ({
      ...place,
      level: 'batch',
      batch,
      name: `第${batch}批`,
      ...stateOf(own[0]?.amountFen ?? inFen(0), own, tasks),
      doubts: [],
    }));
}

type State = Funds & Pick<FundingRow, 'isOneBatch' | 'reached' | 'next' | 'blockedBy'>;

function stateOf(goalFen: Fen, steps: readonly FundingStep[], tasks: Tasks): State {
  const open = openSteps(steps);
  const [next] = open;
  return {
    ...fundsOf(goalFen, steps),
    isOneBatch: new Set(steps.map(({ project, batch }) => `${project}/${batch}`)).size === 1,
    reached: reachedStage(steps),
    next: next ? nextOf(next) : null,
    blockedBy: blockersOf(open, tasks).map(({ id }) => id),
  };
}

const nextOf = ({ id, stage, batch, amountFen, planned }: FundingStep): NextStep => ({
  id,
  stage,
  batch,
  amountFen,
  due: planned?.toString() ?? null,
});

/** Unfinished tasks that block any of `steps`. A withdrawn task still blocks. */
function blockersOf(steps: readonly FundingStep[], tasks: Tasks): readonly Task[] {
  const ids = [...new Set(steps.flatMap(({ blockedBy }) => blockedBy))];
  return ids.flatMap((id) => tasks.get(id) ?? []).filter(({ status }) => status !== 'closed');
}

const blockOf = (
  { id, title, shortTitle, leadUnit, due, status }: Task,
  steps: readonly FundingStep[],
): Block => ({
  record: 'block',
  id,
  title,
  shortTitle,
  leadUnit,
  due: due?.toString() ?? null,
  isWithdrawn: status === 'withdrawn',
  waitingFen: waitingFen(id, steps),
});

/** Reports parts that do not add up to their whole, with both amounts and the difference. */
function difference(parts: string, sum: Fen, whole: Fen): readonly string[] {
  if (sum === whole) return [];
  const between = `相差${wanWords(inFen(Math.abs(whole - sum)))}`;
  return [`${parts}合计${wanWords(sum)}，目标${wanWords(whole)}，${between}`];
}

/** Withdrawn tasks that still block money. Someone must decide whether it still has to wait. */
const withdrawnBlockers = (steps: readonly FundingStep[], tasks: Tasks): readonly string[] =>
  blockersOf(openSteps(steps), tasks)
    .filter(({ status }) => status === 'withdrawn')
    .map(({ title }) => `卡住资金的“${title}”已撤销，请核对这笔资金是否还要等`);

/** Stages whose task is closed but that have no booked amount. */
const unbooked = (steps: readonly FundingStep[], tasks: Tasks): readonly string[] =>
  openSteps(steps).flatMap(({ id }) => {
    const task = tasks.get(id);
    const isSaidDone = task?.status === 'pendingReview' || task?.status === 'closed';
    return isSaidDone ? [`${task.title}已报办结，还没有登记金额`] : [];
  });
