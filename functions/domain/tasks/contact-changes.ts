import type { PostId } from '../base/ids.ts';
import type { Problem } from '../base/problems.ts';
import { Role, roleName } from '../base/role.ts';
import { type Contact, type Directory, directoryOf } from '../contacts/contact.ts';
import { contestedBy, type DirectoryRecord, directoryIn } from '../contacts/directory-record.ts';
import { listedOf } from './node.ts';
import { postOf, type Task } from './task.ts';
import { isEnded, isLive } from './task-status.ts';

/** Problems with adding `next` to the directory, or replacing the contact with its id. */
export function againstKeeping(next: Contact, contacts: readonly Contact[]): readonly Problem[] {
  const others = contacts.filter(({ id }) => id !== next.id);
  const place = `联系人 ${next.id}`;
  const isLast = others.length < contacts.length && !others.some(isOffice) && !isOffice(next);
  return [
    ...(isLast ? [lastOffice(place)] : []),
    ...(next.standIn === undefined
      ? []
      : againstStandIn(next.id, next.standIn, directoryOf(contacts))),
  ];
}

/**
 * Problems with `next` claiming posts of others: a post has one holder, unless the office reassigns
 * it.
 */
export const againstClaiming = (next: Contact, directory: Directory): readonly Problem[] =>
  contestedBy(next, directory)
    .filter(({ isNew }) => isNew)
    .map(({ post, holder }) => ({
      place: `联系人 ${next.id}`,
      message: `${postWords(post)}这个岗位现由${holder.post}（${holder.id}）担任`,
      remedy: '要换地址或称呼，请改原联系人；要由这个联系人接替，请确认接替',
    }));

/** `安环局责任人` for `owner@安环局`; other posts by their role. */
export function postWords(post: PostId): string {
  const [name = '', unit = ''] = post.split('@');
  const role = Role.safeParse(name).data;
  return role ? `${unit}${roleName[role]}` : post;
}

/** Problems with removing the contact with this id. */
export function againstRemoval(id: string, contacts: readonly Contact[]): readonly Problem[] {
  const others = contacts.filter((each) => each.id !== id);
  const place = `联系人 ${id}`;
  return [
    ...(others.some(isOffice) ? [] : [lastOffice(place)]),
    ...others
      .filter(({ standIn }) => standIn === id)
      .map(({ post }) => ({
        place,
        message: `正代${post}接收`,
        remedy: '请先给那个岗位换一个代收人，或改为自己接收',
      })),
  ];
}

/** Why `standIn` cannot receive for `id`; empty if it can. */
export function againstStandIn(
  id: string,
  standIn: string,
  directory: Directory,
): readonly Problem[] {
  const other = directory.contact(standIn);
  const place = `联系人 ${standIn}`;
  if (!other) return [{ place, message: '通讯录里没有这个联系人', remedy: '请核对编号' }];
  if (standIn === id) return [{ place, message: '不能由自己代自己', remedy: '请换一个联系人' }];
  if (other.standIn !== undefined) {
    return [{ place, message: `${other.post}自己也由别人代`, remedy: '请换一个联系人' }];
  }
  const [chained] = directory.standsInFor(id);
  if (!chained) return [];
  const message = `${id} 正代${chained.post}`;
  return [{ place, message, remedy: '请先给那个岗位换一个代收人' }];
}

/**
 * Live tasks of which a post would become vacant without the contact with this id; the office then
 * receives for that post.
 */
export function vacatedBy<Each extends Task>(
  id: string,
  contacts: readonly Contact[],
  tasks: readonly Each[],
): readonly Each[] {
  const before = directoryOf(contacts);
  const after = directoryOf(contacts.filter((each) => each.id !== id));
  const isVacated = (post: PostId): boolean => before.holds(post) && !after.holds(post);
  return tasks.filter(
    (task) => isLive(task) && Role.options.some((role) => isVacated(postOf(task, role))),
  );
}

/** Open tasks that have an owner in `before` and none in `after`. */
export function leftWithoutOwner(
  tasks: readonly Task[],
  { before, after }: Readonly<Record<'before' | 'after', DirectoryRecord>>,
): readonly Task[] {
  const [old, next] = [directoryIn(before), directoryIn(after)];
  return tasks.filter((task) => !isEnded(task) && old.holds(task.owner) && !next.holds(task.owner));
}

/** Problems with a change of the contact `id` that leaves `tasks` without an owner. */
export function againstVacating(id: string, tasks: readonly Task[]): readonly Problem[] {
  if (tasks.length === 0) return [];
  const units = [...Map.groupBy(listedOf(tasks), ({ leadUnit }) => leadUnit)];
  const said = units.map(([unit, { length }]) => `${unit}的${length}项在办工作`).join('、');
  return [
    {
      place: `联系人 ${id}`,
      message: `这样改以后${said}没有责任人，提醒只能由园区办代收`,
      remedy:
        '单位改名或并入的，请办理“单位改名”；换人的，请先登记新的责任人；确要这样改的，请写明原因',
    },
  ];
}

const isOffice = ({ role }: Contact): boolean => role === 'office';

const lastOffice = (place: string): Problem => ({
  place,
  message: '是唯一的园区办',
  remedy: '请先增加另一个园区办联系人',
});
