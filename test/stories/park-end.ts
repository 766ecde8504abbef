import { DamagedRecord } from '../../functions/domain/base/faults.ts';
import type { Change } from '../../functions/domain/contacts/change.ts';
import { noticeKey } from '../../functions/domain/deadlines/notice.ts';
import { isInHorizon } from '../../functions/flows/context/slots.ts';
import type { FakeTopic } from '../support/topic.ts';
import type { World } from '../support/world.ts';
import { codeIn, PARK } from './desk.ts';

/** How a park ended: everything that it holds, by name, and what is wrong whatever it holds. */
export type End = {
  readonly state: ReadonlyMap<string, string>;
  readonly wrong: readonly string[];
  readonly twice: readonly string[];
};

/** How `end` differs from how it should be, one line each. */
export function differences(end: End, expected: End, mayRepeat: boolean): string[] {
  const names = new Set([...end.state.keys(), ...expected.state.keys()]);
  return [
    ...end.wrong,
    ...(mayRepeat ? [] : end.twice),
    ...[...names].flatMap((name) => {
      const [is = '', should = ''] = [end.state.get(name), expected.state.get(name)];
      return is === should ? [] : [`${name}: ${unlike(is, should)}`];
    }),
  ];
}

/** The place where two texts part, with what stands around it in each. */
function unlike(is: string, should: string): string {
  let at = 0;
  while (at < is.length && is[at] === should[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return `${around(is)} ≠ ${around(should)}`;
}

const AROUND = 60;

/** All that is to be compared of a park when time has passed. */
export async function endOf(world: World, topic: FakeTopic): Promise<End> {
  const byKey = Map.groupBy(world.deliveries, ({ key, contact }) => `${key} to ${contact}`);
  const waking = world.waking().filter(({ wakeAt }) => isInHorizon(wakeAt, world.now()));
  return {
    state: new Map([
      ...(await tasksOf(world)),
      ...(await booksOf(world)),
      ...(await settingsOf(world)),
      ...noticesOf(world),
      ...[...byKey.keys()].map((name) => [`told ${name}`, 'yes'] as const),
      ...[...topic.listed.values()].map((each) => [`topic ${each.endpoint}`, said(each)] as const),
      ...(await topic.book.all(PARK)).map((each) =>
        each instanceof DamagedRecord
          ? ([`damaged ${each.key}`, 'yes'] as const)
          : ([`subscription ${each.endpoint}`, said({ ...each, askedAt: null })] as const),
      ),
    ]),
    wrong: [
      ...waking
        .filter(({ park, wakeAt }) => !world.slots.has(`${park} ${wakeAt.toString()}`))
        .map(({ ref, wakeAt }) => `no slot for ${JSON.stringify(ref)} at ${wakeAt.toString()}`),
      ...(await wrongLinks(world)),
    ],
    twice: [...byKey].flatMap(([name, all]) => (all.length > 1 ? [`told twice: ${name}`] : [])),
  };
}

/** Anyone who received a message can answer all that it told under its link, also after it was sent again. */
async function wrongLinks({ messages, links }: World): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { contact, text, digests } of messages) {
    const code = codeIn(text);
    const link = code === '' ? undefined : await links.read(code);
    if (code !== '' && link?.contact !== contact)
      wrong.push(`the link to ${contact} is not theirs`);
    const lost = digests.filter(({ id }) => link && !link.digests.includes(id));
    wrong.push(...lost.map(({ id }) => `the link to ${contact} knows nothing of ${id}`));
  }
  return wrong;
}

type Lines = readonly (readonly [string, string])[];

const said = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));

/** A change without what differs from try to try. */
const changes = (history: readonly Change[]): unknown =>
  history.map((change) => ({ ...change, id: null, at: null }));

async function tasksOf({ register }: World): Promise<Lines> {
  const lines: (readonly [string, string])[] = [];
  for await (const each of register.tasks(PARK)) {
    if (!('task' in each)) continue;
    const { task, heard, wakeAt } = each;
    const history = changes(await register.history(PARK, task.id));
    lines.push([`task ${task.id}`, said({ task, heard, wakeAt, history })]);
  }
  return lines;
}

async function booksOf({ collections }: World): Promise<Lines> {
  const lines: (readonly [string, string])[] = [];
  for (const [name, collection] of Object.entries(collections)) {
    for (const kept of await collection.all(PARK)) {
      if (!('value' in kept)) continue;
      const history = changes(await collection.history(PARK, kept.value.id));
      lines.push([`${name} ${kept.value.id}`, said({ value: kept.value, history })]);
    }
  }
  return lines;
}

async function settingsOf({ register }: World): Promise<Lines> {
  const [id = ''] = await register.parks();
  if (id === '') return [];
  const watch = await register.watch(id);
  const { contacts, damaged, holders } = (await register.directory(id)).value;
  return [
    ['park', said(await register.park(id))],
    ['watch', said({ ...watch?.value, repaired: null, damaged: null })],
    ['directory', said({ damaged, holders })],
    ...contacts.map((each) => [`contact ${each.id}`, said(each)] as const),
  ];
}

/** What became of each notice and of its answer; not when, in which message and under which code. */
const noticesOf = (world: World): Lines =>
  world.digests().flatMap(({ state, notices, dropped, contact, insteadOf, answers }) =>
    notices.map(noticeKey).map((key) => {
      const answer = answers.find((each) => each.key === key);
      const isAnswered = answer && { since: null, signedAt: answer.signedAt !== null };
      const isDropped = dropped.includes(key);
      const told = { state, isDropped, contact, insteadOf, answer: { ...answer, ...isAnswered } };
      return [`notice ${key}`, said(told)] as const;
    }),
  );
