import type { Temporal } from 'temporal-polyfill';
import type { Item } from './item.ts';
import { askedBy } from './return-steps.ts';
import { dayWords } from './words.ts';

/** Titles that one paragraph spells out; the rest is a count. */
const MAX_TITLES = 20;

/** Whether `item` asks for a report, and is not about the deadline. */
export const asksForReport = ({ notice }: Item): boolean => askedBy(notice.rung) !== undefined;

/**
 * The paragraphs that ask for reports: one for each return day and for each thing that is asked,
 * however many tasks there are.
 */
export function returnParagraphs(
  items: readonly Item[],
  today: Temporal.PlainDate,
): readonly string[] {
  const asking = items.filter(asksForReport);
  const byMatter = Map.groupBy(asking, (item) => {
    const { of, order } = askedBy(item.notice.rung) ?? {};
    return `${of?.toString()} ${toward(item, order ?? 0)}`;
  });
  return [...byMatter]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => paragraph(group, today));
}

/** What the reader is asked for: a report to come, one that is late, or to see to somebody else's. */
type Toward = 'coming' | 'late' | 'others';

function toward({ role }: Item, order: number): Toward {
  if (role !== 'owner') return 'others';
  return order <= 0 ? 'coming' : 'late';
}

function paragraph(group: readonly Item[], today: Temporal.PlainDate): readonly string[] {
  const [first] = group;
  const asked = first && askedBy(first.notice.rung);
  if (!asked) return [];
  const day = dayWords(asked.of, today);
  const tasks = [...new Map(group.map((item) => [item.task.id, item])).values()].toSorted((a, b) =>
    a.task.id < b.task.id ? -1 : 1,
  );
  const words: Readonly<Record<Toward, string>> = {
    coming: `进度反馈：请在${day}下班前反馈${tasks.length}项工作的进度：${titles(tasks)}。`,
    late: `进度反馈：${day}应反馈的${tasks.length}项工作还没有收到反馈，请今天补报：${titles(tasks)}。`,
    others: `未反馈进度：${day}应反馈的${tasks.length}项工作至今没有反馈，请督促补报：${byUnit(tasks)}。`,
  };
  return [`${words[toward(first, asked.order)]}${forWhom(group)}`];
}

const titles = (items: readonly Item[]): string => {
  const named = items.slice(0, MAX_TITLES).map(({ task }) => task.title);
  return `${named.join('；')}${items.length > MAX_TITLES ? '；等' : ''}`;
};

function byUnit(items: readonly Item[]): string {
  const shown = items.slice(0, MAX_TITLES);
  const units = [...Map.groupBy(shown, ({ task }) => task.leadUnit)].map(
    ([unit, group]) => `${unit}：${group.map(({ task }) => task.title).join('、')}`,
  );
  return `${units.join('；')}${items.length > MAX_TITLES ? '；等' : ''}`;
}

/** Why the reader gets what was meant for another post. */
function forWhom(group: readonly Item[]): string {
  const isVacant = group.some(({ recipient, role }) => recipient.isVacant && role !== 'office');
  const instead = new Set(group.flatMap(({ recipient }) => recipient.insteadOf?.post ?? []));
  const notes = [
    ...(isVacant ? ['有的岗位没有联系人，转园区办'] : []),
    ...[...instead].map((post) => `由您代${post}接收`),
  ];
  return notes.length === 0 ? '' : `（${notes.join('；')}）`;
}
