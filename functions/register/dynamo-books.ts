import { z } from 'zod';
import { Bulletin } from '../domain/bulletin.ts';
import { Instrument, Step } from '../domain/funding.ts';
import { Enterprise, Project } from '../domain/project-list.ts';
import { Review, ReviewDraft } from '../domain/review.ts';
import { Target } from '../domain/target.ts';
import type { Books, Change, Kept, Shelf, WriteResult } from '../flows/ports.ts';
import { type Documents, get, put, queryAll, under, versionIs } from './documents.ts';
import { ChangeItem, orDamaged, read, written } from './items.ts';
import { bookKey, changeKey } from './table.ts';

/** The books in the one table. */
export const dynamoBooks = (documents: Documents): Books => ({
  targets: shelf(documents, { name: 'target', schema: Target }),
  projects: shelf(documents, { name: 'project', schema: Project }),
  enterprises: shelf(documents, { name: 'enterprise', schema: Enterprise }),
  instruments: shelf(documents, { name: 'instrument', schema: Instrument }),
  steps: shelf(documents, { name: 'step', schema: Step }),
  reviews: shelf(documents, { name: 'review', schema: Review }),
  drafts: shelf(documents, { name: 'draft', schema: ReviewDraft }),
  bulletins: shelf(documents, { name: 'bulletin', schema: Bulletin }),
});

type Named = { readonly id: string; readonly park: string };

/** What stands on a shelf: `name` begins the sort keys of its records. */
type Sort<Value> = { readonly name: string; readonly schema: z.ZodType<Value> };

function shelf<Value extends Named>(
  documents: Documents,
  { name, schema }: Sort<Value>,
): Shelf<Value> {
  const Item = z.object({ value: schema, version: z.int().positive(), lastChange: ChangeItem });
  const find = async (park: string, id: string): Promise<Kept<Value> | undefined> => {
    const item = await get(documents, bookKey(park, name, id));
    return item && read(Item, item);
  };
  return {
    find,
    all: (park) =>
      Array.fromAsync(queryAll(documents, under(`park#${park}`, `${name}#`)), (item) =>
        orDamaged(() => read(Item, item)),
      ),
    put: async (before, next) => {
      const key = bookKey(next.value.park, name, next.value.id);
      if (before) await archive(documents, `${name}#${next.value.id}`, before);
      return put(documents, written(Item, next, key), versionIs(before?.version ?? 0));
    },
    history: async (park, id) => {
      const last = await find(park, id);
      const log = await archived(documents, park, `${name}#${id}`);
      const before = log.filter(({ version }) => version !== last?.version);
      return last ? [...before, last.lastChange] : before;
    },
  };
}

/** Writes the change of `kept` under the log of the record whose sort key is `record`. */
const archive = (
  documents: Documents,
  record: string,
  { value, lastChange }: Kept<Named>,
): Promise<WriteResult> =>
  put(
    documents,
    written(ChangeItem, lastChange, changeKey(value.park, record, lastChange.version)),
  );

const archived = (documents: Documents, park: string, record: string): Promise<readonly Change[]> =>
  Array.fromAsync(queryAll(documents, under(`log#${park}#${record}`, 'v')), (item) =>
    read(ChangeItem, item),
  );
