import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day, OneLine } from '../base/parsing.ts';
import type { Readers } from './readers.ts';
import type { Source } from './source.ts';

const Name = OneLine.min(1, '不能为空').max(60, '至多 60 个字');
const MaybeName = OneLine.max(60, '至多 60 个字').default('');
const Words = OneLine.max(2000, '至多 2000 个字').default('');

/** Where an item that the office enters by hand comes from. */
export const EnteredSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hand') }),
  z.object({ kind: z.literal('instruction'), from: Name, date: Day, words: Words }),
  z.object({
    kind: z.literal('meeting'),
    from: Name,
    documentNumber: MaybeName,
    date: Day.nullable(),
  }),
  z.object({
    kind: z.literal('superior'),
    from: Name,
    documentNumber: MaybeName,
    date: Day.nullable(),
  }),
]);
export type EnteredSource = z.infer<typeof EnteredSource>;

/** What a source that was entered by hand is known by; two entries that say the same are of one source. */
export type SourceHead = Pick<
  Source,
  'kind' | 'title' | 'documentNumber' | 'date' | 'from' | 'readers' | 'year'
>;

/** The head of the source that `entered` stands for, for tasks of `year`, which `readers` may see. */
export function headOf(entered: EnteredSource, year: number, readers: Readers = null): SourceHead {
  const head = { documentNumber: '', date: null, from: '', readers, year };
  switch (entered.kind) {
    case 'hand':
      return { ...head, kind: 'hand', title: `${year}年手工登记` };
    case 'instruction': {
      const { from, date } = entered;
      return {
        ...head,
        kind: 'instruction',
        title: `${from}${date.month}月${date.day}日批示`,
        date,
        from,
      };
    }
    case 'meeting': {
      const { from, documentNumber, date } = entered;
      const title = `${from}${documentNumber}`;
      return { ...head, kind: 'meeting', title, documentNumber, date, from };
    }
    case 'superior': {
      const { from, documentNumber, date } = entered;
      const title = documentNumber === '' ? `${from}交办` : `${from}${documentNumber}`;
      return { ...head, kind: 'superior', title, documentNumber, date, from };
    }
  }
}

/** The words of an instruction, which stand with its tasks; empty for others. */
export const wordsOf = (entered: EnteredSource): string =>
  entered.kind === 'instruction' ? entered.words : '';

/** Whether `source` is what `head` says. */
export const isSameHead = (source: Source, head: SourceHead): boolean =>
  source.kind === head.kind &&
  source.title === head.title &&
  source.year === head.year &&
  source.documentNumber === head.documentNumber &&
  source.from === head.from &&
  isSameDay(source.date, head.date) &&
  isSameReaders(source.readers, head.readers);

const isSameReaders = (a: Readers, b: Readers): boolean =>
  a === null || b === null ? a === b : a.toSorted().join() === b.toSorted().join();

const isSameDay = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);
