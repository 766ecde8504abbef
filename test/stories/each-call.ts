import { nextSendInstant } from '../../functions/domain/policy/hours.ts';
import type { Subscribing } from '../../functions/flows/contacts/subscribe-contacts.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { rules } from '../support/builders.ts';
import { type Call, type FaultMode, faulty, isBetweenPublishAndMark } from '../support/faults.ts';
import { type FakeTopic, fakeTopic } from '../support/topic.ts';
import type { World } from '../support/world.ts';
import { differences, type End, endOf } from './park-end.ts';

/** Something that is done in a park. */
export type Deed = {
  readonly what: string;
  /** The park before it. */
  readonly park: () => Promise<World>;
  /** What the topic was asked before it, and what its holders did. */
  readonly topic?: (topic: FakeTopic, world: World) => Promise<unknown>;
  readonly act: (ports: Ports & Subscribing, world: World) => Promise<unknown>;
  /**
   * How what was cut short comes to its end. whole: it was done, or nothing was, and who was told that
   * it failed may do it again; again: who was told that it failed does it again; swept: the sweep does
   * the rest of a run.
   */
  readonly end: 'whole' | 'again' | 'swept';
  /** How it may be refused when it is done again, because it was done before. */
  readonly isDoneAlready?: RegExp;
};

const MODES: readonly FaultMode[] = ['throws', 'losesAnswer', 'diesBefore', 'diesAfter'];

/**
 * Does `deed` with every fault at every one of its outside calls. After each, time passes, the sweep
 * runs, and all must be as it is where nothing goes wrong, with nothing told twice.
 *
 * @returns one line for each thing that is not.
 */
export async function tried(deed: Deed): Promise<readonly string[]> {
  const calls: Call[] = [];
  const expected = await lived(deed, (call) => void calls.push(call));
  const untouched = await lived({ ...deed, act: async () => {} }, () => undefined);
  const found = [...expected.wrong, ...expected.twice].map((line) => `without a fault: ${line}`);
  for (const mode of MODES) {
    for (const call of calls) {
      const plan: Plan = ({ number }) => (number === call.number ? mode : undefined);
      const mayRepeat = isBetweenPublishAndMark(call, mode);
      const end = await lived(deed, plan, deed.end !== 'swept');
      const lines = differences(end, expected, mayRepeat);
      if (deed.end === 'whole') {
        const left = await lived(deed, plan);
        const halves = [expected, untouched].map((whole) => differences(left, whole, mayRepeat));
        if (halves.every(({ length }) => length > 0)) lines.push(`half done: ${halves[0]?.join()}`);
      }
      found.push(...lines.map((line) => `${mode} ${call.number} ${call.name}: ${line}`));
    }
  }
  return found;
}

/** The names of the outside calls that `deed` makes where nothing goes wrong. */
export async function callsIn(deed: Deed): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  await lived(deed, ({ name }) => void names.add(name));
  return names;
}

type Plan = (call: Call) => FaultMode | undefined | void;

async function lived(deed: Deed, plan: Plan, isRepeated = false): Promise<End> {
  const world = await deed.park();
  const topic = fakeTopic();
  const ports = { ...world.ports, subscribers: topic.subscribers, book: topic.book };
  await deed.topic?.(topic, world);
  const isDone = await deed
    .act(
      faulty(ports, (call) => plan(call) ?? undefined),
      world,
    )
    .then(
      () => true,
      () => false,
    );
  const refusals = isRepeated && !isDone ? await repeated(deed, ports, world) : [];
  await timePasses(world);
  const end = await endOf(world, topic);
  return { ...end, wrong: [...refusals, ...end.wrong] };
}

/** Does a deed again, as anyone who was told that it failed; returns why that was refused, if it was. */
const repeated = (
  { act, isDoneAlready }: Deed,
  ports: Ports & Subscribing,
  world: World,
): Promise<readonly string[]> =>
  act(ports, world).then(
    () => [],
    (fault: unknown) =>
      isDoneAlready?.test(String(fault)) ? [] : [`refused when done again: ${String(fault)}`],
  );

/** The rest of the day and the next working morning, with a sweep past each lease and each lost answer's hour. */
async function timePasses(world: World): Promise<void> {
  const now = world.now();
  const next = nextSendInstant(now, rules);
  for (const instant of [
    now.add({ minutes: 30 }),
    now.add({ minutes: 90 }),
    next.add({ minutes: 15 }),
    next.add({ minutes: 30 }),
  ]) {
    const local = instant.toZonedDateTimeISO(rules.timeZone).toPlainDateTime();
    world.goTo(local.toString({ smallestUnit: 'minute' }).replace('T', ' '));
    await sweep(world.ports);
  }
}
