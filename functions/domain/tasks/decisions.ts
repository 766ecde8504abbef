import { Temporal } from 'temporal-polyfill';
import type { PostId } from '../base/ids.ts';
import type { OpenNode } from './kin.ts';
import { type Act, actName, type Move } from './move.ts';
import type { Ruling, TermChange } from './ruling.ts';
import type { Task } from './task.ts';
import { isLive } from './task-status.ts';
import { changedStill } from './term-changes.ts';
import { isAsAfterUndo } from './undo-ruling.ts';

/** Rulings that a task keeps: far more than can wait to be told. */
export const MAX_RULINGS = 20;

type IsSo = (task: Task, ruling: Ruling) => boolean;

const isHere: IsSo = ({ leadUnit }, { unit }) => leadUnit === unit;
const hasDate: IsSo = (task, ruling) => isHere(task, ruling) && isSame(task.due, ruling.due);
const isAway: IsSo = ({ owner }, { post }) => owner !== post;

/** The acts that decide about somebody else's work, and when what was decided still is so. */
const decisions: { readonly [Of in Act]?: IsSo } = {
  grant: hasDate,
  refuse: hasDate,
  redate: hasDate,
  correctDue: hasDate,
  verify: ({ status }) => status === 'closed',
  return: ({ status }) => status === 'returned',
  keep: isHere,
  reassign: isAway,
  assign: isAway,
  suspend: ({ status }) => status === 'suspended',
  resume: isLive,
  withdraw: ({ status }) => status === 'withdrawn',
  amend: (task, ruling) => isHere(task, ruling) && changedStill(task, ruling).length > 0,
};

const byName: ReadonlyMap<string, IsSo> = new Map(
  Object.entries(decisions).map(([act, isSo]) => [actName[act as Act], isSo]),
);

/** Whether a request for a later date ended with something else than an answer to it. */
export const endedUndecided = ({ askedAt, what }: Ruling): boolean =>
  askedAt !== null && what !== actName.grant && what !== actName.refuse;

/**
 * Whether what `ruling` tells of `task` is as it was decided, whatever was done since. That a request
 * ended undecided stays so.
 */
export const isStillSo = (task: Task, ruling: Ruling): boolean =>
  ruling.undoes ? hasDate(task, ruling) && isAsAfterUndo(task, ruling) : wasSo(task, ruling);

const wasSo: IsSo = (task, ruling) =>
  endedUndecided(ruling) || (byName.get(ruling.what)?.(task, ruling) ?? true);

/** A move as it was made, as far as others are to be notified of it. */
export type Decided = {
  readonly move: Move;
  /** The name of the post that made it. */
  readonly by: string;
  readonly why: string;
  readonly at: Temporal.Instant;
  /** What an amendment changed; empty for other moves. */
  readonly changed: readonly TermChange[];
  /** Whether its maker receives what is meant for a post, and so need not be told. */
  readonly isMaker: (post: PostId) => boolean;
  /** The open nodes of a work, which go with it. */
  readonly nodes: readonly OpenNode[];
};

/**
 * `after`, to which `before` came by a move, with what those who asked and those whose task it was are
 * to be notified of it.
 */
export function ruled(before: Task, after: Task, made: Decided): Task {
  const isDecision = decides(before, after, made.move);
  const { owner, rulings, assignment } = before;
  const asked = after.request === null ? before.request : null;
  const disputed = isDecision ? before.disowned : null;
  const ruling = {
    number: nextRuling(before),
    at: made.at.round('second'),
    what: actName[made.move.act],
    by: made.by,
    why: isDecision ? made.why : '',
    ...askedBefore(asked, disputed),
    due: after.due,
    unit: after.leadUnit,
    assignment: assignment.number,
    ...changedBy(made),
  };
  const askers = [asked, disputed].flatMap((each) => (each ? [each.by ?? owner] : []));
  const nodes = TAKES_NODES.has(made.move.act) ? made.nodes : [];
  const posts = new Set<PostId>(
    isDecision ? [owner, ...askers, ...ownersOf(nodes, made.move)] : askers,
  );
  const told = [...posts].filter((post) => !isDecision || !made.isMaker(post));
  const all = [
    ...rulings.map((each) => asItIs(after, each)),
    ...told.map((post): Ruling => ({ ...ruling, post, nodes: titlesOf(nodes, post) })),
  ];
  return { ...after, rulings: all.slice(-MAX_RULINGS) };
}

/** The number of the next ruling of `task`. */
export const nextRuling = ({ rulings, given }: Pick<Task, 'rulings' | 'given'>): number =>
  Math.max(rulings.at(-1)?.number ?? 0, given?.ruling ?? 0) + 1;

const changedBy = ({ changed }: Decided): Pick<Ruling, 'changed'> =>
  changed.length > 0 ? { changed } : {};

/** `ruling` without what a later amendment of `task` changed again. */
const asItIs = (task: Task, ruling: Ruling): Ruling =>
  ruling.changed ? { ...ruling, changed: changedStill(task, ruling) } : ruling;

/** Acts that hold, end, resume or reassign the open nodes of a work with it. */
const TAKES_NODES: ReadonlySet<Act> = new Set([
  'suspend',
  'resume',
  'withdraw',
  'verify',
  'reassign',
  'assign',
]);

/** Who is told for his nodes; the work's own owner alone is told that they are reassigned. */
const ownersOf = (nodes: readonly OpenNode[], { act }: Move): readonly PostId[] =>
  act === 'reassign' || act === 'assign' ? [] : nodes.map(({ owner }) => owner);

const titlesOf = (nodes: readonly OpenNode[], post: PostId): readonly string[] =>
  nodes.filter(({ owner }) => owner === post).map(({ title }) => title);

/** Whether a move decides about the work of the post that had the task; to hand it over again does not. */
const decides = (before: Task, after: Task, { act }: Move): boolean =>
  act === 'assign' ? after.owner !== before.owner : decisions[act] !== undefined;

const askedBefore = (
  request: Task['request'],
  disowned: Task['disowned'],
): Pick<Ruling, 'askedAt' | 'wished' | 'disputedAt'> => ({
  askedAt: request?.at ?? null,
  wished: request?.due ?? null,
  disputedAt: disowned?.at ?? null,
});

/** What was decided about `task`, still is so, and its owner's post has not acted on since. */
export function standingRulings(task: Task): readonly Ruling[] {
  const { lastReport, request, disowned, assignment } = task;
  const acts = [lastReport, request, disowned, assignment].flatMap((act) => act?.at ?? []);
  const isLater = ({ at }: Ruling): boolean =>
    acts.every((act) => Temporal.Instant.compare(act.round('second'), at) <= 0);
  return task.rulings.filter(
    (ruling) => ruling.post === task.owner && isLater(ruling) && isStillSo(task, ruling),
  );
}

const isSame = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);
