import type { PostId, TaskId } from '../../domain/base/ids.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { PublicationUndone } from '../../domain/deadlines/park-notice.ts';
import { localDay, nextSendInstant } from '../../domain/policy/hours.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import { type Author, nextOf } from '../context/update-record.ts';
import type { Collection, StoredTask } from '../ports.ts';
import { callNear } from '../tasks/hand-over.ts';
import { notifiedOf } from '../tasks/told-of.ts';
import { addNotice } from '../wake/add-notice.ts';

/** What is taken back, by whom, and how it is called to posts that were notified. */
export type TakingTasks = Author &
  Pick<PublicationUndone, 'source'> & {
    /** Id of the entry that registered the tasks. */
    readonly entry: string;
    /** Name of the post that takes back. */
    readonly name: string;
    /** Whether the titles are for nobody but named posts. */
    readonly isRestricted: boolean;
  };

/**
 * Takes a task that an entry registered out of the register, with the target or the money that it
 * promised. Posts that were notified of it are told in their next digest; they are in the ledger first, so
 * that it can be made again.
 *
 * @returns the task as it stays, because somebody moved it since; undefined where it is gone.
 */
export async function takeTaskBack(
  run: ParkContext,
  id: TaskId,
  taking: TakingTasks,
): Promise<StoredTask | undefined> {
  const { register } = run.ports;
  const attempt = async (): Promise<StoredTask | undefined | typeof LOST> => {
    const read = await register.task(run.park.id, id);
    if (!read) {
      await withoutFigures(run, id, taking);
      return undefined;
    }
    if (read.lastChange.id !== taking.entry || (await hasFigures(run, id, taking))) return read;
    for (const post of await notifiedOf(run, read)) await notify(run, read, post, taking);
    if ((await register.takeBack(read, endOf(run, read, taking))) === 'lost') return LOST;
    await withoutFigures(run, id, taking);
    return undefined;
  };
  return untilWritten(attempt, () => register.task(run.park.id, id));
}

function endOf(
  { now, ports }: ParkContext,
  { task, version }: StoredTask,
  { by, names, via, what, why }: TakingTasks,
): Change {
  const said = { by, onBehalfOf: null, ...(names && { names }), via, what, why };
  const to = '不在登记表中';
  return {
    ...said,
    id: ports.newId(),
    version: version + 1,
    at: now,
    from: statusName[task.status],
    to,
  };
}

async function notify(
  run: ParkContext,
  { task, version }: StoredTask,
  post: PostId,
  { name, source, isRestricted }: TakingTasks,
): Promise<void> {
  const at = nextSendInstant(run.now, run.rules);
  const notice = {
    about: 'park',
    matter: 'publicationUndone',
    of: `${task.id} ${version}`,
    post,
    task: task.id,
    title: isRestricted ? null : task.title,
    source: isRestricted ? null : source,
    by: name,
  } as const;
  await run.slots(run.park.id, at);
  await callNear(run, at);
  await addNotice(run, notice, localDay(at, run.rules), at);
}

type Figures = { readonly id: string; readonly park: string };

/** The collections of what a task promises. */
const figuresIn = ({ ports: { collections } }: ParkContext): readonly Collection<Figures>[] =>
  [collections.targets, collections.instruments] as unknown as readonly Collection<Figures>[];

/** Whether somebody entered anything of what the task promises. */
async function hasFigures(run: ParkContext, id: TaskId, { entry }: TakingTasks): Promise<boolean> {
  for (const collection of figuresIn(run)) {
    const read = await collection.find(run.park.id, id);
    if (read && read.lastChange.id !== entry) return true;
  }
  return false;
}

/** Takes back what was entered of a promise whose task is gone; what somebody changed at that moment stays. */
async function withoutFigures(run: ParkContext, id: TaskId, author: TakingTasks): Promise<void> {
  for (const collection of figuresIn(run)) {
    const read = await collection.find(run.park.id, id);
    if (read?.lastChange.id !== author.entry) continue;
    const { by, names, via, what, why } = author;
    const said = { by, via, what, why, ...(names && { names }) };
    await collection.takeBack(read, nextOf(read, read.value, said, run.ports).lastChange);
  }
}
