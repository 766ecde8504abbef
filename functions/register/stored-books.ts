import { z } from 'zod';
import { Change } from '../domain/contacts/change.ts';
import { Instrument, Step } from '../domain/funding/funding.ts';
import { Bulletin } from '../domain/papers/bulletin.ts';
import { Review, ReviewDraft } from '../domain/sources/review.ts';
import { Enterprise, Project } from '../domain/targets/project-list.ts';
import { Target } from '../domain/targets/target.ts';
import type { Books, Kept, Shelf } from '../flows/ports.ts';
import { archive, historyOf } from './change-log.ts';
import { type ItemStore, versionIs } from './item-store.ts';
import { orDamaged, read, Version, written } from './items.ts';
import { bookKey } from './table.ts';

/** The collections in the one table. */
export const storedBooks = (items: ItemStore): Books => ({
  targets: shelf(items, { name: 'target', schema: Target }),
  projects: shelf(items, { name: 'project', schema: Project }),
  enterprises: shelf(items, { name: 'enterprise', schema: Enterprise }),
  instruments: shelf(items, { name: 'instrument', schema: Instrument }),
  steps: shelf(items, { name: 'step', schema: Step }),
  reviews: shelf(items, { name: 'review', schema: Review }),
  drafts: shelf(items, { name: 'draft', schema: ReviewDraft }),
  bulletins: shelf(items, { name: 'bulletin', schema: Bulletin }),
});

type Named = { readonly id: string; readonly park: string };

/** What stands on a collection: `name` begins the sort keys of its records. */
type Sort<Value> = { readonly name: string; readonly schema: z.ZodType<Value> };

function shelf<Value extends Named>(items: ItemStore, { name, schema }: Sort<Value>): Shelf<Value> {
  const Item = z.object({ value: schema, version: Version, lastChange: Change });
  const find = async (park: string, id: string): Promise<Kept<Value> | undefined> => {
    const item = await items.get(bookKey(park, name, id));
    return item && read(Item, item);
  };
  return {
    find,
    all: (park) =>
      Array.fromAsync(items.under(`park#${park}`, `${name}#`), (item) =>
        orDamaged(() => read(Item, item)),
      ),
    put: async (before, next) => {
      const key = bookKey(next.value.park, name, next.value.id);
      const record = `${name}#${next.value.id}`;
      if (before) await archive(items, next.value.park, record, before.lastChange);
      return items.put(written(Item, next, key), versionIs(before?.version ?? 0));
    },
    history: async (park, id) =>
      historyOf(items, park, `${name}#${id}`, (await find(park, id))?.lastChange),
  };
}
