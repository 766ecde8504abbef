import type { Move } from '../../functions/domain/tasks/move.ts';
import { day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, signForAll } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { live } from './climbing.ts';
import { act, aNode, close, divide, divided, reporting } from './dividing.ts';
import type { Deed } from './each-call.ts';

/** The park at ten on the day after the node 可研 fell due: its owner was told and has not signed. */
async function parkWithNodes(): Promise<World> {
  const world = await divided();
  await live(world, '2022-06-02', '2022-06-10', () => signForAll('linxiang', null, world.ports));
  await live(world, '2022-06-13', '2022-06-13');
  world.goTo('2022-06-13 10:00');
  return world;
}

type Step = {
  readonly what: string;
  readonly by: string;
  readonly move: Move;
  readonly number?: number;
  readonly before?: (world: World) => Promise<unknown>;
};

const suspend = { act: 'suspend' } as const;
const submit = { act: 'submit' } as const;
const verify = { act: 'verify' } as const;

const steps: readonly Step[] = [
  { what: 'a node is reported on', by: 'owner-0', number: 1, move: reporting(60) },
  { what: 'a node is reported done', by: 'owner-0', number: 1, move: submit },
  {
    what: 'the last node is closed',
    by: 'office',
    number: 3,
    move: verify,
    before: async (world) => {
      await close(world, 1);
      await close(world, 2, 'owner-1');
      await act(world, 'owner-0', submit, { number: 3 });
    },
  },
  {
    what: 'the next node is closed',
    by: 'office',
    number: 1,
    move: verify,
    before: (world) => act(world, 'owner-0', submit, { number: 1 }),
  },
  {
    what: 'a node is re-dated',
    by: 'office',
    number: 1,
    move: { act: 'redate', due: day('2022-06-24') },
  },
  { what: 'the work is suspended', by: 'office', move: suspend },
  {
    what: 'the work is resumed',
    by: 'office',
    move: { act: 'resume' },
    before: (world) => act(world, 'office', suspend),
  },
  { what: 'the work is reported done', by: 'owner-0', move: submit },
  {
    what: 'the work is returned',
    by: 'office',
    move: { act: 'return' },
    before: (world) => act(world, 'owner-0', submit),
  },
  {
    what: 'the work is closed',
    by: 'office',
    move: verify,
    before: (world) => act(world, 'owner-0', submit),
  },
  { what: 'the work is withdrawn', by: 'office', move: { act: 'withdraw' } },
  { what: 'the work is reassigned', by: 'office', move: { act: 'reassign', leadUnit: '招商局' } },
];

const deedOf = ({ what, by, move, number, before }: Step): Deed => ({
  what,
  park: async () => {
    const world = await parkWithNodes();
    await before?.(world);
    return world;
  },
  act: (ports) => {
    const task = taskId(number === undefined ? 'lx22-071' : `lx22-071.n${number}`);
    return changeTask(
      { park: 'linxiang', task, by, why: '说明', via: '网页', key: 'form' },
      move,
      ports,
    );
  },
  end: 'whole',
});

/** All that is done with a work and its nodes, and so touches several records. */
export const nodeDeeds: readonly Deed[] = [
  ...steps.map(deedOf),
  {
    what: 'a work is divided',
    park: parkWithNodes,
    act: (ports) =>
      divide(ports, [aNode('竣工', '2022-06-22'), aNode('投用', '2022-06-27')], {
        why: '说明',
        key: 'form',
      }),
    end: 'whole',
  },
];
