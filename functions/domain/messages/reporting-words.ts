import { Temporal } from 'temporal-polyfill';
import { dayWords } from '../base/words.ts';
import type { ReportDue } from '../tasks/occasion.ts';
import type { MessageItem } from './item.ts';
import { toldAs } from './told-as.ts';

/** Titles that one paragraph spells out for each thing that is asked; the rest is a count. */
const MAX_TITLES = 20;

/** Whether `item` asks for a report, and is not about the deadline. */
export const asksForReport = ({ notice }: MessageItem): boolean => toldAs(notice) === 'report';

const askedIn = ({ notice: { occasion } }: MessageItem): ReportDue | undefined =>
  occasion.kind === 'reportDue' ? occasion : undefined;

/** By what the paragraphs are written. */
type When = {
  readonly today: Temporal.PlainDate;
  /** The link of the message; null where there is no such page. */
  readonly link: string | null;
};

/**
 * The paragraphs that ask for reports, each a list of lines: one for each return day and for each
 * thing that is asked, however many tasks there are. What the reader answers has the way to its form.
 */
export function returnParagraphs(
  items: readonly MessageItem[],
  when: When,
): readonly (readonly string[])[] {
  const asking = items.filter(asksForReport);
  const byMatter = Map.groupBy(asking, (item) => {
    const asked = askedIn(item);
    return `${asked?.of.toString()} ${asked && toward(item, asked, when.today)}`;
  });
  return [...byMatter]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => paragraph(group, when));
}

/** What a message that is about nothing else is about. */
export function returnGist(items: readonly MessageItem[]): string {
  const count = new Set(items.map(({ task }) => task.id)).size;
  const isOfOthers = items.every(({ role }) => role !== 'owner');
  return isOfOthers ? `有${count}项工作没有反馈进度` : `有${count}项工作请反馈进度`;
}

/**
 * What the reader is told: to report what is to come, what could not be asked for in time, or what is
 * late; that somebody else is asked, or is late.
 */
type Toward = 'coming' | 'askedLate' | 'late' | 'othersAsked' | 'others';

function toward(
  { role }: MessageItem,
  { of, order }: ReportDue,
  today: Temporal.PlainDate,
): Toward {
  if (role !== 'owner') return order <= 0 ? 'othersAsked' : 'others';
  if (order > 0) return 'late';
  return Temporal.PlainDate.compare(today, of) > 0 ? 'askedLate' : 'coming';
}

const isAnswered = (how: Toward): boolean => how !== 'others' && how !== 'othersAsked';

function paragraph(group: readonly MessageItem[], { today, link }: When): readonly string[] {
  const [first] = group;
  const asked = first && askedIn(first);
  if (!asked) return [];
  const day = dayWords(asked.of, today);
  const items = [...new Map(group.map((item) => [item.task.id, item])).values()].toSorted((a, b) =>
    a.task.id < b.task.id ? -1 : 1,
  );
  const [what, all] = [whatOf(items), `${day}应反馈的${items.length}项`];
  const words: Readonly<Record<Toward, string>> = {
    coming: `进度反馈：请在${day}下班前反馈${what}。`,
    askedLate: `进度反馈：${all}，当时没有发出通知，请今天反馈${what}。`,
    late: `进度反馈：${all}还没有收到反馈，请今天补报${what}。`,
    othersAsked: `进度反馈：已请责任人在${day}下班前反馈${items.length}项工作：${byUnit(items)}。`,
    others: `未反馈进度：${all}工作至今没有反馈，请督促补报：${byUnit(items)}。`,
  };
  const how = toward(first, asked, today);
  const isForReader = isAnswered(how) && group.some(({ recipient }) => !recipient.isVacant);
  const way = link !== null && isForReader ? [`填报（一张表填完）：${link}/returns`] : [];
  return [`${words[how]}${forWhom(group)}`, ...way];
}

/** `2个数：签约额；排名，和18项工作的进度：驻点招商；…`: figures and reports, with how many of each. */
function whatOf(items: readonly MessageItem[]): string {
  const figures = items.filter(({ task }) => task.kind === 'target');
  const reports = items.filter(({ task }) => task.kind !== 'target');
  const parts = [
    ...(figures.length > 0 ? [`${figures.length}项指标的数：${titles(figures)}`] : []),
    ...(reports.length > 0 ? [`${reports.length}项工作的进度：${titles(reports)}`] : []),
  ];
  return parts.length > 1 ? `${items.length}项。${parts.join('。')}` : (parts[0] ?? '');
}

const titles = (items: readonly MessageItem[]): string => {
  const named = items.slice(0, MAX_TITLES).map(({ task }) => task.title);
  return `${named.join('；')}${items.length > MAX_TITLES ? '；等' : ''}`;
};

function byUnit(items: readonly MessageItem[]): string {
  const shown = items.slice(0, MAX_TITLES);
  const units = [...Map.groupBy(shown, ({ task }) => task.leadUnit)].map(
    ([unit, group]) => `${unit}：${group.map(({ task }) => task.title).join('、')}`,
  );
  return `${units.join('；')}${items.length > MAX_TITLES ? '；等' : ''}`;
}

/** Why the reader gets what was meant for another post. */
function forWhom(group: readonly MessageItem[]): string {
  const isVacant = group.some(({ recipient, role }) => recipient.isVacant && role !== 'office');
  const instead = new Set(group.flatMap(({ recipient }) => recipient.insteadOf?.post ?? []));
  const notes = [
    ...(isVacant ? ['有的岗位没有联系人，转园区办'] : []),
    ...[...instead].map((post) => `由您代${post}接收`),
  ];
  return notes.length === 0 ? '' : `（${notes.join('；')}）`;
}
