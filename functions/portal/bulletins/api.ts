import { z } from 'zod';
import { Bulletin, bulletinId } from '../../domain/papers/bulletin.ts';
import { Demands } from '../../domain/papers/demands.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { readTasks } from '../../flows/context/park-context.ts';
import { yearsFor } from '../../flows/context/register-years.ts';
import { sightOf } from '../../flows/context/sight.ts';
import type { Versioned } from '../../flows/ports.ts';
import { issueBulletin, nextNumber, readBulletins } from '../../flows/views/bulletins.ts';
import { type Call, found, type Operation, operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';
import { YearQuery } from '../http/year.ts';

const facts = {
  issuedBy: z.string().describe('定稿的联系人编号'),
  issuedAt: z.iso.datetime(),
};

export const OneBulletin = Bulletin.omit({ park: true }).extend(facts);

export const Bulletins = z.object({
  bulletins: z.array(
    Bulletin.pick({ id: true, year: true, number: true, on: true, counts: true }).extend(facts),
  ),
  next: z.string().describe('这个年度下一期的编号，定稿时放在 seen 里'),
});

const IssueBulletin = z.object({
  seen: z.string().describe('看到的下一期的编号；已被别人定稿的不再定稿'),
  demands: Demands.describe('下步要求，一行一段，至多 150 字、3 段'),
});

const body = ({ value, lastChange }: Versioned<Bulletin>): z.infer<typeof OneBulletin> =>
  OneBulletin.parse({ ...value, issuedBy: lastChange.by, issuedAt: lastChange.at.toString() });

const listBulletins = operation({
  verb: 'get',
  path: '/bulletins',
  operationId: 'listBulletins',
  summary: '定稿的督查通报，最新的在前',
  query: YearQuery,
  answer: { name: 'Bulletins', schema: Bulletins, description: '通报' },
  refusals: [],
  run: async ({ context, run, viewer, portal, query }) => {
    const kept = await readBulletins(run.park.id, portal.ports);
    const tasks = (await readTasks(run)).map(({ task }) => task);
    const { year } = await yearsFor(run, await sightOf(run, viewer), tasks, query.year);
    const next = bulletinId(year, nextNumber(kept, year));
    return context.json(Bulletins.parse({ bulletins: kept.map(body), next }));
  },
});

const readOne = operation({
  verb: 'get',
  path: '/bulletins/{id}',
  operationId: 'readBulletin',
  summary: '一期督查通报，数字是定稿时的',
  answer: { name: 'Bulletin', schema: OneBulletin, description: '通报' },
  refusals: [],
  run: (call) => answerBulletin(call, call.part('id')),
});

const issue = operation({
  verb: 'post',
  path: '/bulletins',
  operationId: 'issueBulletin',
  summary: '把现在的情况定稿为一期督查通报，此后不再变动',
  body: { name: 'IssueBulletin', schema: IssueBulletin },
  answer: { name: 'Bulletin', schema: OneBulletin, description: '定稿的通报' },
  refusals: [409],
  may: (viewer) => mayInPark(viewer, 'issueBulletin'),
  run: async (call) => {
    const booker = bookerOf(call.context, '接口');
    const { id } = await issueBulletin(call.run, booker, call.body);
    return answerBulletin(call, id);
  },
});

/** What can be read and done of the bulletin: it is a circular, so anyone who has a post may read it. */
export const bulletins: readonly Operation[] = [listBulletins, readOne, issue];

async function answerBulletin({ context, run, portal }: Call, id: string): Promise<Response> {
  return context.json(body(found(await portal.ports.collections.bulletins.find(run.park.id, id))));
}
