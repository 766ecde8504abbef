import type { Context } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import { own } from '../../domain/base/own.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { Gap } from '../../domain/deadlines/gap.ts';
import type { Years } from '../../domain/papers/years.ts';
import { localDay, type Rules } from '../../domain/policy/hours.ts';
import type { Env, Portal } from './portal.ts';
import { askedYear } from './year.ts';

/** What every page of one visitor shows around its matter. */
export type Frame = {
  readonly parkName: string;
  readonly viewer: Contact;
  /** The year that the address names; undefined where it names none. */
  readonly year: number | undefined;
  /** The years to choose from; null on pages that are of no year. */
  readonly years: Years | null;
  /** Path of the page. */
  readonly path: string;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
  readonly rules: Rules;
  /** What the visitor's last press did; null for a page that was only opened. */
  readonly notice: string | null;
  /** The posts to choose from and where the clock stands; null but in a demonstration. */
  readonly demo: { readonly contacts: readonly Contact[] } | null;
  /** What the visitor is asked about a gap, or what was chosen; null for who is not asked. */
  readonly gap: Gap | null;
};

/** A request by a signed-in contact. */
export type Desk = Context<Env>;

/** What a press did, by the word that its redirect carries, so that no address can put words into a page. */
const notices: Readonly<Record<string, string>> = {
  done: '已办理，历史记录里有这一笔。',
  entered: '已登记。约十分钟后交办责任人；不在发送时段的，在下一个发送时刻通知。',
  returned: '已填报，完成情况已按新数重算。',
  sent: '收到了。',
  booked: '已登记，同时报了办结，等园区办核验。',
  chosen: '已按您的选择办理。',
  overtaken: '这件事已经有人选过，或情况已经变化；以页面上写的为准。',
  moved: '时钟已拨动，新发出的提醒在“收件”里。',
  read: '已读成草稿，请先看有疑问的。发布以前谁也不会收到提醒。',
  amended: '已按您的决定改好。',
  cut: '已列为草稿，待定。',
  split: '已拆成两条，都退回待定，请分别核对。',
  merge: '已并成一条，退回待定，请核对。',
  move: '次序已改好。',
  publishing: '正在登记，没有登记完以前请不要关闭这一页。',
  published: '已发布。新交办的事项约十分钟后一并通知责任人；不在发送时段的，在下一个发送时刻通知。',
  publishedAhead:
    '已发布。下一年度的事项从1月1日起执行，1月第一个工作日通知责任人，此前不计、不提醒。',
  reopened: '已回到核对，登记过的事项保留；改好以后再发布。',
  unpublished: '已撤回发布，登记的事项已退出清单；草稿和编号都保留，可以改好再发布。',
  dropped: '已放弃，登记表没有改动。',
  readers: '已改好，现在起按这个范围；已经发出的提醒收不回来。',
  answer: '已改好，园区办的提醒跟着改。',
  adopted: '已采用，从起用日期起执行；此前已发的提醒不变。',
  holidaysEntered: '已录入，立即生效；还没有发的提醒按新的安排重排，已发的不变。',
  holidaysRemoved: '已撤销录入，恢复原来的安排，立即生效。',
  relay: '已保存。',
  notSetUp: '已保存，但渠道没有接通，提醒送不到。',
  subscribed: '已保存，订阅已跟上；新地址须由其本人确认。',
  tonight: '已保存，订阅今晚跟上。',
  full: '已保存，但没有订上：一个主题至多 200 个订阅，已经用完。请先移除不用的联系人，或请系统管理员接通别的渠道。',
  taken: '已保存，但没有订上：这个地址已在另一个园区登记。请换一个地址。',
  standIn: '已设定代收人，从现在起由其代收、代办。',
  back: '已改为自己接收。',
  invited: '已核对订阅；没有确认或已退订的，重新发出了确认。',
  tested: '测试消息已交给 SNS。',
  removed: '已移除，原来发给这个岗位的提醒转给园区办。',
  unitMoved: '已生效，联系人和没有办结的事项用新名称；责任人在下一份提醒里得知。',
  unitAhead: '已安排，到那一天生效。',
  unitKept: '已取消，名称不变。',
  ownerless: '有在办工作没有责任人，提醒现由园区办代收，下一份提醒也会说明。',
  linksEnded: '它原有的链接已全部作废，以后也不会恢复。',
  again: '今天的提醒已再发一次，链接是新的。',
  issued: '已定稿，数字不再变动；下一期从现在的情况起草。',
  revoked: '链接已作废，原收件人不能再用它办理。',
};

/** All that a press did, in the order of its words. */
const noticeOf = (words: readonly string[]): string | null =>
  words.flatMap((word) => own(notices, word) ?? []).join('') || null;

/**
 * The frame of the page that `context` asks for.
 *
 * @param years - of a page that shows one year.
 */
export function frameOf(context: Desk, portal: Portal, years: Years | null = null): Frame {
  const { run, viewer } = context.var;
  const { park, rules, now, contacts } = run;
  return {
    parkName: park.name,
    viewer,
    year: askedYear(context),
    years,
    path: context.req.path,
    now,
    today: localDay(now, rules),
    timeZone: rules.timeZone,
    rules,
    notice: noticeOf(context.req.queries('ok') ?? []),
    demo: portal.demo && { contacts },
    gap: context.var.gap,
  };
}
