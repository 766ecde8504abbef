import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { knownAt } from '../../functions/domain/targets/target.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { aReport, aStoredTask, aTask, at, contactsOf, day } from './builders.ts';
import { anActual, aTarget, dec } from './figures.ts';
import { codeTo, PAGES } from './links.ts';
import { wake } from './requests.ts';
import { newWorld, settleIn, type World } from './world.ts';

/** The unit whose owner's post is asked for all of it, and another one. */
const UNIT = '招商局';
const OTHER = '安环局';

/** Ids of what 招商局 is asked for in June, in the order of its form. */
export const ASKED = {
  sum: 'lx22-001',
  rank: 'lx22-002',
  series: 'lx22-003',
  late: 'lx22-013',
  near: 'lx22-012',
  open: 'lx22-011',
  duty: 'lx22-021',
  visits: 'lx22-022',
} as const;

const ofUnit = (id: string, title: string, over: Partial<Task>): Task =>
  aTask({ id, title, shortTitle: title.slice(0, 11), leadUnit: UNIT, quote: title, ...over });

const promise = { kind: 'target' as const, due: day('2022-12-31') };
const duty = { kind: 'standing' as const, due: null, duePrecision: 'none' as const };

const tasks: readonly Task[] = [
  ofUnit(ASKED.sum, '招商引资签约额', promise),
  ofUnit(ASKED.rank, '“三新”项目报送岳阳市排名', promise),
  ofUnit(ASKED.series, '新增规模工业企业', promise),
  ofUnit(ASKED.open, '建立招商奖励机制', {
    due: day('2022-09-30'),
    duePrecision: 'set',
    progress: 50,
    lastReport: aReport(at('2022-05-24 09:00'), {
      note: '初稿已成',
      progress: 50,
      period: day('2022-05-25'),
    }),
  }),
  ofUnit(ASKED.near, '引入第三方专业招商平台', { due: day('2022-06-24') }),
  ofUnit(ASKED.late, '向浙江派驻常驻招商人员', { due: day('2022-06-17') }),
  ofUnit(ASKED.duty, '重点紧盯海利', duty),
  ofUnit(ASKED.visits, '驻点招商', duty),
  aTask({ id: 'lx22-090', title: '落实河长制', leadUnit: OTHER, ...duty }),
];

const targets = [
  aTarget({
    id: ASKED.sum,
    name: '招商引资签约额',
    goal: dec('400'),
    actuals: [anActual(3, '70'), anActual(4, '108.3')],
  }),
  aTarget({
    id: ASKED.rank,
    name: '“三新”项目报送岳阳市排名',
    unit: '位',
    goal: dec('2'),
    comparator: 'rank-le',
    basis: 'perPeriod',
    actuals: [1, 2, 3, 4].map((month) => anActual(month, '3')),
  }),
  aTarget({
    id: ASKED.series,
    name: '新增规模工业企业',
    unit: '家',
    goal: dec('20'),
    basis: 'perPeriod',
    actuals: [anActual(1, '2'), anActual(2, '1'), anActual(3, '2')],
  }),
];

/** The park on the morning of 22 June 2022, when all of 招商局's is asked for 24 June, before it is told. */
async function returnsPark(vacant: readonly string[]): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-21 18:30');
  const contacts = contactsOf(UNIT, OTHER).filter(({ id }) => !vacant.includes(id));
  await settleIn(world, tasks, contacts, defaultPolicy);
  world.pages.at = PAGES;
  const { lastChange } = aStoredTask();
  for (const value of targets) {
    await world.ports.collections.targets.put(undefined, { value, version: 1, lastChange });
  }
  world.goTo('2022-06-22 08:00');
  return world;
}

/** {@link returnsPark} with that morning’s messages sent, and the path of the form of 招商局; the posts of `vacant` have no contact. */
export async function askedPark(
  vacant: readonly string[] = [],
): Promise<{ readonly world: World; readonly form: string }> {
  const world = await returnsPark(vacant);
  await wake('linxiang', world.ports);
  const receiver = vacant.includes('owner-0') ? 'office' : 'owner-0';
  return { world, form: `/a/${codeTo(world, receiver)}/returns` };
}

/** The task called `id` as it is now. */
export function taskOf(world: World, id: string): Task {
  const stored = world.stored(id);
  if (!stored) throw new Error(`${id} is gone`);
  return stored.task;
}

/** The figures of a target as they are known, by month. */
export async function figuresOf(
  world: World,
  id: string,
): Promise<Readonly<Record<number, string>>> {
  const target = await world.ports.collections.targets.find('linxiang', id);
  const known = target ? [...knownAt(target.value, world.now())] : [];
  return Object.fromEntries(known.map(([month, { value }]) => [month, value.toString()]));
}

/** What a reader reads of a page. */
export const plain = (page: string): string => page.replaceAll(/<[^>]+>/g, '');
