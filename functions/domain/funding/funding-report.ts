import type { Temporal } from 'temporal-polyfill';
import { type Fen, inFen, sumFen, wanWords } from '../base/money.ts';
import { endOf, type Rules } from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import type { Figures } from './figures.ts';
import {
  type Evening,
  type Instrument,
  openSteps,
  reachedStage,
  type Stage,
  type Step,
  stepsOn,
  waitingFen,
} from './funding.ts';
import { excessesOf, excessWords, type Funds, fundsOf } from './funds.ts';
import { type ClockRow, clocksOf } from './spending-report.ts';

/** A milestone that holds money up, and how much. */
type Block = {
  readonly record: 'block';
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly leadUnit: string;
  /** `YYYY-MM-DD`; null for no date. */
  readonly due: string | null;
  /** Whether it was withdrawn, so that nobody will do it. */
  readonly isWithdrawn: boolean;
  readonly waitingFen: Fen;
};

/** A step that is still to be done, by the date that counts now. */
type NextStep = Pick<Step, 'id' | 'stage' | 'batch' | 'amountFen'> & {
  /** `YYYY-MM-DD`; null for no date. */
  readonly due: string | null;
};

/** The money of one level as it stands on a day; every amount in integer fen. */
export type FundingRow = Funds & {
  readonly record: 'funds';
  readonly level: 'total' | 'instrument' | 'project' | 'batch';
  readonly instrument: string | null;
  readonly kind: Instrument['kind'] | null;
  readonly project: string | null;
  readonly batch: number | null;
  readonly name: string;
  /** Whether all of it is one batch of one project, which is at one stage. */
  readonly isOneBatch: boolean;
  /** The last stage that any of it is through. */
  readonly reached: Stage | null;
  readonly next: NextStep | null;
  /** Ids of the milestones that hold any of it up. */
  readonly blockedBy: readonly string[];
  /** What must be looked into, in Chinese. */
  readonly doubts: readonly string[];
};

/** Where the money of a park stands. */
export type FundingReport = {
  readonly rows: readonly FundingRow[];
  readonly clocks: readonly ClockRow[];
  readonly blocks: readonly Block[];
};

type Tasks = ReadonlyMap<string, Task>;

/**
 * Where the money of `figures` stands at the end of `day`, a day of the park's zone: all of it, each
 * instrument, each project, and each batch where a project has several.
 *
 * @param tasks - the tasks of the park by id: they have the dates that count, and hold money up.
 */
export function fundingReport(
  { instruments, steps }: Pick<Figures, 'instruments' | 'steps'>,
  tasks: Tasks,
  day: Temporal.PlainDate,
  rules: Rules,
): FundingReport {
  const present = presentSteps(steps, tasks, { day, at: endOf(day, rules) });
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

/** `steps` as they stood on an evening, by the dates that their tasks have now. */
export const presentSteps = (
  steps: readonly Step[],
  tasks: Tasks,
  evening: Evening,
): readonly Step[] => stepsOn(steps, evening).map((step) => dated(step, tasks));

/** `step` by the date that its task has now. */
const dated = (step: Step, tasks: Tasks): Step => ({
  ...step,
  planned: tasks.get(step.id)?.due ?? step.planned,
});

function rowsOf(instrument: Instrument, all: readonly Step[], tasks: Tasks): readonly FundingRow[] {
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

/** One row a batch, where there are several; what is sought for a batch is what its first stage asks. */
function batchRows(
  place: Omit<FundingRow, 'level' | 'name' | 'doubts' | keyof State>,
  steps: readonly Step[],
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

function stateOf(goalFen: Fen, steps: readonly Step[], tasks: Tasks): State {
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

const nextOf = ({ id, stage, batch, amountFen, planned }: Step): NextStep => ({
  id,
  stage,
  batch,
  amountFen,
  due: planned?.toString() ?? null,
});

/** The tasks that hold any of `steps` up: those that are not done. One that was withdrawn frees nothing. */
function blockersOf(steps: readonly Step[], tasks: Tasks): readonly Task[] {
  const ids = [...new Set(steps.flatMap(({ blockedBy }) => blockedBy))];
  return ids.flatMap((id) => tasks.get(id) ?? []).filter(({ status }) => status !== 'closed');
}

const blockOf = (
  { id, title, shortTitle, leadUnit, due, status }: Task,
  steps: readonly Step[],
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

/** That parts do not come to their whole, with both numbers and what lies between. */
function difference(parts: string, sum: Fen, whole: Fen): readonly string[] {
  if (sum === whole) return [];
  const between = `相差${wanWords(inFen(Math.abs(whole - sum)))}`;
  return [`${parts}合计${wanWords(sum)}，目标${wanWords(whole)}，${between}`];
}

/** Tasks that hold the money up although nobody will do them: whether it still waits must be decided. */
const withdrawnBlockers = (steps: readonly Step[], tasks: Tasks): readonly string[] =>
  blockersOf(openSteps(steps), tasks)
    .filter(({ status }) => status === 'withdrawn')
    .map(({ title }) => `卡住资金的“${title}”已撤销，请核对这笔资金是否还要等`);

/** Stages that their task says are done, while no amount was booked. */
const unbooked = (steps: readonly Step[], tasks: Tasks): readonly string[] =>
  openSteps(steps).flatMap(({ id }) => {
    const task = tasks.get(id);
    const isSaidDone = task?.status === 'pendingReview' || task?.status === 'closed';
    return isSaidDone ? [`${task.title}已报办结，还没有登记金额`] : [];
  });
