import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '../../domain/contacts/contact.ts';
import { type FormItem, formItem, inOrder } from '../../domain/papers/reporting-form.ts';
import { askedNow } from '../../domain/tasks/asked-now.ts';
import { isInCharge } from '../../domain/tasks/in-charge.ts';
import { actingAs } from '../../domain/tasks/permissions.ts';
import { readsKin } from '../context/family.ts';
import { inParallel } from '../context/in-parallel.ts';
import { figuresBy, measuredTask, targetOf } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { tellApart } from '../context/tell-apart.ts';
import type { StoredTask } from '../ports.ts';
import type { Valid } from '../tasks/open-link.ts';
import { rowWith } from '../views/board.ts';

/** A task and the return day that it is asked for. */
type Asked = { readonly stored: StoredTask; readonly of: Temporal.PlainDate };

/** The items that the message of a link asked its contact for, as they stand now, in their order. */
export const returnsOfLink = ({ run, contact, items }: Valid): Promise<readonly FormItem[]> =>
  itemsOf(
    run,
    items.flatMap(({ stored, asked }) =>
      asked !== null && mayReport(run, contact, stored) ? [{ stored, of: asked }] : [],
    ),
  );

/** Whether `contact` may answer: the office, which receives for a vacant post, may not. */
const mayReport = ({ directory }: ParkContext, contact: Contact, { task }: StoredTask): boolean =>
  'as' in actingAs(contact, directory.standsInFor(contact.id), 'report', task);

const isAskedOf = (run: ParkContext, contact: Contact, stored: StoredTask): boolean =>
  isInCharge(contact.id, stored.task, 'owner', run.directory) && mayReport(run, contact, stored);

/**
 * All of `tasks` that `contact` is asked for now, for its own posts and those for which it stands in.
 *
 * @param tasks - all of the park.
 */
export async function returnsOfPost(
  run: ParkContext,
  contact: Contact,
  tasks: readonly StoredTask[],
): Promise<readonly FormItem[]> {
  const asked: Asked[] = [];
  for (const stored of tasks.filter((each) => isAskedOf(run, contact, each))) {
    const of = askedNow(await measuredTask(run, stored.task), run.now, run.rules);
    if (of) asked.push({ stored, of });
  }
  return itemsOf(run, asked);
}

async function itemsOf(run: ParkContext, asked: readonly Asked[]): Promise<readonly FormItem[]> {
  const apart = await tellApart(
    run,
    asked.map(({ stored }) => stored.task),
  );
  const items = await inParallel(asked, async ({ stored, of }) => {
    const target = await targetOf(run, stored.task);
    const figures = target && (await figuresBy(run, target.value));
    const seen = await readsKin(run)(stored.task);
    const known = { ...stored, task: seen(stored.task) };
    const { task, version, lamp } = rowWith(run, known, figures);
    const kept = task.measure === undefined ? null : (target ?? null);
    return formItem({ task: apart(task), version, lamp, of, kept }, run.now, run.rules);
  });
  return inOrder(items.filter((item) => item !== undefined));
}
