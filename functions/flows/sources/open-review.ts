import { Conflict, DamagedRecord, isReadable } from '../../domain/base/faults.ts';
import { oneLine } from '../../domain/base/one-line.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import {
  type Amended,
  isUnderWay,
  type Review,
  type ReviewDraft,
  uploadNameOf,
} from '../../domain/sources/review.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { planYearIn } from '../../reader/dates/plan-year.ts';
import { type PlanChange as Difference, diffPlan } from '../../reader/diff.ts';
import { readDocument } from '../../reader/formats/read-document.ts';
import type { RegisteredPromise } from '../../reader/pair-promises.ts';
import { readPlan } from '../../reader/read-plan.ts';
import { areaNames } from '../../reader/text/area-names.ts';
import type { PlanDocument } from '../../reader/text/document.ts';
import { refuseActor } from '../context/actor.ts';
import { inParallel } from '../context/in-parallel.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { nextOf } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { Ports, Versioned } from '../ports.ts';

/** A plan as somebody gave it. */
export type Upload = {
  readonly bytes: Uint8Array;
  /** Name of the file, for messages and for anyone who looks through it later. */
  readonly file: string;
  /** Year of the plan; null to take it from the title. */
  readonly year: number | null;
  /**
   * Names this upload and what is in it, with letters and digits: sent again, it opens no second
   * review, and what was begun of another one stays apart.
   */
  readonly name: string;
};

/** Bytes of a plan's text, which is one record with what it amends: DynamoDB takes 400 KB in all. */
const LONGEST_TEXT = 150 * 1024;

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
): Promise<string> {
  const { ports } = run;
  const park = run.park.id;
  refuseActor(run, by, 'enterPlan');
  const { document, year, drafts } = await readUpload(upload);
  const name = `${year}-${upload.name}`;
  const known = await knownReviews(park, { year, name }, ports);
  if (known.same !== undefined) return known.same;
  const registered = await registeredOf(run, year);
  const differences = diffPlan(drafts, registered.map(knownOf)).map(sorted);

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
    ...standing(differences, new Set(registered.filter(isEnded).map((task) => task.id))),
  };
  refuseLarge(review, upload.file);

  const keeper = { ...makerOf(run, { by, via }), what: '上传计划', why: upload.file };
  const news = differences.flatMap((each) => (each.sort === 'added' ? [each.draft] : []));
  await inParallel(news, async (draft) => {
    const value = draftOf(name, park, asking(draft, namesakesOf(draft, differences)));
    await ports.collections.drafts.put(undefined, nextOf(undefined, value, keeper, ports));
  });
  const first = nextOf(undefined, review, keeper, ports);
  if ((await ports.collections.reviews.put(undefined, first)) === 'written') return review.id;
  const { same } = await knownReviews(park, { year, name }, ports);
  if (same !== undefined) return same;
  throw new Conflict(`${year}年的计划`, '刚有人上传了另一份');
}

type Read = {
  readonly document: PlanDocument;
  readonly year: number;
  readonly drafts: readonly Draft[];
};

/** @throws {BadInput} for what is no plan that can be looked through. */
async function readUpload({ bytes, file, year: given }: Upload): Promise<Read> {
  const document = await readDocument(bytes, file);
  const year = given ?? planYearIn(document.text);
  if (year === undefined) throw bad(file, '文中没有找到计划年份', '请在上传时写明年份');
  refuseLong(document, file);
  const { drafts } = readPlan(document, { year });
  if (drafts.length === 0) throw bad(file, '没有读出一项任务', '请确认给的是工作计划正文');
  return { document, year, drafts };
}

const bad = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);

/** Bytes of a review as it is kept, with room for its keys: DynamoDB takes 400 KB in all. */
const LARGEST_REVIEW = 380_000;

function refuseLarge(review: Review, file: string): void {
  if (Buffer.byteLength(JSON.stringify(review)) <= LARGEST_REVIEW) return;
  throw bad(file, '与登记表的差别太多，一次核对不了', '请把计划分成几份，逐份上传');
}

/** What the office has to say of a draft besides: who leads, and whether it is what another one is. */
const asking = (draft: Draft, others: readonly string[]): Draft => ({
  ...draft,
  questions: [
    ...draft.questions,
    ...(draft.owners.length < 2 ? [] : [`计划写了${draft.owners.join('、')}，请定一个牵头单位`]),
    ...(others.length === 0
      ? []
      : [`与${listed(others)}标题相同，请核对是不是同一件事；不是的，请把标题写得有区别`]),
  ],
});

/** Ids that a question names; the rest is a count. */
const MOST_NAMED = 3;

