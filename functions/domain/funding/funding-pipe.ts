import { Temporal } from 'temporal-polyfill';
import { type Fen, sumFen } from '../base/money.ts';
import type { Lamp } from '../tasks/lamp.ts';
import { FundingStage, type FundingStep, type Instrument, openSteps } from './funding.ts';

/** One stage of one batch; amounts in integer fen. */
export type PipeCell = {
  readonly stage: FundingStage;
  /** Amount completed, and the last day of completion; null before the first. */
  readonly doneFen: Fen;
  readonly doneOn: Temporal.PlainDate | null;
  /** Ids of the completed steps, in booking order. */
  readonly done: readonly string[];
  /** The next open step; null if there is none. */
  readonly next: NextStep | null;
  /** Whether this is the current stage of the batch. */
  readonly isAt: boolean;
};

type NextStep = {
  readonly id: string;
  readonly fen: Fen;
  readonly due: Temporal.PlainDate | null;
  /** Lamp of its task; null if there is no task. */
  readonly lamp: Lamp | null;
};

/** One batch of one project across all stages, in order. */
export type PipeLine = {
  readonly project: string;
  readonly name: string;
  /** Null if the project has only one batch. */
  readonly batch: number | null;
  readonly cells: readonly PipeCell[];
};

/**
 * The money of one instrument by stage: its lines, and the amounts completed and current for each
 * stage.
 */
export type Pipe = {
  readonly levels: readonly {
    readonly stage: FundingStage;
    readonly doneFen: Fen;
    /** Amount currently waiting in this stage. */
    readonly atFen: Fen;
  }[];
  readonly lines: readonly PipeLine[];
};

/** Lamp of a task by id; null if there is no such task. */
export type LampOf = (id: string) => Lamp | null;

/**
 * The pipeline of `instrument`.
 *
 * @param present - its steps, from {@link presentSteps}.
 */
export function pipeOf(
  instrument: Instrument,
  present: readonly FundingStep[],
  lampOf: LampOf,
): Pipe {
  const own = present.filter((step) => step.instrument === instrument.id);
  const lines = instrument.projects.flatMap(({ id, name }) => {
    const batches = Map.groupBy(
      own.filter(({ project }) => project === id),
      ({ batch }) => batch,
    );
    return [...batches]
      .toSorted(([a], [b]) => a - b)
      .map(([batch, steps]) => ({
        project: id,
        name,
        batch: batches.size > 1 ? batch : null,
        cells: cellsOf(steps, lampOf),
      }));
  });
  return { levels: levelsOf(lines), lines };
}

function cellsOf(
  steps: readonly FundingStep[],
  lampOf: (id: string) => Lamp | null,
): readonly PipeCell[] {
  const at = openSteps(steps)[0]?.stage;
  return FundingStage.options.map((stage) => {
    const own = steps.filter((step) => step.stage === stage);
    const done = own.filter(({ doneOn }) => doneOn !== null);
    const [next] = openSteps(own);
    return {
      stage,
      doneFen: sumFen(done.map(({ amountFen }) => amountFen)),
      doneOn: latest(done),
      done: done.map(({ id }) => id),
      next: next
        ? { id: next.id, fen: next.amountFen, due: next.planned, lamp: lampOf(next.id) }
        : null,
      isAt: stage === at,
    };
  });
}

const levelsOf = (lines: readonly PipeLine[]): Pipe['levels'] =>
  FundingStage.options.map((stage) => {
    const cells = lines.flatMap((line) => line.cells.filter((cell) => cell.stage === stage));
    const at = cells.filter(({ isAt }) => isAt);
    return {
      stage,
      doneFen: sumFen(cells.map(({ doneFen }) => doneFen)),
      atFen: sumFen(at.flatMap(({ next }) => next?.fen ?? [])),
    };
  });

const latest = (steps: readonly FundingStep[]): Temporal.PlainDate | null =>
  steps
    .flatMap(({ doneOn }) => doneOn ?? [])
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
    .at(-1) ?? null;
