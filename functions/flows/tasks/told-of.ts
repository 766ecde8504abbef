import type { Temporal } from 'temporal-polyfill';
import type { PostId } from '../../domain/base/ids.ts';
import { Role } from '../../domain/base/role.ts';
import { type Notice, noticeKey } from '../../domain/deadlines/notice.ts';
import { taskNoticeKey } from '../../domain/deadlines/task-notice.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { hasCome, localDay } from '../../domain/policy/hours.ts';
import { nextRuling } from '../../domain/tasks/decisions.ts';
import type { Occasion } from '../../domain/tasks/occasion.ts';
import { supportingPosts } from '../../domain/tasks/owned.ts';
import { postOf, type Task } from '../../domain/tasks/task.ts';
import type { ToldOf } from '../../domain/tasks/undo-ruling.ts';
import { unlessDamaged } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { StoredTask } from '../ports.ts';

/** A notice as the ledger may hold it. */
type Wanted = {
  readonly occasion: Occasion;
  readonly post: PostId;
  readonly due: Temporal.PlainDate | null;
  readonly nodes: readonly string[];
};

/**
 * The posts that were notified of the last change of `read`, which found the task as `before`: as the
 * ledger has it. A message that is being sent now counts as told.
 */
export async function toldOf(
  run: ParkContext,
  { task, lastChange }: StoredTask,
  before: Task,
): Promise<readonly ToldOf[]> {
  const posts = new Map<PostId, ToldOf>();
  for (const wanted of wantedOf(task, before)) {
    const { post, nodes } = wanted;
    if (posts.has(post)) continue;
    if (await wasTold(run, task, wanted, lastChange.at)) posts.set(post, { post, nodes });
  }
  return [...posts.values()];
}

/** The notices that `task` has given rise to since it was as `before`. */
const wantedOf = (task: Task, before: Task): readonly Wanted[] => [
  ...rulingsSince(task, before),
  ...handOverSince(task, before),
  ...urgingSince(task, before),
];

const rulingsSince = ({ rulings, due }: Task, before: Task): readonly Wanted[] =>
  rulings
    .filter(({ number }) => number >= nextRuling(before))
    .map(({ number, post, nodes }) => ({
      occasion: { kind: 'decision', number },
      post,
      due,
      nodes,
    }));

function handOverSince(task: Task, before: Task): readonly Wanted[] {
  const { number } = task.assignment;
  if (number === before.assignment.number) return [];
  const occasion = { kind: 'handOver', number } as const;
  return hearersOf(task).map((post) => ({ occasion, post, due: task.due, nodes: [] }));
}

function urgingSince({ urges, owner }: Task, before: Task): readonly Wanted[] {
  const number = urges?.at(-1)?.number ?? 0;
  if (number === (before.urges?.at(-1)?.number ?? 0)) return [];
  return [{ occasion: { kind: 'urge', number }, post: owner, due: null, nodes: [] }];
}

/** The posts that a hand-over can be told to: its owner's, one in its place, and supporting units. */
const hearersOf = (task: Task): readonly PostId[] => [
  ...Role.options.map((role) => postOf(task, role)),
  ...supportingPosts(task),
];

/** The posts that were notified of anything about `read` since its last change, as the ledger has it. */
export async function notifiedOf(
  run: ParkContext,
  { task, lastChange }: StoredTask,
): Promise<readonly PostId[]> {
  const isAbout = (notice: Notice): boolean => notice.about === 'task' && notice.task === task.id;
  const posts: PostId[] = [];
  for (const post of new Set(hearersOf(task))) {
    for (const day of daysSince(run, lastChange.at)) {
      const digest = await digestWith(run, { day, post }, isAbout);
      const notice = digest?.notices.find(isAbout);
      if (!digest || !notice || !isOnItsWay(digest, noticeKey(notice), run.now)) continue;
      posts.push(post);
      break;
    }
  }
  return posts;
}

/** Whether the ledger has sent `wanted` since `from`, or is about to. */
async function wasTold(
  run: ParkContext,
  { id }: Pick<Task, 'id'>,
  { occasion, post, due }: Pick<Wanted, 'occasion' | 'post' | 'due'>,
  from: Temporal.Instant,
): Promise<boolean> {
  const key = taskNoticeKey({ task: id, occasion, post, due });
  for (const day of daysSince(run, from)) {
    const digest = await digestWith(run, { day, post }, (notice) => noticeKey(notice) === key);
    if (digest) return isOnItsWay(digest, key, run.now);
  }
  return false;
}

/** The days of which digests can have been sent since `from`. */
const daysSince = (
  { now, rules }: ParkContext,
  from: Temporal.Instant,
): readonly Temporal.PlainDate[] => {
  const [first, last] = [localDay(from, rules), localDay(now, rules)];
  return first.equals(last) ? [first] : [first, last];
};

/** The digest of a post and day that holds a notice. */
async function digestWith(
  run: ParkContext,
  place: Pick<Digest, 'day' | 'post'>,
  isWanted: (notice: Notice) => boolean,
): Promise<Digest | undefined> {
  for (let number = 1; ; number += 1) {
    const read = await readDigest(run, { ...place, number });
    if (read === undefined) return undefined;
    if (read !== 'damaged' && read.notices.some(isWanted)) return read;
  }
}

const readDigest = (
  run: ParkContext,
  place: Pick<Digest, 'day' | 'post' | 'number'>,
): Promise<Digest | 'damaged' | undefined> =>
  unlessDamaged(
    run,
    async () => (await run.ports.ledger.read(run.park.id, digestId(place)))?.value,
    'damaged',
  );

const NEVER_TOLD: ReadonlySet<Digest['state']> = new Set(['failed', 'unreached', 'cancelled']);

/** What waits for a later run is dropped by it, as it is no longer true then. */
function isOnItsWay(digest: Digest, key: string, now: Temporal.Instant): boolean {
  const { state, dropped, unknowns, wakeAt } = digest;
  if (dropped.includes(key) || NEVER_TOLD.has(state)) return false;
  return state !== 'open' || unknowns > 0 || hasCome(wakeAt, now);
}