const listed = (ids: readonly string[]): string => {
  const rest = ids.length > MOST_NAMED ? `等${ids.length}条` : '';
  return `${ids.slice(0, MOST_NAMED).join('、')}${rest}`;
};

/** Ids of what else of that year is called as `draft` is, registered or new. */
const namesakesOf = ({ id, title }: Draft, differences: readonly Difference[]): readonly string[] =>
  differences
    .map((each) => (each.sort === 'added' ? each.draft : each.old))
    .filter((other) => other.title === title && other.id !== id)
    .map((other) => other.id);

function refuseLong({ text }: PlanDocument, file: string): void {
  if (Buffer.byteLength(text) <= LONGEST_TEXT) return;
  throw bad(file, '正文超过 5 万字', '请只留计划正文，附件另存，再上传一次');
}

const draftOf = (upload: string, park: string, draft: ReviewDraft['draft']): ReviewDraft => ({
  id: `${upload}.${draft.id}`,
  park,
  review: upload,
  draft,
  decision: 'open',
});

/** The first line, which is the plan's own title, unless it is the head of a table. */
function titleIn({ text }: PlanDocument, year: number): string {
  const [first = ''] = text.trim().split('\n');
  const title = oneLine(first);
  const isHead = title === '' || first.includes('\t');
  return isHead ? `${year}年工作计划` : Array.from(title).slice(0, LONGEST_TITLE).join('');
}

const LONGEST_TITLE = 100;

/**
 * What the reviews of a year leave to a new one: its id, or that of the one that `name` was uploaded
 * as already. Each takes the next number and none is ever deleted, so that nobody begins another one
 * before all others have ended.
 *
 * @throws {BadInput} if another one is under way: two would give the same numbers to different promises.
 */
async function knownReviews(
  park: string,
  { year, name }: { readonly year: number; readonly name: string },
  { collections }: Ports,
): Promise<{ readonly same?: string; readonly next: string }> {
  const all = await collections.reviews.all(park);
  const whole = all.filter(isReadable).map(({ value }) => value);
  const same = whole.find((review) => uploadNameOf(review) === name);
  const next = `${year}-${1 + all.map(nameIn).filter((id) => id.startsWith(`${year}-`)).length}`;
  if (same) return { same: same.id, next };
  const other = whole.find((review) => review.year === year && isUnderWay(review));
  if (!other) return { next };
  const message = `${year}年的计划“${other.file}”还没有发布`;
  throw bad('计划', message, '请先发布或放弃那一份，再上传');
}

/** The id of a review, also of one that cannot be read. */
const nameIn = (review: Versioned<Review> | DamagedRecord): string =>
  review instanceof DamagedRecord ? review.key.replace(/^.*#/, '') : review.value.id;

/** The promises of that year that were ever registered, so that no number is given twice. */
async function registeredOf(run: ParkContext, year: number): Promise<readonly Task[]> {
  const tasks = (await readTasks(run)).map(({ task }) => task);
  return tasks.filter(({ plan, stageOf }) => plan === year && stageOf === null);
}

const knownOf = ({ id, quote, title, kind, due, metric, leadUnit }: Task): RegisteredPromise => ({
  id,
  quote,
  title,
  kind,
  due: due?.toString() ?? null,
  metric,
  owners: [leadUnit],
});

/** Without what the office decides and a plan need not say: the unit, and a date that it set. */
function sorted(difference: Difference): Difference {
  if (difference.sort !== 'changed') return difference;
  const { draft } = difference;
  const fields = difference.fields.filter(
    (field) => field !== 'owners' && !(field === 'due' && draft.duePrecision !== 'explicit'),
  );
  return { ...difference, sort: fields.length === 0 ? 'unchanged' : 'changed', fields };
}

/** What an amended plan says of what is registered; nobody is asked about what has ended. */
function standing(
  differences: readonly Difference[],
  ended: ReadonlySet<string>,
): Pick<Review, 'unchanged' | 'amended' | 'gone'> {
  const amended = differences.flatMap((each) =>
    each.sort === 'changed' && !ended.has(each.old.id) ? [amendedOf(each)] : [],
  );
  const gone = differences.flatMap((each) =>
    each.sort === 'withdrawn' && !ended.has(each.old.id)
      ? [{ id: each.old.id, title: each.old.title }]
      : [],
  );
  const added = differences.filter(({ sort }) => sort === 'added').length;
  const unchanged = differences.length - added - amended.length - gone.length;
  return { unchanged, amended, gone };
}

const amendedOf = ({
  old,
  fields,
  draft,
}: Extract<Difference, { readonly fields: readonly string[] }>): Amended => ({
  id: old.id,
  title: old.title,
  fields,
  quote: draft.quote,
  due: draft.due,
});
