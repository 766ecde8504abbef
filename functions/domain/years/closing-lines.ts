import { Temporal } from 'temporal-polyfill';
import type { Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';
import {
  type ClosingChoice,
  type ClosingKind,
  type ClosingLine,
  closingKinds,
} from './closing-line.ts';
import { hasLastPeriod, type TargetStanding } from './target-results.ts';
import type { YearRecord } from './year-record.ts';

/** A task and the version that a decision must still find. */
type Listed = { readonly task: Task; readonly version: number };

/** What the lines of a year are drawn from. */
type ClosingMatter = {
  readonly year: number;
  readonly today: Temporal.PlainDate;
  /** How the targets of the year stand, by the ids of their tasks. */
  readonly figures: ReadonlyMap<string, TargetStanding>;
};

/** What has to be decided before a year is closed, and its targets that are frozen as they are. */
export type YearLines = {
  readonly lines: readonly ClosingLine[];
  readonly asTheyAre: readonly ClosingLine[];
};

/**
 * What of `tasks` has to be decided before the year is closed: first who waits for an answer, then what
 * is open by date, then targets. Nodes are decided with their work; one that waits for an answer is a
 * line of its own, which is answered on its own page.
 */
export function closingLines(
  tasks: readonly Listed[],
  record: Pick<YearRecord, 'asTheyAre'> | undefined,
  matter: ClosingMatter,
): YearLines {
  const found = tasks
    .filter(({ task }) => task.plan === matter.year && task.answers === undefined)
    .flatMap((each) => lineOf(each, matter) ?? [])
    .toSorted(byKindAndDate);
  const settled = new Set<string>(record?.asTheyAre);
  const isSettled = ({ kind, task }: ClosingLine): boolean =>
    kind === 'targetWithoutLastPeriod' && settled.has(task.id);
  return {
    lines: found.filter((line) => !isSettled(line)),
    asTheyAre: found.filter(isSettled).map((line) => ({ ...line, choices: ['awaitFigure'] })),
  };
}

function lineOf({ task, version }: Listed, matter: ClosingMatter): ClosingLine | undefined {
  const standing = matter.figures.get(task.id) ?? null;
  const kind = kindOf(task, standing);
  if (kind === undefined) return undefined;
  const { due } = task;
  const aheadDue = due && Temporal.PlainDate.compare(due, matter.today) >= 0 ? due : null;
  return {
    kind,
    task,
    version,
    choices: choicesOf(task, kind),
    aheadDue,
    needsDue: aheadDue === null && task.kind !== 'standing',
    standing,
  };
}

function kindOf(task: Task, standing: TargetStanding | null): ClosingKind | undefined {
  if (task.status === 'pendingReview') return 'waitsForVerification';
  if (!isLive(task)) return undefined;
  return waitingKind(task) ?? openKind(task, standing);
}

function waitingKind({ request, disowned }: Task): ClosingKind | undefined {
  if (request !== null) return 'extensionAsked';
  return disowned === null ? undefined : 'disputed';
}

function openKind(
  { kind, nodeOf }: Task,
  standing: TargetStanding | null,
): ClosingKind | undefined {
  if (nodeOf !== null) return undefined;
  if (kind !== 'target') return 'open';
  return standing !== null && hasLastPeriod(standing) ? undefined : 'targetWithoutLastPeriod';
}

const ends: readonly ClosingChoice[] = ['deemDone', 'suspend', 'withdraw'];

const ofWorks: Readonly<Record<ClosingKind, readonly ClosingChoice[]>> = {
  waitsForVerification: [],
  extensionAsked: ['grantAndCarry', 'refuseAndCarry', ...ends],
  disputed: ['keepAndCarry', 'reassignAndCarry', 'suspend', 'withdraw'],
  open: ['carryOver', ...ends],
  targetWithoutLastPeriod: ['asItIs'],
};

/** A target is settled by its figures, and is not carried over. */
const ofTargets: Readonly<Record<ClosingKind, readonly ClosingChoice[]>> = {
  ...ofWorks,
  extensionAsked: ['refuse', 'suspend', 'withdraw'],
  disputed: ['keep', 'suspend', 'withdraw'],
};

function choicesOf({ kind: of, nodeOf }: Task, kind: ClosingKind): readonly ClosingChoice[] {
  if (nodeOf !== null) return [];
  return (of === 'target' ? ofTargets : ofWorks)[kind];
}

function byKindAndDate(a: ClosingLine, b: ClosingLine): number {
  const byKind = closingKinds.indexOf(a.kind) - closingKinds.indexOf(b.kind);
  return byKind || byDate(a.task.due, b.task.due) || (a.task.id < b.task.id ? -1 : 1);
}

function byDate(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Temporal.PlainDate.compare(a, b);
}
