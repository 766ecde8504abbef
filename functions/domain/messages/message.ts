import type { Temporal } from 'temporal-polyfill';
import { oneLine } from '../base/one-line.ts';
import { roleName } from '../base/role.ts';
import { dayWords } from '../base/words.ts';
import { coversYear } from '../calendar/working-calendar.ts';
import { asksForSign } from '../deadlines/acknowledgement.ts';
import { localDay, policyOn, type Rules } from '../policy/hours.ts';
import { worstColour } from '../tasks/lamp.ts';
import { timeLamp } from '../tasks/time-lamp.ts';
import type { Lit, MessageItem } from './item.ts';
import { paragraphLines } from './item-lines.ts';
import type { Letter, Written } from './letter.ts';
import { figureGist, taskGist } from './message-gist.ts';
import { onePerTask } from './one-per-task.ts';
import { paceLines, tellsPace } from './pace-paragraph.ts';
import { asksForReport, returnParagraphs } from './reporting-words.ts';
import { shortMessage } from './short-message.ts';
import { toldAs } from './told-as.ts';
import { urgedTogether, urgeLines } from './urge-paragraphs.ts';
import { toldTogether } from './with-nodes.ts';

/** Maximum number of items listed; the others are counted. */
const MAX_ITEMS = 20;

/** What a message to a group or an endpoint says of its restricted items. */
const sealedWords = (count: number): string => `有${count}项不公开，请登录如期办理。`;

/** Composes a digest: what, by when, who, what to do now, and the link. */
export function write(whole: Letter, rules: Rules): Written {
  const { letter, sealed } = unsealed(whole);
  const today = localDay(letter.now, rules);
  const reports = letter.items.filter(asksForReport);
  const paced = letter.items.filter(tellsPace);
  const others = letter.items.filter((item) => !asksForReport(item) && !tellsPace(item));
  const items = onePerTask(others, policyOn(today, rules)).toSorted(byUrgency);
  const together = urgedTogether(items);
  const shared = new Set(together.flatMap((group) => group.items));
  const lit = items.map((item): Lit => ({ item, lamp: timeLamp(item.task, today, rules) }));
  const listed = lit.filter(({ item }) => !shared.has(item));
  const told = toldTogether(listed);
  const open = lit.filter(({ item }) => toldAs(item.notice) !== 'outcome');
  const about = aboutOf({ lit, open, reports, paced, sealed }, letter);
  const colours = paced.flatMap(({ behind }) => behind?.colour ?? []);
  const subject = oneLine(`${letter.recipient.contact.post}：${dayWords(today, today)}，${about}`);
  const ends = [
    ...rest(told.length - MAX_ITEMS),
    ...signLine(whole, rules),
    ...calendarRemark(today, rules),
    ...(letter.link === null ? [] : [`查看：${letter.link}`]),
  ];
  const paragraphs = [
    [`【如期】${subject}`],
    ...letter.remarks.map(alone),
    ...sheetLines(letter),
    ...returnParagraphs(reports, { today, link: letter.link }),
    paceLines(paced),
    ...together.map((group) => urgeLines(group, { today, rules })),
    ...told.slice(0, MAX_ITEMS).map((each, at) => paragraphLines(each, at + 1, { today, rules })),
    ...ends.map(alone),
  ];
  const short = shortMessage(open, { link: letter.link, today });
  const lamp = worstColour([...open.map(({ lamp: { colour } }) => colour), ...colours]);
  return { subject, text: textOf(paragraphs), short, lamp };
}

/** `letter` without its sealed items, which are only counted: each task once. */
function unsealed(letter: Letter): { readonly letter: Letter; readonly sealed: number } {
  const sealed = new Set(
    letter.items.filter(({ isSealed }) => isSealed).map(({ task }) => task.id),
  );
  if (sealed.size === 0) return { letter, sealed: 0 };
  const items = letter.items.filter(({ isSealed }) => !isSealed);
  const remarks = [...letter.remarks, sealedWords(sealed.size)];
  return { letter: { ...letter, items, remarks }, sealed: sealed.size };
}

/** What the subject names; the number of restricted items where there is nothing else. */
function aboutOf({ lit, open, reports, paced, sealed }: Said, letter: Letter): string {
  if (lit.length > 0) return taskGist(lit, open);
  const isAlone = letter.items.length === 0 && letter.sheets.length === 0;
  return isAlone && sealed > 0 ? `有${sealed}项不公开` : figureGist(reports, paced, letter);
}

type Said = {
  readonly lit: readonly Lit[];
  readonly open: readonly Lit[];
  readonly reports: readonly MessageItem[];
  readonly paced: readonly MessageItem[];
  readonly sealed: number;
};

const alone = (line: string): readonly string[] => [line];

/**
 * The text of `paragraphs`. Lines are only joined here, each normalized to one line, so that user
 * input cannot add lines, even from older records.
 */
const textOf = (paragraphs: readonly (readonly string[])[]): string =>
  paragraphs
    .filter(({ length }) => length > 0)
    .map((lines) => lines.map(oneLine).join('\n'))
    .join('\n\n');

/** A contact with two posts gets the same briefing once. */
const sheetLines = ({ sheets }: Letter): readonly (readonly string[])[] => [
  ...new Map(sheets.map(({ lines }) => [lines.join('\n'), lines])).values(),
];

/**
 * What silence leads to is said where it can still be avoided. Where an earlier message was not
 * answered either, the limit is nearer than a whole one.
 */
function signLine({ items, now }: Letter, rules: Rules): readonly string[] {
  const asking = items.filter((item) => asksForSign(item, now, rules));
  if (asking.length === 0) return [];
  const climbs = asking.flatMap(({ climb }) => climb ?? []);
  const next = new Set(climbs.flatMap((climb) => climb.next ?? []));
  const [only] = next;
  if (only === undefined) return ['请及时签收。'];
  const isNew = climbs.every((climb) => climb.isNew);
  const days = Math.min(...climbs.map(({ withinWorkingDays }) => withinWorkingDays));
  const within = isNew ? `请在${days}个工作日内签收` : '请今天签收';
  const to = next.size === 1 ? roleName[only] : '上一级';
  return [`${within}；没有签收的，将报${to}。`];
}

const rest = (count: number): readonly string[] =>
  count > 0 ? [`另有${count}项没有列出，请打开链接查看。`] : [];

const calendarRemark = ({ year }: Temporal.PlainDate, { calendar }: Rules): readonly string[] =>
  coversYear(year, calendar)
    ? []
    : [`国务院${year}年放假安排还没有录入，以上日期暂按周末和法定节假日推算，调休未计。`];

/** The most overdue first; without a date last; then by id, so that input order never shows. */
function byUrgency({ task: a }: MessageItem, { task: b }: MessageItem): number {
  const [dueA, dueB] = [a.due?.toString() ?? '~', b.due?.toString() ?? '~'];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
