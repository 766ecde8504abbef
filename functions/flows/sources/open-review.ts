import { Temporal } from 'temporal-polyfill';
import { Conflict } from '../../domain/base/faults.ts';
import type { ReviewId } from '../../domain/base/ids.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Review } from '../../domain/sources/review.ts';
import { areaNames } from '../../reader/text/area-names.ts';
import { refuseActor } from '../context/actor.ts';
import { inParallel } from '../context/in-parallel.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { type Author, nextOf } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import { reviewDraftOf } from './draft-questions.ts';
import { knownReviews } from './known-reviews.ts';
import { comparedDrafts, type NewDraft } from './plan-differences.ts';
import { readUpload, refusedUpload, type Upload } from './read-upload.ts';
import { sourceOfUpload } from './source-of-upload.ts';

/**
 * Reads an uploaded document into drafts that wait for the office; of a new version of a source, only
 * those that are new. Nothing is registered yet. What was begun and cut short is never seen, as the
 * review itself is written last, under the next number of its year: of several that are begun at once,
 * one is.
 *
 * @returns the id of the review.
 * @throws {BadInput} if the file cannot be read, has no promises or no year, a pasted text names another
 *   year than today's or leaves its kind open, it cannot be told which
 *   source it is of, another version of that source is under review, or `by` may not.
 * @throws {Conflict} if one of that year was begun and ended at the same moment.
 */
export async function openReview(
  run: ParkContext,
  booker: Booker,
  upload: Upload,
): Promise<ReviewId> {
  const park = run.park.id;
  refuseActor(run, booker.by, 'enterPlan');
  const { document, year, title, drafts } = await readUpload(upload);
  const name = `${year}-${upload.name}`;
  const { same, next, reviews } = await knownReviews(park, { year, name }, run.ports);
  if (same !== undefined) return same;
  const sources = await run.sources();
  const about = sourceOfUpload({ year, title, about: upload.about, sources, reviews });
  refuseUnknownReaders(run, about.readers);
  refusePassed(run, about.answer);
  const { news, ...amendments } = await comparedDrafts(run, { ...about, year }, drafts);
  const review: Review = {
    id: next,
    upload: name,
    park,
    year,
    ...about,
    title,
    file: upload.file,
    text: document.text,
    areas: [...areaNames(document)],
    state: 'open',
    inHand: false,
    ...amendments,
  };
  refuseLarge(review, upload.file);
  const author = { ...makerOf(run, booker), what: '上传', why: upload.file };
  return keepReview(run, review, news, author);
}

/** Stores the drafts, then the review. @throws {Conflict} */
async function keepReview(
  { ports }: ParkContext,
  review: Review,
  news: readonly NewDraft[],
  author: Author,
): Promise<ReviewId> {
  const { park, year, upload } = review;
  const { drafts, reviews } = ports.collections;
  await inParallel(news, async (draft) => {
    const value = reviewDraftOf(upload, park, draft);
    await drafts.put(undefined, nextOf(undefined, value, author, ports));
  });
  const first = nextOf(undefined, review, author, ports);
  if ((await reviews.put(undefined, first)) === 'written') return review.id;
  const { same } = await knownReviews(park, { year, name: upload }, ports);
  if (same !== undefined) return same;
  throw new Conflict(`${year}年的来源`, '刚有人上传了另一份');
}

/** @throws {BadInput} if nobody holds or receives for one of the posts that may see the source. */
function refuseUnknownReaders({ directory }: ParkContext, readers: Review['readers']): void {
  const unknown = readers?.find((post) => !directory.holds(post));
  if (unknown === undefined) return;
  throw refusedUpload('谁能看', `通讯录里没有“${unknown}”这个岗位`, '请核对后再填');
}

/** @throws {BadInput} if what is to be reported on the source was due before today. */
function refusePassed({ now, rules }: ParkContext, answer: Review['answer']): void {
  if (!answer || Temporal.PlainDate.compare(answer.due, localDay(now, rules)) >= 0) return;
  const { month, day } = answer.due;
  throw refusedUpload('报送日期', `${month}月${day}日已经过去`, '请填今天或以后的日期');
}

/** Bytes of a review as it is kept, with room for its keys: DynamoDB takes 400 KB in all. */
const LARGEST_REVIEW = 380_000;

function refuseLarge(review: Review, file: string): void {
  if (Buffer.byteLength(JSON.stringify(review)) <= LARGEST_REVIEW) return;
  throw refusedUpload(file, '与登记表的差别太多，一次核对不了', '请把计划分成几份，逐份上传');
}
