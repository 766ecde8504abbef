import { isReadable } from '../../domain/base/faults.ts';
import type { SourceId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { type EnteredSource, headOf, isSameHead } from '../../domain/sources/entered-source.ts';
import type { Readers } from '../../domain/sources/readers.ts';
import type { Source } from '../../domain/sources/source.ts';
import { freeCode } from '../../domain/sources/source-code.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import { nextOf } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';

/**
 * The source that `entered` stands for: the one of this year that says the same, or a new one. It has no
 * text: the words of an instruction stand with its tasks.
 *
 * @throws {BadInput} if others enter sources all the time.
 */
export async function enteredSource(
  run: ParkContext,
  booker: Booker,
  entered: EnteredSource,
  readers: Readers,
): Promise<SourceId> {
  const { ports, park } = run;
  const { sources } = ports.collections;
  const { year } = localDay(run.now, run.rules);
  const head = headOf(entered, year, readers);
  const author = { ...makerOf(run, booker), what: '登记来源', why: head.title };
  const attempt = async (): Promise<SourceId | typeof LOST> => {
    const known = (await sources.all(park.id)).filter(isReadable).map(({ value }) => value);
    const same = known.find((source) => isSameHead(source, head));
    if (same) return same.id;
    const taken = new Set<string>([...(await run.sources()), ...known].map(({ id }) => id));
    const id = freeCode(head.kind, year, taken);
    const source: Source = { ...head, id, park: park.id, areas: [], versions: [] };
    const result = await sources.put(undefined, nextOf(undefined, source, author, ports));
    return result === 'written' ? id : LOST;
  };
  return untilWritten(attempt, () => {
    const message = '同时登记的太多，没有登记';
    throw new BadInput([{ place: '来源', message, remedy: '请再试一次' }]);
  });
}
