import { isReadable } from '../../domain/base/faults.ts';
import { directoryIn } from '../../domain/contacts/directory-record.ts';
import type { Lists } from '../../domain/targets/project-list.ts';
import type { Ports } from '../ports.ts';
import { type ParkContext, readableOn, rulesOf } from './park-context.ts';
import { slotsOf } from './slots.ts';

/**
 * Opens the context of the park called `id`.
 *
 * @throws {UnknownPark}
 */
export async function openContext(id: string, needs: Ports): Promise<ParkContext> {
  const now = needs.now();
  const park = await needs.register.park(id);
  const { value: record } = await needs.register.directory(id);
  const damaged = record.damaged.map(({ key }) => key);
  const run: ParkContext = {
    park,
    rules: rulesOf(park, needs),
    directory: directoryIn(record),
    contacts: record.contacts,
    now,
    slots: slotsOf(needs.clock, now),
    holder: needs.newId(),
    needs,
    opened: new Set(),
    report: { decided: 0, sent: 0, failed: [], unreached: [], untaken: [], damaged, faults: [] },
    steps: once(() => readableOn(run, needs.books.steps)),
    subscriptions: once(async () => (await needs.book.all(id)).filter(isReadable)),
    lists: once(() => listsOf(run)),
  };
  return run;
}

/** `run`'s park as it is now, where a flow has to see what was changed since its context was opened. */
export const refreshed = ({
  park,
  needs,
}: Pick<ParkContext, 'park' | 'needs'>): Promise<ParkContext> => openContext(park.id, needs);

/** Memoizes `reading`. */
function once<Read>(reading: () => Promise<Read>): () => Promise<Read> {
  let read: Promise<Read> | undefined;
  return () => {
    read ??= reading();
    return read;
  };
}

/** The lists of the park, as far as they can be read. */
const listsOf = async (run: ParkContext): Promise<Lists> => ({
  projects: await readableOn(run, run.needs.books.projects),
  enterprises: await readableOn(run, run.needs.books.enterprises),
});
