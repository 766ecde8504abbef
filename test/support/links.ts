import type { StoredTask } from '../../functions/flows/ports.ts';
import { openLink } from '../../functions/flows/tasks/open-link.ts';
import { aTask, contactsOf, day } from './builders.ts';
import { taskId } from './ids.ts';
import { changeTask, wake } from './requests.ts';
import { newWorld, settleIn, type World } from './world.ts';

/** Where the pages are that the links lead to. */
export const PAGES = 'https://park.example';

/** A park with pages whose platform fell due on 30 June, of which nothing is told before the morning after. */
export async function overdue(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-30 18:30');
  const accepted = aTask({ id: 'lx22-090', due: day('2022-07-04') });
  const silent = { due: day('2022-06-30'), silentThrough: day('2022-07-01') };
  const foreign = aTask({ ...silent, id: 'lx22-100', leadUnit: '招商局' });
  await settleIn(world, [aTask(silent), accepted, foreign], contactsOf('安环局', '招商局'));
  world.pages.at = PAGES;
  world.goTo('2022-07-01 08:00');
  return world;
}

/** The code that the last message to `contact` carries. */
export function codeTo(world: World, contact: string): string {
  const text = world.messages.findLast((message) => message.contact === contact)?.text ?? '';
  return /park\.example\/a\/(\w+)/.exec(text)?.[1] ?? '';
}

/** {@link overdue}, with that morning's messages sent. */
export async function told(): Promise<World> {
  const world = await overdue();
  await wake('linxiang', world.ports);
  return world;
}

/** The ids of what the link's contact can answer, and of what has gone to others. */
export async function shownBy(
  world: World,
  code: string,
): Promise<readonly [string[], readonly string[]]> {
  const opened = await openLink(code, world.ports);
  if (opened.state !== 'valid') throw new Error(`the link is ${opened.state}`);
  return [opened.items.map(({ stored }) => stored.task.id), opened.passedOn];
}

/** The office hands `task` to another unit. */
export const reassign = (world: World, task: string, leadUnit: string): Promise<StoredTask> =>
  changeTask(
    { park: 'linxiang', task: taskId(task), by: 'office', why: '职责调整', via: '测试' },
    { act: 'reassign', leadUnit },
    world.ports,
  );

/** Keys of the notices that were signed for. */
export const signedKeys = (world: World): readonly string[] =>
  world.digests().flatMap(({ answers }) => answers.flatMap((a) => (a.signedAt ? [a.key] : [])));

/** A report that the forms of the tests send. */
export const report = { act: 'report', progress: 85, note: '验收资料未齐', evidence: [] } as const;
