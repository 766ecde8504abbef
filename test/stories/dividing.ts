import type { Policy } from '../../functions/domain/policy/policy.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import type { NodeWish } from '../../functions/domain/tasks/node.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { aTask, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { postId, taskId } from '../support/ids.ts';
import { changeTask, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

const WORK = 'lx22-071';

/** A node as the office enters it. */
export const aNode = (
  title: string,
  due: string,
  { unit = '安环局', weight = null }: { unit?: string; weight?: number | null } = {},
): NodeWish => ({
  title,
  due: day(due),
  leadUnit: unit,
  owner: postId(`owner@${unit}`),
  weight,
});

/** Two nodes of the work's own unit and one of another. */
const threeNodes: readonly NodeWish[] = [
  aNode('可研', '2022-06-10'),
  aNode('开工', '2022-06-20', { unit: '招商局' }),
  aNode('验收', '2022-06-28', { weight: 2 }),
];

/** The office divides the work `lx22-071`. */
export const divide = (
  ports: Ports,
  nodes: readonly NodeWish[] = threeNodes,
  over: { why?: string; key?: string; by?: string } = {},
): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId(WORK), by: 'office', why: '', via: '网页', ...over },
    { act: 'nodes', nodes },
    ports,
  );

/** The park on 1 June, when the work due on 30 June was divided and its owners were told. */
export async function divided(
  policy: Policy = deadlinesOnly,
  nodes: readonly NodeWish[] = threeNodes,
  due = '2022-06-30',
): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-01 10:00');
  await settleIn(world, [aTask({ due: day(due) })], contactsOf('安环局', '招商局'), policy);
  await divide(world.ports, nodes);
  world.goTo('2022-06-01 10:10');
  await wake('linxiang', world.ports);
  return world;
}

/** A move of the work, or of the node of this number. */
export const act = (
  world: World,
  by: string,
  what: Move,
  { number, why = '说明' }: { number?: number; why?: string } = {},
): Promise<unknown> =>
  changeTask(
    {
      park: 'linxiang',
      task: taskId(number === undefined ? WORK : `${WORK}.n${number}`),
      by,
      why,
      via: '测试',
    },
    what,
    world.ports,
  );

/** The node of this number, or the work, as it is stored. */
export const stored = (world: World, number?: number): ReturnType<World['stored']> =>
  world.stored(number === undefined ? WORK : `${WORK}.n${number}`);

/** `day contact key` of all that was told, without the posts. */
export const keysTold = (world: World, of: string): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.startsWith(`${of}/`))
    .map(({ at, contact, key }) => `${at.slice(5, 10)} ${contact} ${key.split('/')[1] ?? ''}`);

/** The text of the last message to `contact`. */
export const lastTo = (world: World, contact: string): string =>
  world.messages.findLast((message) => message.contact === contact)?.text ?? '';

/** A report on a node. */
export const reporting = (progress: number | null, note = '推进'): Move => ({
  act: 'report',
  progress,
  note,
  evidence: [],
});

/** The node of this number is reported done and verified. */
export async function close(world: World, number: number, by = 'owner-0'): Promise<void> {
  await act(world, by, { act: 'submit' }, { number });
  await act(world, 'office', { act: 'verify' }, { number });
}
