import {
  isWorkingDay,
  stateCouncilCalendar,
} from '../../functions/domain/calendar/working-calendar.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { aTask, contactsOf, day, deadlinesOnly } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask, wake } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';

/** A report of an owner who is well on his way. */
export const report: Move = { act: 'report', progress: 60, note: '主体完工', evidence: [] };
export const ask: Move = { act: 'requestExtension', due: day('2022-07-10'), why: '设备未到' };
export const disown: Move = { act: 'disown', why: '由环保分局建设' };

/** The park on Friday 24 June, before the before-3 notice of the June 30 platform. */
export async function park(
  over: Parameters<typeof aTask>[0] = {},
  policy: Policy = deadlinesOnly,
  contacts: readonly Contact[] = contactsOf('安环局', '招商局'),
): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-24 12:00');
  await settleIn(world, [aTask(over)], contacts, policy);
  return world;
}

/** Lives the working mornings from one day to another, both included. */
export async function live(
  world: World,
  from: string,
  to: string,
  after: (today: string) => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (let today = day(from); today.since(day(to)).sign <= 0; today = today.add({ days: 1 })) {
    if (!isWorkingDay(today, stateCouncilCalendar)) continue;
    world.goTo(`${today.toString()} 08:00`);
    await wake('linxiang', world.ports);
    await after(today.toString());
  }
}

/** The park's task is moved. */
export const move = (world: World, by: string, what: Move): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId('lx22-071'), by, why: '说明', via: '测试' },
    what,
    world.ports,
  );

/** Every line that tells of the owner's silence: `day receiver: line`. */
export const told = (world: World): readonly string[] =>
  world.messages.flatMap(({ text, contact, digests }) => {
    const line = text.split('\n').find((each) => each.startsWith('督办：'));
    const on = world.deliveries.find(({ digest }) => digest === digests[0]?.id)?.at.slice(5, 10);
    return line === undefined ? [] : [`${on} ${contact}: ${line.slice('督办：'.length)}`];
  });

/** How a silence from the before-3 notice on begins. */
export const SILENT = '6月27日（周一）起责任人没有签收，也没有反馈';
