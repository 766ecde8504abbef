import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '../domain/contacts/contact.ts';
import { noOutlets, officeContact } from '../domain/contacts/outlets.ts';
import type { ParkFigures } from '../domain/funding/park-figures.ts';
import type { Task } from '../domain/tasks/task.ts';
import { enterContacts } from '../flows/contacts/enter-contacts.ts';
import { openContext } from '../flows/context/open-context.ts';
import type { Ports } from '../flows/ports.ts';
import { enterSource, type SourceWithText } from '../flows/sources/keep-source.ts';
import { enterFigures } from '../flows/targets/enter-figures.ts';
import { enterTasks } from '../flows/tasks/enter-tasks.ts';
import { openPark } from '../flows/tasks/open-park.ts';
import { watchPark } from '../flows/tasks/watch-park.ts';
import { TIME_ZONE } from './local-time.ts';
import { readSample, samplePark } from './sample.ts';
import { withSampleNodes } from './sample-nodes.ts';

/** The initial contents of a park. */
type Belongings = {
  readonly contacts: readonly Contact[];
  readonly tasks: readonly Task[];
  /** The document they were read from, and its text; null for none. */
  readonly source: SourceWithText | null;
  readonly figures: ParkFigures;
};

/** A park on this laptop. */
export type Residence = {
  readonly id: string;
  readonly name: string;
  /** Reads the initial contents as of `at`. */
  readonly belongings: (at: Temporal.Instant) => Promise<Belongings>;
  /** Divides some of the tasks into nodes, which come after them. */
  readonly divided?: typeof withSampleNodes;
};

/** The sample park. */
const sampleResidence: Residence = {
  id: samplePark.id,
  name: samplePark.name,
  belongings: async (at) => {
    const { source, text, ...others } = await readSample(at);
    return { ...others, source: { source, text } };
  },
  divided: withSampleNodes,
};

/** A park with an empty register and the office as its only contact. */
const emptyResidence: Residence = {
  id: 'live',
  name: '园区',
  belongings: async () => ({
    contacts: [officeContact(noOutlets)],
    tasks: [],
    figures: noFigures,
    source: null,
  }),
};

/** The park of a folder: the sample, or an empty one on the real clock. */
export const residenceOf = ({ isLive }: { readonly isLive: boolean }): Residence =>
  isLive ? emptyResidence : sampleResidence;

const noFigures: ParkFigures = {
  targets: [],
  projects: [],
  enterprises: [],
  instruments: [],
  steps: [],
};

/**
 * Opens the park of `residence` as of `at`. Existing records stay unchanged, so that it can run again
 * after an interruption.
 */
export async function moveIn(
  { id, belongings, divided }: Residence,
  at: Temporal.Instant,
  ports: Ports,
): Promise<void> {
  const { contacts, tasks, source, figures } = await belongings(at);
  await enterContacts(id, contacts, ports);
  const run = await openContext(id, ports);
  if (source) await enterSource(run, source);
  await enterTasks(run, (await divided?.(tasks, at, run.rules)) ?? tasks, at);
  await enterFigures(run, figures, at);
  await watchPark(run, tasks, at);
}

/** Stores the settings of the park. */
export const furnish = ({ id, name }: Residence, ports: Ports): Promise<void> =>
  openPark({ id, name, timeZone: TIME_ZONE }, ports);
