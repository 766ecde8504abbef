import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../functions/domain/base/role.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { digestId } from '../../functions/domain/messages/digest.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import type { Occasion } from '../../functions/domain/tasks/occasion.ts';
import { portalApp } from '../../functions/portal/app.tsx';
import { day } from '../support/builders.ts';
import { contactsOfPark } from '../support/contacts.ts';
import { taskId } from '../support/ids.ts';
import { deskOf, office, SMALL_PLAN } from '../support/plans.ts';
import { aPortal, HOME } from '../support/portal.ts';
import { changeTask, issueBulletin } from '../support/requests.ts';
import { type Route, routesOf } from '../support/routes.ts';
import type { World } from '../support/world.ts';
import { live } from './climbing.ts';
import { ASKED, LATE, MARK, restrictedPark, SECRET, TARGET } from './restricted-park.ts';

const move = (world: World, task: string, by: string, what: Move): Promise<unknown> =>
  changeTask(
    { park: 'linxiang', task: taskId(task), by, why: '说明', via: '测试' },
    what,
    world.ports,
  );

let world: World;
let routes: readonly Route[];
let contacts: readonly Contact[];
beforeAll(async () => {
  world = await restrictedPark();
  contacts = await contactsOfPark('linxiang', world.ports);
  const owner = ownerOf(ASKED);
  await move(world, LATE, 'office', { act: 'reassign', leadUnit: '安环局' });
  await live(world, '2022-06-15', '2022-06-20');
  await move(world, ASKED, owner, { act: 'requestExtension', due: day('2023-01-31'), why: '缓' });
  await live(world, '2022-06-21', '2022-06-30');
  await move(world, ASKED, 'office', { act: 'refuse' });
  await live(world, '2022-07-01', '2022-08-31');
  const review = await deskOf(world).upload(SMALL_PLAN.replace('2022', '2023'));
  const issue = { seen: '2022-01', demands: '请按期推进。' };
  const { id: bulletin } = await issueBulletin(office, issue, world.ports);
  const told = world.digests().find(({ contact }) => contact === 'anhuan-owner');
  if (!told) throw new Error('nobody was told anything');
  const places = { review, draft: 'p23-001', bulletin, message: digestId(told) };
  routes = routesOf(world, places);
}, 240_000);

const ownerOf = (id: string): string => {
  const post = world.stored(id)?.task.owner;
  return contacts.find((each) => `owner@${each.unit}` === post && each.role === 'owner')?.id ?? '';
};

const HEAD = 'anhuan-head';

/** Whether `id` is named for the instruction itself; owners are named for their own promises alone. */
const isNamed = ({ role, unit }: Contact): boolean =>
  role === 'office' || (role === 'unitHead' && unit === '安环局');

const owners = (): ReadonlySet<string> => new Set([...SECRET].map(ownerOf));

/** One of each role, and everybody of the units that the promises belong to. */
function strangers(): readonly Contact[] {
  const units = new Set([...SECRET].map((id) => world.stored(id)?.task.leadUnit));
  const first = Role.options.flatMap((role) =>
    contacts.filter((each) => each.role === role && !isNamed(each)).slice(0, 1),
  );
  const own = contacts.filter(({ unit }) => units.has(unit));
  return [...new Set([...first, ...own])].filter(
    (each) => !isNamed(each) && !owners().has(each.id),
  );
}

async function asking(contact: string): Promise<(route: Route) => Promise<Response>> {
  const app = portalApp(aPortal(world));
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: HOME };
  const signed = await app.request(`${HOME}/sign-in`, {
    method: 'POST',
    headers: form,
    body: `contact=${contact}`,
  });
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async ({ route, path }) => {
    const [method = ''] = route.split(' ');
    const isJson = path.startsWith('/api/');
    const type = isJson ? { 'content-type': 'application/json' } : form;
    const body = method === 'GET' ? {} : { body: isJson ? '{}' : '' };
    return app.request(`${HOME}${path}`, { method, headers: { ...type, cookie }, ...body });
  };
}

