import { z } from 'zod';
import { Change } from '../domain/contacts/change.ts';
import { FundingStep, Instrument } from '../domain/funding/funding.ts';
import { Bulletin } from '../domain/papers/bulletin.ts';
import { SavedView } from '../domain/papers/saved-view.ts';
import { Review, ReviewDraft } from '../domain/sources/review.ts';
import { Source, SourceText } from '../domain/sources/source.ts';
import { Enterprise, Project } from '../domain/targets/project-list.ts';
import { Target } from '../domain/targets/target.ts';
import type { Collection, Collections } from '../flows/ports.ts';
import { archive, historyOf } from './change-log.ts';
import { type ItemStore, versionIs } from './item-store.ts';
import { orDamaged, readItem, Version, written } from './items.ts';
import { collectionKey } from './table.ts';
import { inVersion, isTakenBack, lastChangeIn, putNew, takeBackItem } from './taken-back.ts';

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
});

type Named = { readonly id: string; readonly park: string };

/** What stands on a collection: `name` begins the sort keys of its records. */
type Sort<Value> = { readonly name: string; readonly schema: z.ZodType<Value> };

function collection<Value extends Named>(
  items: ItemStore,
  { name, schema }: Sort<Value>,
): Collection<Value> {
  const Item = z.object({ value: schema, version: Version, lastChange: Change });
  const placeOf = (park: string, id: string) => ({
    key: collectionKey(park, name, id),
    park,
    record: `${name}#${id}`,
  });
  return {
    find: async (park, id) => {
      const item = await items.get(placeOf(park, id).key);
      return item && !isTakenBack(item) ? readItem(Item, item) : undefined;
    },
    all: async (park) => {
      const all = await Array.fromAsync(items.under(`park#${park}`, `${name}#`));
      const there = all.filter((item) => !isTakenBack(item));
      return there.map((item) => orDamaged(() => readItem(Item, item)));
    },
    put: async (before, next) => {
      const at = placeOf(next.value.park, next.value.id);
      if (!before) return putNew(items, at, (own) => written(Item, inVersion(next, own), at.key));
      await archive(items, at.park, at.record, before.lastChange);
      return items.put(written(Item, next, at.key), versionIs(before.version));
    },
    takeBack: ({ value: { park, id }, version, lastChange }, change) =>
      takeBackItem(items, placeOf(park, id), [lastChange, change], versionIs(version)),
    history: async (park, id) => {
      const { key, record } = placeOf(park, id);
      const item = await items.get(key);
      return historyOf(items, park, record, item && lastChangeIn(item));
    },
  };
}
