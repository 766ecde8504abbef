import type { Temporal } from 'temporal-polyfill';
import { inFen, sumFen } from '../base/money.ts';
import { lastInstantOf, type Rules } from '../policy/hours.ts';
import { type FundingStep, type Instrument, openSteps } from './funding.ts';
import { type BlockingTask, blockersOf, blockOf } from './funding-blocks.ts';
import { difference, unbooked, withdrawnBlockers } from './funding-doubts.ts';
import { type FundingRow, type FundingState, stateOf } from './funding-row.ts';
import { excessesOf, excessWords } from './funds.ts';
import type { ParkFigures } from './park-figures.ts';
import { presentSteps, type TasksById } from './present-steps.ts';
import { type ClockRow, clocksOf } from './spending-report.ts';

/** Money of a park on a day. */
export type FundingReport = {
  readonly rows: readonly FundingRow[];
  readonly clocks: readonly ClockRow[];
  readonly blocks: readonly BlockingTask[];
};

/**
 * Money at the end of `day` (park time zone): in total, by instrument, by project, and by batch if
 * a project has several.
 *
 * @param tasks - tasks of the park by id: source of due dates and blocking milestones.
 */
export function fundingReport(
  { instruments, steps }: Pick<ParkFigures, 'instruments' | 'steps'>,
  tasks: TasksById,
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

function rowsOf(
  instrument: Instrument,
  all: readonly FundingStep[],
  tasks: TasksById,
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
  place: Omit<FundingRow, 'level' | 'name' | 'doubts' | keyof FundingState>,
  steps: readonly FundingStep[],
  tasks: TasksById,
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
