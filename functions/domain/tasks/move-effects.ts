import { type At, granted, passedBy, redated, requested } from './date-moves.ts';
import { handedIn } from './due-figure.ts';
import { handedOver, reassigned } from './handed-over.ts';
import { held, resumed, returned } from './held.ts';
import type { Act, Move } from './move.ts';
import { missingAsked, returnDayFor } from './reporting-duty.ts';
import type { Task } from './task.ts';
import { onTerms } from './terms.ts';
import { urged } from './urging.ts';
import { carriedOver, deemedDone } from './year-end-moves.ts';

type Effect<Of extends Act> = (
  task: Task,
  move: Extract<Move, { readonly act: Of }>,
  at: At,
) => Task | string;

/**
 * Effects of a move besides the status; a string refuses it. Acts not listed have no other effect.
 */
const effects: { readonly [Of in Act]?: Effect<Of> } = {
  assign: (task, { owner = task.owner }, at) => handedOver(task, owner, at),
  report: reported,
  support: (task, { evidence }) => ({ ...task, evidence: [...task.evidence, ...evidence] }),
  signFor: (task) => ({ ...task, disowned: null }),
  submit: submitted,
  return: (task, _, at) => returned(task, at),
  suspend: (task, _, at) => held(task, at),
  resume: (task, { due }, at) => resumed(task, due, at),
  requestExtension: requested,
  grant: granted,
  disown: (task, { why, by = task.owner }, { now }) => ({
    ...task,
    disowned: { at: now, why, by },
  }),
  keep: (task) => ({ ...task, disowned: null }),
  refuse: (task) => ({ ...task, request: null }),
  redate: (task, { due }, { today }) => passedBy(due, today) ?? redated(task, due, today),
  correctDue: (task, { due }, { today }) => redated(task, due, today),
  reassign: reassigned,
  amend: (task, { terms }, at) => onTerms(task, terms, at),
  waitFor: (task, { tasks }) => ({ ...task, waitsFor: [...new Set(tasks)] }),
  urge: urged,
  nodes: divided,
  carryOver: carriedOver,
  deemDone: deemedDone,
};

/** `task` with the effect of `move`, or why it is refused, in Chinese. */
export function changed(task: Task, move: Move, at: At): Task | string {
  // The table's key and the move's act are one and the same, which a lookup cannot show.
  const effect = effects[move.act] as Effect<Act> | undefined;
  return effect ? effect(task, move, at) : task;
}

function reported(
  task: Task,
  { progress: said, note, evidence }: Extract<Move, { act: 'report' }>,
  { now, rules }: At,
): Task | string {
  if (task.work && said !== null && said !== task.progress) {
    return '这一项的进度按节点计算，请在节点上反馈；这里只能填写说明，不填进度';
  }
  const progress = said ?? task.progress;
  if (!Number.isInteger(progress) || progress < 0 || progress > 100) {
    return `进度 ${progress} 不是 0 到 100 的整数`;
  }
  return {
    ...task,
    progress,
    disowned: null,
    lastReport: {
      at: now,
      note,
      progress,
      isReturned: false,
      period: returnDayFor(task, now, rules),
    },
    evidence: [...task.evidence, ...evidence],
  };
}

/** Reports completion, which also answers the last request; the office verifies it. */
function submitted(task: Task, _: unknown, at: At): Task {
  const answered = missingAsked(task, at.now, at.rules);
  const next = { ...held(task, at), ...handedIn(task, at.today) };
  return answered ? { ...next, handedInFor: answered } : next;
}

/** Why `task` has no nodes, in Chinese; undefined where it may. */
function indivisible({ kind, nodeOf, answers }: Task): string | undefined {
  if (answers !== undefined) return '报送不计入各项工作，不能分解节点';
  if (kind === 'milestone' && nodeOf === null) return undefined;
  return '只有工作类事项可以分解节点；指标、资金、长期事项和节点本身不再分解';
}

/** Numbers go on from those that were ever given. */
function divided(
  task: Task,
  { nodes }: Extract<Move, { act: 'nodes' }>,
  { now, today }: At,
): Task | string {
  const { nodes: known } = task;
  const refusal = indivisible(task);
  if (refusal !== undefined) return refusal;
  if (nodes.length === 0) return '至少要有一个节点';
  if (known.length + nodes.length > MOST_ENTRIES) return `一项工作至多 ${MOST_ENTRIES} 个节点`;
  const past = nodes.find(({ due }) => passedBy(due, today) !== undefined);
  if (past) return `节点“${past.title}”的期限 ${passedBy(past.due, today)}`;
  const last = known.at(-1)?.number ?? 0;
  const entries = nodes.map((node, at) => ({ ...node, number: last + at + 1, at: now }));
  return { ...task, nodes: [...known, ...entries] };
}

/** A node's number has at most three digits; a work with more is several works. */
const MOST_ENTRIES = 60;
