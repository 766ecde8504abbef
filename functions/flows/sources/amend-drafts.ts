import type { ReviewId } from '../../domain/base/ids.ts';
import { postFor } from '../../domain/contacts/contact.ts';
import { type Amendment, amended } from '../../domain/sources/amendment.ts';
import { type DraftView, isInView } from '../../domain/sources/draft-view.ts';
import type { ReviewDraft } from '../../domain/sources/review.ts';
import { inParallel } from '../context/in-parallel.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { nextOf } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import { DRAFT_OVERTAKEN } from './open-draft.ts';
import { openOne, turnedMeanwhile } from './turn-review.ts';

/** Which drafts are meant: those that somebody saw in these versions, or all of one view and area. */
export type Meant =
  | { readonly seen: ReadonlyMap<string, number> }
  | { readonly view: DraftView; readonly area: number | null };

/** What became of an amendment. */
export type Amending = {
  /** How many drafts are as it says. */
  readonly amended: number;
  /** Those that stay as they were, and why, in words for the office. */
  readonly left: readonly { readonly id: string; readonly title: string; readonly why: string }[];
};

/**
 * Amends the drafts of a review. One that cannot be amended, or that somebody else changed since it
 * was seen, stays as it is and stops no other. Where the review was turned meanwhile, nothing counts
 * as amended.
 *
 * @throws {BadInput} if the review is no longer open, or `by` may not.
 */
export async function amendDrafts(
  run: ParkContext,
  booker: Booker,
  review: ReviewId,
  { meant, amendment }: { readonly meant: Meant; readonly amendment: Amendment },
): Promise<Amending> {
  const { park, ports } = run;
  const read = await openOne(run, booker, review);
  const ground = {
    year: read.kept.value.year,
    hasOwner: (unit: string) => run.directory.holds(postFor('owner', unit)),
  };
  const keeper = { ...makerOf(run, booker), what: '核对草稿', why: '' };
  const wanted = read.drafts.filter(({ value }) => isMeant(value, meant));
  const refusals = await inParallel(wanted, async (kept) => {
    const { id, title } = kept.value.draft;
    const leave = (why: string): Amending['left'][number] => ({ id, title, why });
    const value = amended(kept.value, amendment, ground);
    if (!('refusal' in value) && isSame(value, kept.value)) return undefined;
    if ('seen' in meant && meant.seen.get(kept.value.id) !== kept.version)
      return leave(DRAFT_OVERTAKEN);
    if ('refusal' in value) return leave(value.refusal);
    const result = await ports.collections.drafts.put(kept, nextOf(kept, value, keeper, ports));
    return result === 'lost' ? leave(DRAFT_OVERTAKEN) : undefined;
  });
  const left = refusals.filter((each) => each !== undefined);
  const turned = await turnedMeanwhile(park.id, review, ports);
  if (turned === undefined) return { amended: wanted.length - left.length, left };
  const all = wanted.map(({ value: { draft } }) => ({ id: draft.id, title: draft.title }));
  return { amended: 0, left: all.map((each) => ({ ...each, why: turned })) };
}

/** A draft is plain data; what is as it was requested stays, so that a request made again changes nothing. */
const isSame = (a: ReviewDraft, b: ReviewDraft): boolean => JSON.stringify(a) === JSON.stringify(b);

const isMeant = (draft: ReviewDraft, meant: Meant): boolean =>
  'seen' in meant ? meant.seen.has(draft.id) : isInView(draft, meant.view, meant.area);
