import { z } from 'zod';
import { BadInput } from '../../domain/base/problems.ts';

const MOST = 200;

/** The parameters of every list that is walked in pages. */
export const paging = {
  cursor: z.string().optional().describe('上一页的 next'),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
};

const Paging = z.object(paging);

/** One page of a list, with the name that the page after it is asked for by. */
export type ListPage<Entry> = {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly next: string | null;
};

/** What every page says of the whole. */
export const pageEnds = {
  total: z.int().describe('全部的条数'),
  next: z.string().nullable().describe('下一页的 cursor，没有下一页时为 null'),
};

/**
 * The entries after the cursor, which is the id of the last one of the page before.
 *
 * @throws {BadInput} if that entry is no longer in the list.
 */
export function pageOf<Entry>(
  all: readonly Entry[],
  idOf: (entry: Entry) => string,
  { cursor, limit }: z.output<typeof Paging>,
): ListPage<Entry> {
  const from = cursor === undefined ? 0 : all.findIndex((each) => idOf(each) === cursor) + 1;
  if (cursor !== undefined && from === 0) {
    const remedy = '请不带 cursor 从头再取';
    throw new BadInput([{ place: 'cursor', message: '这一页已经不在了', remedy }]);
  }
  const entries = all.slice(from, from + limit);
  const last = from + limit < all.length ? entries.at(-1) : undefined;
  return { entries, total: all.length, next: last === undefined ? null : idOf(last) };
}
