import { ContactId } from '../../functions/domain/base/ids.ts';
import type { UnitMove } from '../../functions/domain/contacts/unit-move.ts';
import { UnitWish } from '../../functions/domain/contacts/unit-wish.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { renameUnit } from '../../functions/flows/contacts/rename-unit.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { finishUnitMoves } from '../../functions/flows/wake/finish-unit-moves.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** The unit, and what it is called by the reform of institutions. */
export const OLD = '规划建设局';
export const NEW = '自然资源和建设局';

/** Three works of the unit with rungs on different days, one that it supports, and one of another unit. */
const TASKS: readonly Task[] = [
  aTask({ id: 'lx22-001', title: '建成双电源', leadUnit: OLD, due: day('2022-06-20') }),
  aTask({ id: 'lx22-002', title: '建成南路', leadUnit: OLD, due: day('2022-06-30') }),
  aTask({ id: 'lx22-003', title: '建成北路', leadUnit: OLD, due: day('2022-07-08') }),
  aTask({
    id: 'lx22-004',
    title: '完成普查',
    leadUnit: '安环局',
    supportingUnits: [OLD],
    due: day('2022-07-01'),
  }),
  aTask({ id: 'lx22-005', title: '建成旧桥', leadUnit: OLD, status: 'closed' }),
];

/** A park on the morning of 13 June, with a contact for each post of `units`. */
export async function parkOf(...units: readonly string[]): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-13 07:00');
  await settleIn(world, TASKS, contactsOf(OLD, ...units));
  return world;
}

const HEADS = { owner: 'owner-1', unitHead: 'head-1' };

/** Asks for the move as the office, without finishing it. */
export async function askRenaming(
  ports: Ports,
  over: Readonly<Partial<Record<'unit' | 'to' | 'on' | 'key', string>>> & {
    readonly heads?: Readonly<Record<string, string>>;
  } = {},
): Promise<UnitMove> {
  const { key, heads = {}, ...said } = over;
  const chosen = Object.fromEntries(
    Object.entries(heads).map(([role, id]) => [role, ContactId.parse(id)]),
  );
  const wish = {
    unit: OLD,
    to: NEW,
    on: '2022-06-22',
    why: '机构改革方案',
    heads: chosen,
    ...said,
  };
  const run = await openContext('linxiang', ports);
  const request = { park: 'linxiang', by: 'office', via: '网页', ...(key && { key }) };
  return renameUnit(run, request, UnitWish.parse(wish));
}

/** The same, and what follows from it in the same request, as the page does. */
export async function renamed(
  ports: Ports,
  over: Parameters<typeof askRenaming>[1] = {},
): Promise<void> {
  await askRenaming(ports, over);
  await finishUnitMoves(await openContext('linxiang', ports));
}

/** Merges the unit into 安环局, whose contacts keep their posts unless others are chosen. */
export const merged = (
  ports: Ports,
  heads: Readonly<Record<string, string>> = HEADS,
  key?: string,
): Promise<void> => renamed(ports, { to: '安环局', heads, ...(key !== undefined && { key }) });

/** Wakes the park at 08:00, 10:00 and 16:00 of every day from `first` to `last`. */
export async function live(world: World, first: string, last: string): Promise<void> {
  for (let each = day(first); each.until(day(last)).sign >= 0; each = each.add({ days: 1 })) {
    for (const time of ['08:00', '10:00', '16:00']) {
      world.goTo(`${each.toString()} ${time}`);
      await wake('linxiang', world.ports);
    }
  }
}

/** Notices about tasks: when, to whom, about what; without the post, whose name may have changed. */
export const toldOfTasks = (world: World): readonly string[] =>
  world.deliveries
    .filter(({ key }) => key.startsWith('lx22-'))
    .map(({ at, contact, key }) => `${at} ${contact} ${key.split('/').slice(0, 2).join(' ')}`);

/** The stored task under its own names. */
export const storedTask = async (world: World, id: string): Promise<Task | undefined> =>
  (await world.ports.register.task('linxiang', taskId(id)))?.task;
