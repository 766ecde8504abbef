import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { Digest } from '../../functions/domain/messages/digest.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { isInHorizon } from '../../functions/flows/context/slots.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { aTask, day } from '../support/builders.ts';
import { type Call, type FaultPlan, faulty } from '../support/faults.ts';
import { contactId, taskId } from '../support/ids.ts';
import { changeTask, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** Three working mornings of late June 2022, a Wednesday to a Friday. */
const MORNINGS = ['2022-06-22', '2022-06-23', '2022-06-24'] as const;

/** Five contacts; the park has no principal leader, so that what is meant for him goes to the office. */
const contacts: readonly Contact[] = [
  {
    id: contactId('owner-a'),
    unit: '安环局',
    post: '安环局责任人',
    role: 'owner',
    channels: ['wecom'],
  },
  {
    id: contactId('owner-b'),
    unit: '招商局',
    post: '招商局责任人',
    role: 'owner',
    channels: ['wecom'],
  },
  {
    id: contactId('head'),
    unit: '安环局',
    post: '两局负责人',
    role: 'unitHead',
    covers: ['安环局', '招商局'],
    channels: ['wecom'],
  },
  {
    id: contactId('leader'),
    unit: '管委会',
    post: '分管领导',
    role: 'responsibleLeader',
    covers: ['安环局', '招商局'],
    channels: ['wecom'],
  },
  { id: contactId('office'), unit: '园区办', post: '园区办', role: 'office', channels: ['wecom'] },
];

/** Thirty tasks that lie all along their ladders on the three mornings, two of them to be moved. */
const tasks: readonly Task[] = Array.from({ length: 30 }, (_, number) =>
  aTask({
    id: `t-${String(number).padStart(2, '0')}`,
    title: `第${number}项工作`,
    leadUnit: number % 3 === 0 ? '招商局' : '安环局',
    due: day('2022-06-10').add({ days: number }),
  }),
);

/** Due 30 June: before-7 on the second morning. */
const REASSIGNED = 't-20';
/** Due 24 June: before-1 on the second morning. */
const REDATED = 't-14';
/** Due 26 June: before-3 on the second morning. */
const CLOSED = 't-16';
const MOVED = [REASSIGNED, REDATED, CLOSED];

/** What the office and others do on the second morning, between the opening of the digests and their sending. */
async function moveSome(ports: Ports): Promise<void> {
  const move = (task: string, what: Parameters<typeof changeTask>[1]): Promise<unknown> => {
    const by = what.act === 'submit' ? 'owner-a' : 'office';
    return changeTask(
      { park: 'linxiang', task: taskId(task), by, why: '', via: '测试' },
      what,
      ports,
    );
  };
  await move(REASSIGNED, { act: 'reassign', leadUnit: '招商局' });
  await move(REDATED, { act: 'redate', due: day('2022-08-31') });
  await move(CLOSED, { act: 'submit' });
  await move(CLOSED, { act: 'verify' });
}

/** The park on the eve of the stretch, with pages, and an index that lags and repeats. */
async function eve(): Promise<World> {
  const LAG = 3;
  const world = newWorld(LAG);
  world.goTo('2022-06-21 12:00');
  await settleIn(world, tasks, contacts);
  world.pages.at = 'https://park.example';
  return world;
}

/** How one morning's wake is run. */
export type Morning = (ports: Ports, morning: string) => Promise<void>;

/**
 * Lives the three mornings with `morning` in the place of the wake; after each the clock moves past
 * the lease, and past the hour that a lost answer waits, and the sweep runs. A fault plan is asked at
 * every outside call of the wakes.
 */
export async function live(
  plan: FaultPlan = () => undefined,
  morning: Morning = oneWake,
): Promise<World> {
  const world = await eve();
  let calls = 0;
  for (const today of MORNINGS) {
    world.goTo(`${today} 08:00`);
    let isMoved = today !== MORNINGS[1];
    const ports = faulty(world.ports, async ({ name, args }: Call) => {
      calls += 1;
      if (!isMoved && isClaim(name, args)) {
        isMoved = true;
        await moveSome(world.ports);
      }
      return plan({ number: calls, name, args });
    });
    await morning(ports, today);
    if (!isMoved) await moveSome(world.ports);
    for (const time of ['08:30', '09:30']) {
      world.goTo(`${today} ${time}`);
      await sweep(world.ports);
    }
  }
  return world;
}

/** One wake; that it failed shows in what the sweep then has to do. */
const oneWake: Morning = async (ports) => {
  await wake('linxiang', ports).catch(() => undefined);
};

const isClaim = (name: string, args: readonly unknown[]): boolean =>
  name === 'ledger.write' && (args[0] as Digest).state === 'sending';

/** Everything that must hold after the stretch, whatever went wrong in it: one line for each breach. */
export function breaches(world: World, expected: World, mayRepeat: boolean): readonly string[] {
  return [
    ...sameNotices(world, expected),
    ...(mayRepeat ? [] : repeated(world)),
    ...movedWrongly(world),
    ...world.messages.flatMap(({ contact, digests }) =>
      digests.every(({ keys }) => keys.length > 0) ? [] : [`an empty digest to ${contact}`],
    ),
    ...world
      .waking()
      .filter(({ wakeAt }) => isInHorizon(wakeAt, world.now()))
      .filter(({ park, wakeAt }) => !world.slots.has(`${park} ${wakeAt.toString()}`))
      .map(({ ref, wakeAt }) => `no slot for ${JSON.stringify(ref)} at ${wakeAt.toString()}`),
    ...world
      .digests()
      .filter(({ state }) => state === 'open' || state === 'sending')
      .map((digest) => `digest ${digest.day.toString()} ${digest.post} is still ${digest.state}`),
  ];
}

/** The (task, rung, post, due) of tasks that nobody moved, told to whom, and what the office hears. */
function unmoved(world: World): ReadonlySet<string> {
  const told = world.deliveries.filter(({ key }) => !MOVED.some((id) => key.startsWith(`${id}/`)));
  return new Set(told.map(({ key, contact }) => `${key} to ${contact}`));
}

function sameNotices(world: World, expected: World): readonly string[] {
  const [had, wanted] = [unmoved(world), unmoved(expected)];
  return [
    ...[...wanted].filter((key) => !had.has(key)).map((key) => `lost: ${key}`),
    ...[...had].filter((key) => !wanted.has(key)).map((key) => `unexpected: ${key}`),
  ];
}

/** Counted by digest id and key: once each, and no key in two digests. */
function repeated(world: World): readonly string[] {
  const byKey = Map.groupBy(world.deliveries, ({ key }) => key);
  return [...byKey].flatMap(([key, all]) =>
    all.length === 1 ? [] : [`told ${all.length} times: ${key}`],
  );
}

const isRuling = (key: string): boolean => key.includes('/ruling-');

function movedWrongly(world: World): readonly string[] {
  const since = (id: string): readonly string[] =>
    world.deliveries
      .filter(({ key, at }) => key.startsWith(`${id}/`) && at >= `${MORNINGS[1]}T00:00`)
      .map(({ key }) => key);
  const told = (id: string): readonly string[] => since(id).filter((key) => !isRuling(key));
  const reassigned = told(REASSIGNED);
  return [
    ...MOVED.filter((id) => !since(id).some(isRuling)).map((id) => `decided, and not told: ${id}`),
    ...told(CLOSED).map((key) => `closed, and told: ${key}`),
    ...told(REDATED).map((key) => `re-dated, and told: ${key}`),
    ...reassigned
      .filter((key) => !key.includes('@招商局'))
      .map((key) => `reassigned, and told: ${key}`),
    ...(reassigned.length === 0 ? ['the new post was not told'] : []),
  ];
}
