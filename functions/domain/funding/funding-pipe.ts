import { Temporal } from 'temporal-polyfill';
import { type Fen, sumFen } from '../base/money.ts';
import type { Lamp } from '../tasks/lamp.ts';
import { type Instrument, openSteps, Stage, type Step } from './funding.ts';

/** One stage of one batch; amounts in integer fen. */
export type PipeCell = {
  readonly stage: Stage;
  /** What is through it, and the last day that any was; null before the first. */
  readonly doneFen: Fen;
  readonly doneOn: Temporal.PlainDate | null;
  /** Ids of what is through, as they were booked. */
  readonly done: readonly string[];
  /** The next of its steps that is still to be done. */
  readonly next: NextStep | null;
  /** Whether it is the stage that the batch is at. */
  readonly isAt: boolean;
};

type NextStep = {
  readonly id: string;
  readonly fen: Fen;
  readonly due: Temporal.PlainDate | null;
  /** Of its task; null while it is none. */
  readonly lamp: Lamp | null;
};

/** One batch of one project through all stages, in their order. */
export type PipeLine = {
  readonly project: string;
  readonly name: string;
  /** Null where the project has only one. */
  readonly batch: number | null;
  readonly cells: readonly PipeCell[];
};

/** The money of one instrument by stage: its lines, and how much is through and at each stage. */
export type Pipe = {
  readonly levels: readonly {
    readonly stage: Stage;
    readonly doneFen: Fen;
    /** What waits to pass it now. */
    readonly atFen: Fen;
  }[];
  readonly lines: readonly PipeLine[];
};

/** The lamp of a task by its id; null where there is no such task. */
export type LampOf = (id: string) => Lamp | null;

/**
 * The pipeline of `instrument`.
 *
 * @param present - its steps as {@link presentSteps} has them.
 */
export function pipeOf(instrument: Instrument, present: readonly Step[], lampOf: LampOf): Pipe {
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

function cellsOf(steps: readonly Step[], lampOf: (id: string) => Lamp | null): readonly PipeCell[] {
  const at = openSteps(steps)[0]?.stage;
  return Stage.options.map((stage) => {
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
  Stage.options.map((stage) => {
    const cells = lines.flatMap((line) => line.cells.filter((cell) => cell.stage === stage));
    const at = cells.filter(({ isAt }) => isAt);
    return {
      stage,
      doneFen: sumFen(cells.map(({ doneFen }) => doneFen)),
      atFen: sumFen(at.flatMap(({ next }) => next?.fen ?? [])),
    };
  });

const latest = (steps: readonly Step[]): Temporal.PlainDate | null =>
  steps
    .flatMap(({ doneOn }) => doneOn ?? [])
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
    .at(-1) ?? null;
