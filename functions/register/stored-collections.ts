import { z } from 'zod';
import { Change } from '../domain/contacts/change.ts';
import { FundingStep, Instrument } from '../domain/funding/funding.ts';
import { Bulletin } from '../domain/papers/bulletin.ts';
import { SavedView } from '../domain/papers/saved-view.ts';
import { Review, ReviewDraft } from '../domain/sources/review.ts';
import { Source, SourceText } from '../domain/sources/source.ts';
import { Enterprise, Project } from '../domain/targets/project-list.ts';
import { Target } from '../domain/targets/target.ts';
import { YearRecord } from '../domain/years/year-record.ts';
import type { Collection, Collections, Versioned } from '../flows/ports.ts';
import { archive, historyOf } from './change-log.ts';
import { type ItemStore, versionIs } from './item-store.ts';
import { orDamaged, readItem, Version, written } from './items.ts';
import { collectionKey } from './table.ts';

/** The collections in the one table. */
export const storedBooks = (items: ItemStore): Collections => ({
  targets: collection(items, { name: 'target', schema: Target }),
  projects: collection(items, { name: 'project', schema: Project }),
  enterprises: collection(items, { name: 'enterprise', schema: Enterprise }),
  instruments: collection(items, { name: 'instrument', schema: Instrument }),
  steps: collection(items, { name: 'step', schema: FundingStep }),
  sources: collection(items, { name: 'source', schema: Source }),
  sourceTexts: collection(items, { name: 'text', schema: SourceText }),
  reviews: collection(items, { name: 'review', schema: Review }),
  drafts: collection(items, { name: 'draft', schema: ReviewDraft }),
  bulletins: collection(items, { name: 'bulletin', schema: Bulletin }),
  views: collection(items, { name: 'view', schema: SavedView }),
  years: collection(items, { name: 'year', schema: YearRecord }),
});

type Named = { readonly id: string; readonly park: string };

/** What stands on a collection: `name` begins the sort keys of its records. */
type Sort<Value> = { readonly name: string; readonly schema: z.ZodType<Value> };

function collection<Value extends Named>(
  items: ItemStore,
  { name, schema }: Sort<Value>,
): Collection<Value> {
  const Item = z.object({ value: schema, version: Version, lastChange: Change });
  const find = async (park: string, id: string): Promise<Versioned<Value> | undefined> => {
    const item = await items.get(collectionKey(park, name, id));
    return item && readItem(Item, item);
  };
  return {
    find,
    all: (park) =>
      Array.fromAsync(items.under(`park#${park}`, `${name}#`), (item) =>
        orDamaged(() => readItem(Item, item)),
      ),
    put: async (before, next) => {
      const key = collectionKey(next.value.park, name, next.value.id);
      const record = `${name}#${next.value.id}`;
      if (before) await archive(items, next.value.park, record, before.lastChange);
      return items.put(written(Item, next, key), versionIs(before?.version ?? 0));
    },
    history: async (park, id) =>
      historyOf(items, park, `${name}#${id}`, (await find(park, id))?.lastChange),
  };
}
