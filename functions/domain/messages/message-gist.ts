import { isUnsignedHandOver, tellsHandOver } from '../deadlines/handover-notice.ts';
import { briefingName } from '../papers/briefing-name.ts';
import type { Lit, MessageItem } from './item.ts';
import type { Letter } from './letter.ts';
import { returnGist } from './reporting-words.ts';
import { toldAs } from './told-as.ts';
import { urgeOf } from './urge-of.ts';

/** What a lamp says of a task, where a message is about that. */
const states: readonly (readonly [rule: string, words: string])[] = [
  ['time.overdue', '已逾期'],
  ['time.near', '临近到期'],
  ['time.asked', '延期申请待批复'],
  ['time.awaited', '等待报数'],
  ['time.met', '待报办结'],
];

/** Sorts of items that a gist names when there are no others. */
const sorts: readonly {
  readonly isSuch: (item: MessageItem) => boolean;
  readonly words: (count: number) => string;
}[] = [
  { isSuch: ({ notice }) => notice.isSupporting === true, words: (n) => `有${n}项配合的工作` },
  { isSuch: (item) => urgeOf(item) !== undefined, words: (n) => `园区办催办${n}项工作` },
];

/**
 * Counts tasks, also where one of them has two items: a rung, and what of it waits for the office.
 *
 * @param open - those of `all` that ask for something.
 */
export function taskGist(all: readonly Lit[], open: readonly Lit[]): string {
  const count = tasksIn(open);
  if (count === 0) return `有${tasksIn(all)}项工作有了处理结果`;
  const told = open.filter(({ item }) => toldAs(item.notice) !== 'office');
  if (told.length === 0) return `有${count}项工作等待核定`;
  for (const { isSuch, words } of sorts) {
    if (open.every(({ item }) => isSuch(item))) return words(count);
  }
  for (const [rule, words] of states) {
    const part = tasksIn(told.filter(({ lamp }) => lamp.rule === rule));
    if (part > 0) return some(part, count, words);
  }
  if (open.every(({ item }) => isUnsignedHandOver(item.notice))) {
    return `有${count}项工作交办后没有签收`;
  }
  const isHandingOver = open.every(
    ({ item }) => tellsHandOver(item.notice) && !isUnsignedHandOver(item.notice),
  );
  return isHandingOver ? `新交办${count}项工作` : `有${count}项工作请按期推进`;
}

const tasksIn = (items: readonly Lit[]): number =>
  new Set(items.map(({ item }) => item.task.id)).size;

/** What a message without tasks is about: figures, reports or a briefing. */
export function figureGist(
  reports: readonly MessageItem[],
  paced: readonly MessageItem[],
  { sheets: [sheet] }: Letter,
): string {
  const behind = new Set(paced.map(({ task }) => task.id)).size;
  if (behind > 0) return `有${behind}项指标落后于序时进度`;
  if (reports.length > 0) return returnGist(reports);
  return sheet ? briefingName(sheet.period) : '督办情况';
}

const some = (part: number, count: number, state: string): string =>
  part === count ? `有${count}项工作${state}` : `有${count}项工作需要办理，其中${part}项${state}`;
