import { isUnsignedHandOver, tellsHandOver } from '../deadlines/handover-notice.ts';
import { briefingName } from '../papers/briefing-name.ts';
import type { Lit, MessageItem } from './item.ts';
import type { Letter } from './letter.ts';
import { returnGist } from './reporting-words.ts';
import { toldAs } from './told-as.ts';
import { urgeOf } from './urge-of.ts';
import { nounOf, tellsNodesDone } from './with-nodes.ts';

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
  { isSuch: ({ notice }) => tellsNodesDone(notice), words: (n) => `有${n}项工作的节点已全部办结` },
  {
    isSuch: ({ notice }) => isUnsignedHandOver(notice),
    words: (n) => `有${n}项工作交办后没有签收`,
  },
];

/**
 * Counts tasks, also where one of them has two items: a rung, and what of it waits for the office.
 *
 * @param open - those of `all` that ask for something.
 */
export function taskGist(all: readonly Lit[], open: readonly Lit[]): string {
  const count = tasksIn(open);
  if (count === 0) return `有${tasksIn(all)}${nounOf(all).all}有了处理结果`;
  const noun = nounOf(open);
  const told = open.filter(({ item }) => toldAs(item.notice) !== 'office');
  if (told.length === 0) return `有${count}${noun.all}等待核定`;
  const sort = sorts.find(({ isSuch }) => open.every(({ item }) => isSuch(item)));
  if (sort) return sort.words(count);
  for (const [rule, words] of states) {
    const part = tasksIn(told.filter(({ lamp }) => lamp.rule === rule));
    if (part > 0) return some({ part, count, noun }, words);
  }
  const isHandingOver = open.every(({ item }) => tellsHandOver(item.notice));
  return isHandingOver ? `新交办${count}${noun.all}` : `有${count}${noun.all}请按期推进`;
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

type Part = {
  readonly part: number;
  readonly count: number;
  readonly noun: ReturnType<typeof nounOf>;
};

const some = ({ part, count, noun }: Part, state: string): string =>
  part === count
    ? `有${count}${noun.all}${state}`
    : `有${count}${noun.all}需要办理，其中${part}${noun.part}${state}`;
