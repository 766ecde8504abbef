import type { Contact } from '../../domain/contacts/contact.ts';
import { channelOf, isShared } from '../../domain/contacts/outlets.ts';
import type { Placed } from '../../domain/sources/place.ts';
import { isRestricted, sourceIdsOf } from '../../domain/sources/readers.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { OwnedTask } from '../../domain/tasks/owned.ts';
import { mayRead, maySee, maySeeSource } from '../../domain/tasks/read-permissions.ts';
import type { ParkContext } from './park-context.ts';

/** What one contact may see. Every page, file, call and message that shows tasks asks it. */
export type Sight = {
  readonly sees: (task: OwnedTask & Placed) => boolean;
  /** Whether a task is left out only because its source is restricted; such tasks are counted. */
  readonly isHidden: (task: OwnedTask & Placed) => boolean;
  /** Whether `task` is to be treated as if it were not there, whatever the role may do. */
  readonly isSecret: (task: OwnedTask & Placed) => boolean;
  readonly seesSource: (source: Pick<Source, 'readers'>) => boolean;
};

/** What `viewer` may see in the park of `run`. */
export async function sightOf(run: ParkContext, viewer: Contact): Promise<Sight> {
  const sources = await run.sources();
  const sees: Sight['sees'] = (task) => maySee(viewer, task, sources, run.directory);
  return {
    sees,
    isHidden: (task) => mayRead(viewer, task) && !sees(task),
    isSecret: (task) => isRestricted(task, sources) && !sees(task),
    seesSource: (source) => maySeeSource(viewer, source, run.directory),
  };
}

/** Those sources that `viewer` may name: the ones it may see, and those of `tasks`, which it sees. */
export async function sourcesFor(
  run: ParkContext,
  viewer: Contact,
  tasks: readonly Placed[],
): Promise<readonly Source[]> {
  const { seesSource } = await sightOf(run, viewer);
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
export async function tellableTo(run: ParkContext, contact: Contact): Promise<Sight['sees']> {
  const sources = await run.sources();
  const channel = channelOf(contact, run.ports.outlets);
  const isAlone = channel === undefined || !isShared(channel);
  return (task) =>
    !isRestricted(task, sources) || (isAlone && maySee(contact, task, sources, run.directory));
}
