import { NewItem } from '../../functions/domain/sources/new-item.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { type ItemRequest, registerItem } from '../../functions/flows/sources/register-item.ts';
import { reviewId } from '../support/ids.ts';
import { deskOf, emptyPark, LIVELIHOOD, office, PARK, SMALL_PLAN } from '../support/plans.ts';
import {
  amendDrafts,
  dropReview,
  publishReview,
  reopenReview,
  undoPublication,
} from '../support/requests.ts';
import type { World } from '../support/world.ts';
import type { Deed } from './each-call.ts';

/** The desk of the office in `world`, whose outside calls are those of `needs`. */
const deskWith = (ports: Ports, world: World): ReturnType<typeof deskOf> =>
  deskOf({ ...world, ports });

const REVIEW = reviewId('2022-1');

const ITEM: ItemRequest = {
  item: NewItem.parse({
    title: '完成化工片区事故应急池扩容',
    leadUnit: '安环局',
    due: '2022-08-31',
    source: { kind: 'instruction', from: '管委会主要领导', date: '2022-01-14', words: '' },
  }),
  key: 'key-1',
  confirmed: { past: false, other: false },
};

const withReview = (ready: (world: World) => Promise<unknown>) => async (): Promise<World> => {
  const world = await emptyPark();
  world.pages.at = 'https://park.example';
  await ready(world);
  return world;
};

const uploaded = withReview((world) => deskOf(world).upload(SMALL_PLAN));
const decided = withReview((world) => deskOf(world).decided());
const begun = withReview(async (world) => {
  await deskOf(world).decided();
  await publishReview(office, REVIEW, { inHand: false, most: 1 }, world.ports);
});

const published = withReview(async (world) => {
  const desk = deskOf(world);
  await desk.publish(await desk.decided());
});

/** What the office does with plans and other sources. */
export const planDeeds: readonly Deed[] = [
  {
    what: 'a plan is uploaded',
    park: emptyPark,
    act: (ports, world) => deskWith(ports, world).upload(SMALL_PLAN),
    end: 'again',
  },
  {
    what: 'a second document of the year is uploaded',
    park: published,
    act: (ports, world) => deskWith(ports, world).upload(LIVELIHOOD),
    end: 'again',
  },
  {
    what: 'an item is entered by hand',
    park: emptyPark,
    act: async (ports) => registerItem(await openContext(PARK, ports), office, ITEM),
    end: 'again',
  },
  {
    what: 'drafts are given a unit',
    park: uploaded,
    act: (ports) =>
      amendDrafts(
        office,
        REVIEW,
        { meant: { view: 'all', area: null }, amendment: { unit: '招商局' } },
        ports,
      ),
    end: 'again',
  },
  {
    what: 'a plan is put aside',
    park: uploaded,
    act: (ports) => dropReview(office, REVIEW, ports),
    end: 'whole',
    isDoneAlready: /这份计划已放弃/,
  },
  {
    what: 'a plan is published in parts',
    park: decided,
    act: async (ports) => {
      while ((await publishReview(office, REVIEW, { inHand: false, most: 2 }, ports)).left > 0);
    },
    end: 'again',
    isDoneAlready: /这份计划已发布/,
  },
  {
    what: 'a publication that ended is taken back',
    park: published,
    act: (ports) => undoPublication(office, REVIEW, ports),
    end: 'again',
    isDoneAlready: /这份计划核对中/,
  },
  {
    what: 'a publication is taken back',
    park: begun,
    act: (ports) => reopenReview(office, REVIEW, ports),
    end: 'whole',
    isDoneAlready: /这份计划/,
  },
];