/** Everything that an answer says: its head, its text, the words of its document, the cells of its workbook, the lines of its calendar. */
async function saidIn(answer: Response): Promise<string> {
  const head = JSON.stringify([...answer.headers].map(([, value]) => decodeURIComponent(value)));
  const bytes = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? '';
  if (type.includes('spreadsheetml')) return `${head}${JSON.stringify(await readXlsxFile(bytes))}`;
  if (!type.includes('wordprocessingml')) return `${head}${bytes.toString().replace(/\r\n /g, '')}`;
  return `${head}${(await mammoth.extractRawText({ buffer: bytes })).value}`;
}

const SEEN: readonly Route[] = [
  '/items?area=s22a',
  `/items?q=${encodeURIComponent('主任')}`,
  '/items?sort=due',
].map((path) => ({ route: 'GET /items', path, may: () => true, refusal: [404] }));

const secrets = (): readonly Route[] =>
  [...SECRET].flatMap((id) =>
    [
      `/items/${id}`,
      `/targets/${id}`,
      `/api/v1/items/${id}`,
      `/api/v1/items/${id}/history`,
      `/api/v1/items/${id}/proofs`,
    ].map((path) => ({ route: `GET ${path}`, path, may: () => false, refusal: [404] })),
  );

describe('what a restricted source brings', () => {
  it('shows in no answer to a post that is not named, on any route', async () => {
    expect(strangers().length).toBeGreaterThan(5);
    for (const contact of strangers()) {
      const ask = await asking(contact.id);
      for (const route of [...routes, ...SEEN, ...secrets()]) {
        const said = await saidIn(await ask(route));
        const at = said.indexOf(MARK);
        const leak = at < 0 ? '' : said.slice(Math.max(0, at - 80), at + 40);
        expect([contact.id, route.route, leak]).toEqual([contact.id, route.route, '']);
      }
    }
  }, 240_000);

  it('shows to the posts that are named, and to each owner his own alone', async () => {
    for (const contact of ['office', HEAD]) {
      const ask = await asking(contact);
      for (const path of [
        `/items/${LATE}`,
        '/items.xlsx',
        '/items.ics',
        '/api/v1/items?limit=200',
        `/targets/${TARGET}`,
      ]) {
        const said = await saidIn(await ask({ route: 'GET', path, may: () => true, refusal: [] }));
        expect([contact, path, said.includes(MARK)]).toEqual([contact, path, true]);
      }
    }
    for (const id of SECRET) {
      const ask = await asking(ownerOf(id));
      const look = { route: 'GET', may: () => true, refusal: [] };
      expect(await saidIn(await ask({ ...look, path: `/items/${id}` }))).toContain(MARK);
      const others = [...SECRET].filter((each) => ownerOf(each) !== ownerOf(id));
      for (const other of others) {
        expect((await ask({ ...look, path: `/items/${other}` })).status).toBe(404);
      }
    }
  });

  it('is told on every occasion, and to nobody who is not named', () => {
    const kinds = new Set<Occasion['kind']>();
    for (const digest of world.digests()) {
      for (const notice of digest.notices) {
        if (notice.about === 'task' && SECRET.has(notice.task)) kinds.add(notice.occasion.kind);
      }
    }
    expect([...kinds].toSorted()).toEqual([
      'awaitsOffice',
      'before',
      'behindPace',
      'decision',
      'due',
      'handOver',
      'overdue',
      'overdueWeekly',
      'reportDue',
      'unanswered',
    ]);
    const told = world.messages.filter(({ subject, text, short }) =>
      `${subject}${text}${short}`.includes(MARK),
    );
    const named = new Set([...contacts.filter(isNamed).map(({ id }) => id), ...owners()]);
    expect(told.map(({ contact }) => contact).filter((id) => !named.has(id))).toEqual([]);
    expect(new Set(told.map(({ contact }) => contact))).toEqual(named);
  });

  it('is counted where totals stand', async () => {
    const leader = contacts.find(({ role }) => role === 'principalLeader')?.id ?? '';
    const ask = await asking(leader);
    for (const path of ['/', '/items', '/units', '/bulletin']) {
      const said = await saidIn(await ask({ route: 'GET', path, may: () => true, refusal: [] }));
      expect([path, /另有\d+项不公开/.exec(said)?.[0]]).toEqual([path, expect.any(String)]);
    }
    const sheet = world.messages.findLast(
      ({ contact, text }) => contact === leader && text.includes('发出提醒'),
    );
    expect(sheet?.text).toMatch(/另有\d+项不公开/);
  });
});
