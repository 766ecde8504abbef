import type { Temporal } from 'temporal-polyfill';
import { dueWords } from './due-figure.ts';
import type { Item } from './item.ts';
import { assignmentOf } from './notice.ts';
import type { Role } from './role.ts';
import { dayWords } from './words.ts';

/** UTF-16 units of one text message in Chinese; a longer one goes out in pieces and costs as many. */
const LONGEST = 70;

/** Roles that are to act themselves; the others are told so that they ask. */
const ACTING: ReadonlySet<Role> = new Set(['owner', 'unitHead', 'finance']);

/**
 * A message as a relay that sends text messages takes it: at most 70 characters, the link without its
 * scheme. Null where nothing is to be done, there is no link, or it would be longer: nothing is cut
 * off that somebody must read.
 *
 * @param items - one for each task, the most urgent first.
 * @param red - how many of them are overdue.
 */
export function shortMessage(
  items: readonly Item[],
  red: number,
  { link, today }: { readonly link: string | null; readonly today: Temporal.PlainDate },
): string | null {
  const [item] = items;
  if (!item || link === null) return null;
  const told = items.length === 1 ? oneWords(item, red > 0, today) : manyWords(items.length, red);
  const text = `【如期】${told} ${link.replace(/^https?:\/\//, '')}`;
  return text.length <= LONGEST ? text : null;
}

function oneWords({ task, notice, role }: Item, isRed: boolean, today: Temporal.PlainDate): string {
  const { shortTitle, due } = task;
  if (due === null) return `${shortTitle}，请签收报进展`;
  const left = dueWords(task, due, today);
  if (!ACTING.has(role)) return `抄报：${shortTitle}${left}，请过问`;
  if (isRed) return `红灯：${shortTitle}${left}，请今日签收反馈`;
  if (assignmentOf(notice.rung) !== undefined) {
    return `新交办：${shortTitle}，${due.month}月${due.day}日前完成，请签收`;
  }
  if (due.equals(today)) return `${shortTitle}今天到期，请报完成或说明原因`;
  return `${shortTitle}${dayWords(due, today)}到期，${left}，请签收报进展`;
}

const manyWords = (count: number, red: number): string => {
  if (red === 0) return `您有${count}项工作要办，请逐项反馈`;
  const others = count > red ? `、${count - red}项其他工作` : '';
  return `您有${red}项红灯${others}，请逐项反馈`;
};
