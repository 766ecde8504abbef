/** The days on which the pages are looked at. */
export const lookDays: readonly string[] = [
  '2022-06-15',
  '2022-07-01',
  '2022-07-28',
  '2022-09-15',
  '2022-10-31',
  '2022-12-30',
];

/** The days on which the whole API is read. */
export const apiDays: readonly string[] = ['2022-07-15', '2022-12-30'];

/** The last day of the year that is walked. */
export const LAST_DAY = '2022-12-31';

/** Who looks: one of each role, and an owner who answers for figures. */
export const viewers: readonly string[] = [
  'office',
  'chanye-owner',
  'guijian-head',
  'leader-construction',
  'leader-principal',
  'finance',
];

/** The pages that every role opens on `day`; a refusal is recorded, too. */
export const placesOn = (day: string): readonly string[] => [
  '/',
  '/items',
  '/items/p22-010',
  '/items.ics',
  '/units',
  `/calendar?m=${day.slice(0, '2022-06'.length)}`,
  '/targets',
  '/targets/p22-001',
  '/funding',
  '/funding/p22-082-exit-2-reviewed',
  '/targets/import',
  '/funding/import',
  '/returns',
  '/messages',
  '/bulletin',
  '/bulletins',
  '/plans',
  '/settings',
];

/** What the office looks at next to it. */
export const officePlaces: readonly string[] = [
  '/items?lamp=red',
  '/items?lamp=unreported',
  '/items?status=closed',
  '/items?unit=安环局&q=建设',
  '/items/p22-071',
  '/items/p22-080',
  '/items/p22-128',
  '/items/p22-013',
  '/items.xlsx',
  '/targets.xlsx',
  '/funding.xlsx',
  '/targets/p22-006',
  '/plans/2023-1',
  '/plans/2023-1/drafts/p23-001',
  '/bulletins/2022-01',
  '/messages/2022-06-15%23office%231',
  '/messages/2022-06-30%23owner%40安环局%231',
  '/settings/contacts',
  '/settings/contacts/shenpi-owner',
  '/settings/new-contact',
  '/settings/policy',
  '/sign-in',
  '/nowhere',
];

/** What is looked at behind the newest link of a viewer. */
export const linkPlaces: readonly string[] = ['', '/returns'];
