import type { Change } from '../../domain/contacts/change.ts';
import { namesFor } from '../../domain/contacts/named.ts';
import type { ParkContext } from './park-context.ts';

/** Author of a change and the command or page used, with current names. */
export function makerOf(
  { directory }: Pick<ParkContext, 'directory'>,
  { by, via }: Pick<Change, 'by' | 'via'>,
): Pick<Change, 'by' | 'via' | 'names'> {
  const maker = directory.contact(by);
  return { by, via, ...(maker && { names: namesFor(maker, null) }) };
}
