import { readFile } from 'node:fs/promises';
import type { ReviewId } from '../../functions/domain/base/ids.ts';
import type { Amendment } from '../../functions/domain/sources/amendment.ts';
import type { DraftView } from '../../functions/domain/sources/draft-view.ts';
import type { Review, ReviewDraft } from '../../functions/domain/sources/review.ts';
import { readContacts } from '../../functions/files/read-contacts.ts';
import type { Amending } from '../../functions/flows/sources/amend-drafts.ts';
import { type Publication } from '../../functions/flows/sources/publish-review.ts';
import type { AboutSource } from '../../functions/flows/sources/read-upload.ts';
import { type ReviewRead, readReview } from '../../functions/flows/sources/review.ts';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { aPark } from './builders.ts';
import { putContacts } from './contacts.ts';
import { reviewId, sourceId } from './ids.ts';
import { amendDrafts, openReview, publishReview } from './requests.ts';
import { newWorld, type World } from './world.ts';

const sample = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../functions/local/sample/${name}`, import.meta.url));

/** The real plan of 2022, as its file has it. */
export const realPlan = (): Promise<Uint8Array> => sample('plan-2022.txt');

/** Two milestones with a date, a target, and a promise without a unit and with a question. */
export const SMALL_PLAN = `临湘高新区2022年工作计划
一、安全环保
安环局要在6月底前完成污染第三方治理工作平台建设。安环局要在9月底前完成应急预案修订。
二、招商引资
招商局全年完成签约项目60个。
三、项目建设
全力推进国信、华科、宏源、金叶等3个特优项目建设。
`;

/** A park with the posts of the sample and nothing registered, on the morning of 17 January 2022. */
export async function emptyPark(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-01-17 08:00');
  const { contacts } = readContacts(await sample('contacts.jsonl'), 'contacts.jsonl');
  await openPark(aPark(), world.ports);
  await putContacts('linxiang', contacts, world.ports);
  return world;
}

/** The park of {@link emptyPark}. */
export const PARK = 'linxiang';

/** A list of livelihood projects of the year of {@link SMALL_PLAN}, with areas of its own. */
export const LIVELIHOOD = `临湘高新区2022年民生实事项目清单
一、教育
招商局要在8月底前建成园区小学。
二、出行
安环局要在10月底前开通园区公交。
`;

/** A review as it is kept. */
export const aReview: Review = {
  id: reviewId('2022-1'),
  upload: '2022-upload1',
  park: PARK,
  year: 2022,
  kind: 'annualPlan',
  title: '2022年工作计划',
  documentNumber: '',
  date: null,
  from: '',
  readers: null,
  file: '计划.docx',
  text: '2022年工作计划\n6月底前完成平台建设。',
  areas: ['安全环保'],
  state: 'open',
  inHand: false,
  unchanged: 1,
  amended: [
    {
      id: 'p22-002',
      title: '修订预案',
      fields: ['due'],
      quote: '10月底前',
      due: '2022-10-31',
      task: '',
      newTitle: '',
      metric: null,
    },
  ],
  gone: [{ id: 'p22-003', title: '举办推介会', task: '' }],
};

/** A draft of {@link aReview}. */
export const aReviewDraft: ReviewDraft = {
  id: '2022-upload1.p22-001',
  park: PARK,
  review: aReview.upload,
  decision: 'accepted',
  alike: null,
  alikeIs: null,
  draft: {
    id: 'p22-001',
    area: 1,
    quote: '6月底前完成平台建设',
    start: 11,
    end: 21,
    title: '完成平台建设',
    kind: 'milestone',
    due: '2022-06-30',
    duePrecision: 'explicit',
    metric: { name: '平台', unit: '个', value: 1.5, comparator: 'ge' },
    amountCny: 20_000_000,
    counterpart: null,
    hardness: 'must',
    owners: ['安环局'],
    support: [],
    recurrence: null,
    rules: ['kind.dated'],
    questions: ['请核对'],
  },
};

/** Of an upload that is a new version of the plan of 2022. */
export const P22: AboutSource = { versionOf: sourceId('p22') };

/** The office at its desk. */
export const office = { park: PARK, by: 'office', via: '网页' };

/** What the office does with plans in one world. */
export type Desk = {
  readonly upload: (text: string, about?: AboutSource, by?: string) => Promise<ReviewId>;
  readonly readOf: (id: ReviewId) => Promise<ReviewRead>;
  /** Amends every draft of a view. */
  readonly amend: (id: ReviewId, view: DraftView, amendment: Amendment) => Promise<Amending>;
  readonly publish: (id: ReviewId, most?: number) => Promise<Publication>;
  /** Uploads a plan, gives what has none to the bureau of investment, and decides all of it. */
  readonly decided: (text?: string, about?: AboutSource) => Promise<ReviewId>;
  /** Ids of what is registered of the small plan. */
  readonly registered: () => readonly string[];
};

export function deskOf(world: World): Desk {
  const { ports } = world;
  let uploads = 0;
  const upload: Desk['upload'] = (text, about = {}, by = office.by) => {
    uploads += 1;
    const bytes = new TextEncoder().encode(text);
    const given = { bytes, file: '计划.txt', year: null, name: `upload${uploads}`, about };
    return openReview({ ...office, by }, given, ports);
  };
  const amend: Desk['amend'] = (id, view, amendment) =>
    amendDrafts(office, id, { meant: { view, area: null }, amendment }, ports);
  return {
    upload,
    amend,
    readOf: async (id) => {
      const read = await readReview(PARK, id, ports);
      if (!read) throw new Error(`no review ${id}`);
      return read;
    },
    publish: (id, most = 100) => publishReview(office, id, { inHand: false, most }, ports),
    decided: async (text = SMALL_PLAN, about = {}) => {
      const id = await upload(text, about);
      await amend(id, 'units', { unit: '招商局' });
      await amend(id, 'questions', { decision: 'dropped' });
      await amend(id, 'open', { decision: 'accepted' });
      return id;
    },
    registered: () =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `p22-00${number}`).filter((id) => world.stored(id)),
  };
}
