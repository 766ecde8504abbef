import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import type { ClosingDecision } from '../../functions/domain/years/closing-choice.ts';
import type { YearClosing } from '../../functions/domain/years/closing-line.ts';
import type { YearRecord } from '../../functions/domain/years/year-record.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import type { BulkLine } from '../../functions/flows/tasks/bulk.ts';
import * as closing from '../../functions/flows/years/close-year.ts';
import { closingOf } from '../../functions/flows/years/closing-list.ts';
import { decideLines } from '../../functions/flows/years/decide-lines.ts';
import { aTask, contactsOf, day, deadlinesOnly } from './builders.ts';
import { anActual, aTarget } from './figures.ts';
import { taskId } from './ids.ts';
import { newWorld, settleIn, type World } from './world.ts';

const PARK = 'linxiang';

/** One open work, one that is done, one that is suspended and a target with figures through November. */
export const yearsTasks: readonly Task[] = [
  aTask({ id: 'a1', due: day('2022-12-15'), originalDue: day('2022-06-30') }),
  aTask({ id: 'a2', status: 'closed', progress: 100, doneOn: day('2022-06-30') }),
  aTask({ id: 'a3', status: 'suspended' }),
  aTask({ id: 't1', title: '技工贸总收入', kind: 'target', due: day('2022-12-31') }),
];

/** The park on Friday 6 January 2023, with `tasks` of 2022 and the figures of its target. */
export async function januaryPark(
  tasks: readonly Task[] = yearsTasks,
  through = 11,
  contacts: readonly Contact[] = contactsOf('安环局', '招商局'),
): Promise<World> {
  const world = newWorld();
  world.goTo('2022-12-20 09:00');
  await settleIn(world, tasks, contacts, deadlinesOnly);
  const { lastChange } = (await world.register.task(PARK, taskId('a1'))) ?? {};
  const target = aTarget({ id: taskId('t1'), actuals: [anActual(through, '386.4')] });
  if (lastChange) {
    await world.collections.targets.put(undefined, { value: target, version: 1, lastChange });
  }
  world.goTo('2023-01-06 10:00');
  return world;
}

const office = { by: 'office', via: '测试' } as const;

export const closeYear = async (ports: Ports, by = 'office'): Promise<closing.ClosedYear> =>
  closing.closeYear(await openContext(PARK, ports), { ...office, by, why: '' }, 2022);

export const reopenYear = async (ports: Ports, why = '', by = 'office'): Promise<YearRecord> =>
  closing.reopenYear(await openContext(PARK, ports), { ...office, by, why }, 2022);

/** Decides lines of 2022 as the office. */
export const decide = async (
  ports: Ports,
  decisions: readonly (Omit<ClosingDecision, 'task'> & { readonly task: string })[],
  over: { isPreview?: boolean; batch?: string; by?: string; year?: number } = {},
): Promise<readonly BulkLine[]> => {
  const { isPreview = false, batch = 'batch', by = 'office', year = 2022 } = over;
  const wanted = decisions.map((each) => ({ ...each, task: taskId(each.task) }));
  const run = await openContext(PARK, ports);
  return decideLines(
    run,
    { ...office, by, why: '', batch },
    { year, decisions: wanted, isPreview },
  );
};

/** What closing 2022 still needs, as the office sees it. */
export async function closingNow(ports: Ports): Promise<YearClosing> {
  const run = await openContext(PARK, ports);
  const [viewer] = run.contacts.filter(({ id }) => id === 'office');
  if (!viewer) throw new Error('there is no office');
  return closingOf(run, viewer, 2022);
}
