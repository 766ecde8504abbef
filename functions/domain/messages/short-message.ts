import type { Temporal } from 'temporal-polyfill';
import { oneLine } from '../base/one-line.ts';
import type { Role } from '../base/role.ts';
import { dayWords } from '../base/words.ts';
import { isUnsignedHandOver, tellsHandOver } from '../deadlines/handover-notice.ts';
import type { Lit, MessageItem } from './item.ts';
import { urgeOf } from './urge-of.ts';

/** UTF-16 units of one text message in Chinese; a longer one goes out in pieces and costs as many. */
const LONGEST = 70;

/** Roles that are to act themselves; the others are told so that they ask. */
const ACTING: ReadonlySet<Role> = new Set(['owner', 'unitHead', 'finance']);

/**
 * A message as a relay that sends text messages takes it: at most 70 characters, the link without its
 * scheme. Null where nothing is to be done, there is no link, or it would be longer: nothing is cut
 * off that somebody must read.
 *
 * @param items - one for each task of which something is asked, the most urgent first.
 */
export function shortMessage(
  items: readonly Lit[],
  { link, today }: { readonly link: string | null; readonly today: Temporal.PlainDate },
): string | null {
  const [only] = items;
  if (!only || link === null) return null;
  const told = items.length === 1 ? oneWords(only, today) : manyWords(items);
  const text = oneLine(`【如期】${told} ${link.replace(/^https?:\/\//, '')}`);
  return text.length <= LONGEST ? text : null;
}

/** Words of a notice that is not about the date; undefined for others. */
function undatedWords(item: MessageItem): string | undefined {
  const { task, notice } = item;
  const { shortTitle, leadUnit } = task;
  if (notice.isSupporting) return `配合工作：${shortTitle}，${leadUnit}牵头，请配合推进`;
  if (isUnsignedHandOver(notice)) return `抄报：${shortTitle}交办后责任人没有签收，请过问`;
  return urgeOf(item) ? `催办：${shortTitle}，请看原话并反馈` : undefined;
}

function oneWords({ item, lamp }: Lit, today: Temporal.PlainDate): string {
  const { task, notice, role } = item;
  const { shortTitle, due } = task;
  const words = undatedWords(item);
  if (words !== undefined) return words;
  if (due === null) return `${shortTitle}，请签收报进展`;
  if (!ACTING.has(role)) return `抄报：${shortTitle}${lamp.reason}，请过问`;
  if (lamp.colour === 'red') return `红灯：${shortTitle}${lamp.reason}，请今日签收反馈`;
  if (tellsHandOver(notice)) {
    return `新交办：${shortTitle}，${due.month}月${due.day}日前完成，请签收`;
  }
  if (due.equals(today)) return `${shortTitle}今天到期，请报完成或说明原因`;
  return `${shortTitle}${dayWords(due, today)}到期，${lamp.reason}，请签收报进展`;
}

function manyWords(items: readonly Lit[]): string {
  const count = items.length;
  const red = items.filter(({ lamp }) => lamp.colour === 'red').length;
  if (red === 0) return `您有${count}项工作要办，请逐项反馈`;
  const others = count > red ? `、${count - red}项其他工作` : '';
  return `您有${red}项红灯${others}，请逐项反馈`;
}
