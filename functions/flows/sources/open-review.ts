import { Conflict } from '../../domain/base/faults.ts';
import type { SourceId } from '../../domain/base/ids.ts';
import type { Review } from '../../domain/sources/review.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { diffPlan } from '../../reader/diff.ts';
import { areaNames } from '../../reader/text/area-names.ts';
import { refuseActor } from '../context/actor.ts';
import { inParallel } from '../context/in-parallel.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { nextOf } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import { namesakesOf, reviewDraftOf, withQuestions } from './draft-questions.ts';
import { knownReviews } from './known-reviews.ts';
import { amendmentsOf, knownOf, registeredOf, withoutOfficeFields } from './plan-differences.ts';
import { readUpload, refusedUpload, titleIn, type Upload } from './read-upload.ts';

/**
 * Reads an uploaded plan into drafts that wait for the office; of one whose year is registered
 * already, only those that are new. Nothing is registered yet. What was begun and cut short is
 * never seen, as the review itself is written last, under the next number of its year: of several
 * that are begun at once, one is.
 *
 * @returns the id of the review.
 * @throws {BadInput} if the file cannot be read, has no promises or no year, a plan of that year is
 *   under review already, or `by` may not.
 * @throws {Conflict} if one of that year was begun and ended at the same moment.
 */
export async function openReview(
  run: ParkContext,
  { by, via }: Booker,
  upload: Upload,
): Promise<SourceId> {
  const { ports } = run;
  const park = run.park.id;
  refuseActor(run, by, 'enterPlan');
  const { document, year, drafts } = await readUpload(upload);
  const name = `${year}-${upload.name}`;
  const known = await knownReviews(park, { year, name }, ports);
  if (known.same !== undefined) return known.same;
  const registered = await registeredOf(run, year);
  const differences = diffPlan(drafts, registered.map(knownOf)).map(withoutOfficeFields);

  const review: Review = {
    id: known.next,
    upload: name,
    park,
    year,
    title: titleIn(document, year),
    file: upload.file,
    text: document.text,
    areas: [...areaNames(document)],
    state: 'open',
    inHand: false,
    ...amendmentsOf(differences, new Set(registered.filter(isEnded).map((task) => task.id))),
  };
  refuseLarge(review, upload.file);

  const keeper = { ...makerOf(run, { by, via }), what: '上传计划', why: upload.file };
  const news = differences.flatMap((each) => (each.sort === 'added' ? [each.draft] : []));
  await inParallel(news, async (draft) => {
    const value = reviewDraftOf(name, park, withQuestions(draft, namesakesOf(draft, differences)));
    await ports.collections.drafts.put(undefined, nextOf(undefined, value, keeper, ports));
  });
  const first = nextOf(undefined, review, keeper, ports);
  if ((await ports.collections.reviews.put(undefined, first)) === 'written') return review.id;
  const { same } = await knownReviews(park, { year, name }, ports);
  if (same !== undefined) return same;
  throw new Conflict(`${year}年的计划`, '刚有人上传了另一份');
}

/** Bytes of a review as it is kept, with room for its keys: DynamoDB takes 400 KB in all. */
const LARGEST_REVIEW = 380_000;

function refuseLarge(review: Review, file: string): void {
  if (Buffer.byteLength(JSON.stringify(review)) <= LARGEST_REVIEW) return;
  throw refusedUpload(file, '与登记表的差别太多，一次核对不了', '请把计划分成几份，逐份上传');
}
