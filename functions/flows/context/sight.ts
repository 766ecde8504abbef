import type { Contact } from '../../domain/contacts/contact.ts';
import { channelOf, isShared } from '../../domain/contacts/outlets.ts';
import type { Placed } from '../../domain/sources/place.ts';
import { sourceIdsOf } from '../../domain/sources/place.ts';
import { isRestricted } from '../../domain/sources/readers.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { OwnedTask } from '../../domain/tasks/owned.ts';
import { mayReadNow, maySee, maySeeSource } from '../../domain/tasks/read-permissions.ts';
import type { ParkContext } from './park-context.ts';

/** What one contact may see. Every page, file, call and message that shows tasks asks it. */
export type TaskSight = {
  readonly sees: (task: OwnedTask & Placed) => boolean;
  /** Whether a task is left out only because its source is restricted; such tasks are counted. */
  readonly isHidden: (task: OwnedTask & Placed) => boolean;
  /** Whether `task` is to be treated as if it were not there, whatever the role may do. */
  readonly isSecret: (task: OwnedTask & Placed) => boolean;
  readonly seesSource: (source: Pick<Source, 'readers'>) => boolean;
};

/** What `viewer` may see in the park of `run`. */
export async function sightOf(run: ParkContext, viewer: Contact): Promise<TaskSight> {
  const sources = await run.sourceRecords();
  const sees: TaskSight['sees'] = (task) => maySee(viewer, task, sources, run.directory);
  return {
    sees,
    isHidden: (task) => mayReadNow(viewer, task, run.directory) && !sees(task),
    isSecret: (task) => isRestricted(task, sources) && !sees(task),
    seesSource: (source) => maySeeSource(viewer, source, run.directory),
  };
}

/** What stands in a paper of all units, which anybody may read: nothing that is restricted. */
export async function openSight(run: ParkContext, viewer: Contact): Promise<TaskSight> {
  const sources = await run.sourceRecords();
  const isClosed: TaskSight['sees'] = (task) => isRestricted(task, sources);
  return {
    sees: (task) => mayReadNow(viewer, task, run.directory) && !isClosed(task),
    isHidden: (task) => mayReadNow(viewer, task, run.directory) && isClosed(task),
    isSecret: isClosed,
    seesSource: ({ readers }) => readers === null,
  };
}

/** What a sheet for `reader` says that `contact`, who may stand in for it, receives. */
export async function sheetSight(
  run: ParkContext,
  reader: Contact,
  contact: Contact,
): Promise<TaskSight> {
  const sight = await sightOf(run, reader);
  const tellable = await tellableTo(run, contact);
  const sees: TaskSight['sees'] = (task) => sight.sees(task) && tellable(task);
  return {
    ...sight,
    sees,
    isHidden: (task) => mayReadNow(reader, task, run.directory) && !sees(task),
    isSecret: (task) => sight.isSecret(task) || !tellable(task),
  };
}

/** Those sources that one may name: those it may see, and those of `tasks`, which it sees. */
export async function sourcesFor(
  run: ParkContext,
  { seesSource }: Pick<TaskSight, 'seesSource'>,
  tasks: readonly Placed[],
): Promise<readonly Source[]> {
  const sources = await run.sources();
  const own = new Set(
    tasks.filter((task) => isRestricted(task, sources)).flatMap((task) => sourceIdsOf(task)),
  );
  return sources.filter((source) => seesSource(source) || own.has(source.id));
}

/**
 * Which tasks a message to `contact` may tell of: those it may see; what is restricted only on a channel
 * that nobody else reads.
 */
export async function tellableTo(run: ParkContext, contact: Contact): Promise<TaskSight['sees']> {
  const sources = await run.sourceRecords();
  const channel = channelOf(contact, run.ports.outlets);
  const isAlone = channel === undefined || !isShared(channel);
  return (task) =>
    !isRestricted(task, sources) || (isAlone && maySee(contact, task, sources, run.directory));
}
