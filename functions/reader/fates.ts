import type { Judged } from '../domain/sources/account.ts';
import { namesOwners } from './owners/owner-phrases.ts';
import { reasonOf } from './skip-reasons.ts';
import type { Skipped } from './skipped.ts';
import { cleanView } from './text/clean.ts';
import type { TextSpan } from './text/mapped-text.ts';
import { type MarkerStyle, markerOf } from './text/markers.ts';

/** Whether words that head others belong to what follows. */
export type Heads = {
  /** Places at which drafts begin, in order. */
  readonly starts: readonly number[];
  /** Place at which the section of a heading ends. */
  readonly sectionEnd: (start: number) => number;
  /** Place at which the sentence after a label ends. */
  readonly nextSentenceEnd: (start: number) => number;
};

const partReasons: Readonly<Record<string, string>> = {
  'skip.heading': '标题，记作下面各条的所属工作',
  'skip.label': '引出下面的草稿',
  'skip.lead-in': '引出下面的草稿',
};

/** What became of words that the reader passed over: a heading of drafts is part of them. */
export function fateOfSkipped({ rule, start, end }: Skipped, heads: Heads): Judged {
  const passed: Judged = { fate: 'passed', reason: reasonOf(rule) };
  const reason = partReasons[rule];
  if (reason === undefined) return passed;
  const limit = rule === 'skip.heading' ? heads.sectionEnd(start) : heads.nextSentenceEnd(start);
  return heads.starts.some((at) => at >= end && at < limit) ? { fate: 'part', reason } : passed;
}

/** Letters that join or end what stands next to them: 和, 以及, 。 */
const MOST_JOINING = 3;

const BARE = /[\p{P}\p{S}\s\d]/gu;

/** Whether `words` are only marks, numbers and short joining words, with no fate of their own. */
export const isJoining = (words: string): boolean =>
  Array.from(words.replace(BARE, '')).length <= MOST_JOINING;

/**
 * What became of words that no draft quotes and no rule passed over.
 *
 * @param hasDraft - whether a draft stands in the same sentence.
 */
export function fateOfRest(words: string, hasDraft: boolean): Judged {
  const { text } = cleanView(words, { start: 0, end: words.length });
  if (text.trim() === '') return { fate: 'passed', reason: '页码或排版留下的字' };
  if (hasDraft && /[\t|｜│]/u.test(words)) return { fate: 'part', reason: '表格同一行的其他栏' };
  if (isOwners(text)) return { fate: 'part', reason: '写明责任单位' };
  if (isJoining(words)) {
    return hasDraft
      ? { fate: 'part', reason: '草稿前后的连接字和标点' }
      : { fate: 'passed', reason: '只有编号或标点' };
  }
  return { fate: 'passed', reason: '没有读出要做的事' };
}

const isOwners = (text: string): boolean =>
  namesOwners(text.replace(/^[”。；，\s]+|[。；，\s]+$/gu, '').replace(/^（|）$/gu, ''));

/** A heading: where it starts and how it is numbered. */
type Heading = { readonly start: number; readonly style: MarkerStyle | undefined };

/** The numbering in front of `words`. */
export const styleOf = (words: string): MarkerStyle | undefined =>
  markerOf(cleanView(words, { start: 0, end: words.length }).text.trim())?.style;

/** For each of `headings`, in order, the place at which its section ends: the next of its depth or above. */
export function sectionEnds(
  headings: readonly Heading[],
  end: number,
): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: Heading[] = [];
  for (const heading of headings) {
    const known = open.findIndex(({ style }) => style === heading.style);
    const closed = known < 0 ? [] : open.splice(known);
    for (const { start } of closed) ends.set(start, heading.start);
    open.push(heading);
  }
  for (const { start } of open) ends.set(start, end);
  return ends;
}

/** A range of code points that a draft or a registered task was read from. */
export type ListedRange = TextSpan & { readonly id: string };
