import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { draftOrder, steppedOrder } from '../../../functions/domain/sources/draft-order.ts';
import { aReviewDraft } from '../../support/plans.ts';

const draftsAt = (starts: readonly number[]): readonly (typeof aReviewDraft)[] =>
  starts.map((start, index) => ({
    ...aReviewDraft,
    id: `draft-${index}`,
    draft: { ...aReviewDraft.draft, start },
  }));

const sorted = <Draft extends typeof aReviewDraft>(drafts: readonly Draft[]): readonly Draft[] =>
  drafts.toSorted((a, b) => draftOrder(a) - draftOrder(b));

const step = fc.record({ at: fc.nat(7), way: fc.constantFrom('up' as const, 'down' as const) });

test.prop([fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }), fc.array(step, { maxLength: 60 })])(
  'each step swaps a draft with its neighbor and leaves the others in their order',
  (starts, steps) => {
    let drafts = sorted(draftsAt(starts));
    for (const { at, way } of steps) {
      const chosen = drafts[at % drafts.length];
      if (!chosen) continue;
      const places = new Map(
        steppedOrder(drafts, chosen.id, way).map(({ draft, order }) => [draft.id, order]),
      );
      const from = drafts.indexOf(chosen);
      const to = from + (way === 'up' ? -1 : 1);
      const ids = drafts.map(({ id }) => id);
      const other = ids[to];
      const expected = other === undefined ? ids : ids.with(from, other).with(to, chosen.id);
      drafts = sorted(
        drafts.map((draft) => {
          const order = places.get(draft.id);
          return order === undefined ? draft : { ...draft, order };
        }),
      );
      expect(drafts.map(({ id }) => id)).toEqual(expected);
    }
  },
);
