import { digestId } from '../../functions/domain/messages/digest.ts';
import { deskOf, office, SMALL_PLAN } from './plans.ts';
import { samplePark } from './portal.ts';
import { issueBulletin } from './requests.ts';
import { type Route, routesOf } from './routes.ts';
import type { World } from './world.ts';

/** The sample park with a plan under review, an issue of the bulletin and messages, and its routes. */
export async function parkOfRoutes(): Promise<{
  readonly world: World;
  readonly routes: readonly Route[];
}> {
  const world = await samplePark('2022-06-15', '2022-07-01');
  const review = await deskOf(world).upload(SMALL_PLAN.replace('2022', '2023'));
  const message = world.digests().find(({ contact }) => contact === 'anhuan-owner');
  if (!message) throw new Error('nobody was told anything');
  const issue = { seen: '2022-01', demands: '请按期推进。' };
  const { id: bulletin } = await issueBulletin(office, issue, world.ports);
  const told = digestId(message);
  const places = { review, draft: 'p23-001', bulletin, message: told };
  return { world, routes: routesOf(world, places) };
}
