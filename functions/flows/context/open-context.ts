import { DamagedRecord, isReadable } from '../../domain/base/faults.ts';
import { directoryIn } from '../../domain/contacts/directory-record.ts';
import { withDueMoves } from '../../domain/contacts/units.ts';
import { type Source, sourceOfPlan } from '../../domain/sources/source.ts';
import { unreadableSource } from '../../domain/sources/unreadable-source.ts';
import type { Lists } from '../../domain/targets/project-list.ts';
import { dependentsIn } from '../../domain/tasks/dependency.ts';
import type { Ports } from '../ports.ts';
import { noteDamage } from './damaged.ts';
import { type ParkContext, readableOn, rulesOf } from './park-context.ts';
import { underNamesNow } from './present-names.ts';
import type { RunReport } from './run-report.ts';
import { slotsOf } from './slots.ts';

/**
 * Opens the context of the park called `id`.
 *
 * @throws {UnknownPark}
 */
export async function openContext(id: string, ports: Ports): Promise<ParkContext> {
  const now = ports.now();
  const park = await ports.register.park(id);
  const { value: stored } = await ports.register.directory(id);
  const report = newReport(stored.damaged.map(({ key }) => key));
  if (park.holidays instanceof DamagedRecord) noteDamage({ report }, park.holidays);
  const record = withDueMoves(stored, now);
  const directory = directoryIn(record);
  const run: ParkContext = {
    park,
    rules: rulesOf(park, ports),
    directory,
    contacts: record.contacts,
    unitMoves: record.unitMoves,
    now,
    slots: slotsOf(ports.clock, now),
    holder: ports.newId(),
    ports: underNamesNow(ports, directory),
    storedPorts: ports,
    opened: new Set(),
    report,
    steps: once(() => readableOn(run, ports.collections.steps)),
    subscriptions: once(async () => (await ports.book.all(id)).filter(isReadable)),
    years: once(() => readableOn(run, ports.collections.years)),
    lists: once(() => listsOf(run)),
    sources: once(() => sourcesOf(run)),
    sourceRecords: once(() => sourceRecordsOf(run)),
    waiting: once(() => waitingOf(run)),
  };
  return run;
}

const newReport = (damaged: string[]): RunReport => ({
  decided: 0,
  sent: 0,
  failed: [],
  unreached: [],
  untaken: [],
  damaged,
  faults: [],
});

/** `run`'s park as it is now, where a flow has to see what was changed since its context was opened. */
export const refreshed = ({
  park,
  ports,
}: Pick<ParkContext, 'park' | 'ports'>): Promise<ParkContext> => openContext(park.id, ports);

/** Memoizes `reading`. */
function once<Read>(reading: () => Promise<Read>): () => Promise<Read> {
  let read: Promise<Read> | undefined;
  return () => {
    read ??= reading();
    return read;
  };
}

/** Those that wait for another task; what cannot be read is left to who reads it itself. */
const waitingOf = async ({ ports, park }: ParkContext): ReturnType<ParkContext['waiting']> =>
  dependentsIn(
    (await Array.fromAsync(ports.register.tasks(park.id)))
      .filter(isReadable)
      .map(({ task }) => task),
  );

/** The lists of the park, as far as they can be read. */
const listsOf = async (run: ParkContext): Promise<Lists> => ({
  projects: await readableOn(run, run.ports.collections.projects),
  enterprises: await readableOn(run, run.ports.collections.enterprises),
});

/**
 * The sources that have a record, with the posts that may read them under their present names; a damaged
 * one is restricted meanwhile.
 */
async function sourceRecordsOf(run: ParkContext): Promise<readonly Source[]> {
  const { park, ports } = run;
  const all = await ports.collections.sources.all(park.id);
  const kept = all.flatMap((each) => {
    if (isReadable(each)) return each.value;
    noteDamage(run, each);
    return unreadableSource(each.key, park.id) ?? [];
  });
  const { hasFormerNames, postNow } = run.directory;
  if (!hasFormerNames) return kept;
  return kept.map((each) => ({ ...each, readers: each.readers?.map(postNow) ?? null }));
}

/** The sources that can be read, with the plans that were stored before sources were records. */
async function sourcesOf(run: ParkContext): Promise<readonly Source[]> {
  const kept = await run.sourceRecords();
  const plans = await run.ports.register.oldPlans(run.park.id);
  const old = plans.map(sourceOfPlan).filter(({ id }) => kept.every((each) => each.id !== id));
  return [...old, ...kept].toSorted((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
}
