import { beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/domain/contact.ts';
import { type Digest, digestId } from '../../functions/domain/digest.ts';
import type { Task } from '../../functions/domain/task.ts';
import { readContacts } from '../../functions/intake/read-contacts.ts';
import { portalApp } from '../../functions/portal/app.tsx';
import { aPark, firstPolicy } from '../support/builders.ts';
import { deskOf, SMALL_PLAN, sampleFile } from '../support/plans.ts';
import { aPortal, HOME, samplePark, signedInAs } from '../support/portal.ts';
import { guarded, open, type Rule, type Things } from '../support/routes.ts';
import { type Witness, witnessed } from '../support/witness.ts';
import type { World } from '../support/world.ts';

/** Every role, and those of a unit in that of the task and in another. */
const VISITORS = [
  'anhuan-owner',
  'anhuan-head',
  'zhaoshang-owner',
  'zhaoshang-head',
  'caijin-owner',
  'leader-safety',
  'leader-principal',
  'office',
  'finance',
] as const;

const demo = { next: async () => {}, to: async () => {} };

const contacts: Promise<readonly Contact[]> = sampleFile('contacts.jsonl').then(
  (bytes) => readContacts(bytes, 'contacts.jsonl').contacts,
);

type Park = { readonly world: World; readonly things: Things };

async function park(): Promise<Park> {
  const world = await samplePark('2022-07-01');
  const plan = await deskOf(world).upload(SMALL_PLAN);
  const [draft] = (await deskOf(world).readOf(plan)).drafts;
  const digest = world.digests().find(({ contact }) => contact === 'anhuan-owner') as Digest;
  const message = { id: digestId(digest), contact: digest.contact };
  const taskOf = (id: string): Task => world.stored(id)?.task as Task;
  const things = {
    task: taskOf('p22-071'),
    target: taskOf('p22-001'),
    money: taskOf('p22-082'),
    step: 'p22-082-exit-2-reviewed',
    message,
    plan,
    draft: draft?.value.draft.id ?? '',
    contact: 'anhuan-owner',
  };
  return { world, things };
}

/** The routes of the pages, each once, without what only goes before them. */
const routesOf = (world: World): readonly string[] => [
  ...new Set(
    portalApp(aPortal(world, { demo }))
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

type Sender = (name: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;

/** Sends what a rule says to its route, with the session of `contact` if there is one. */
async function senderAs(contact: string | null, { things }: Park, by: Witness): Promise<Sender> {
  const portal = aPortal({ needs: by.needs } as World, { demo });
  const app = portalApp(portal);
  const cookie = contact ? (await signedInAs(contact, portal)).cookie() : '';
  return async (name, headers = {}) => {
    const [method = ''] = name.split(' ');
    const { at, fields } = guarded[name] as Rule;
    const type = 'application/x-www-form-urlencoded';
    return app.request(`${HOME}${at(things)}`, {
      method,
      ...(method === 'GET' ? {} : { body: new URLSearchParams(fields).toString() }),
      headers: { cookie, origin: HOME, 'content-type': type, ...headers },
    });
  };
}

const names = Object.keys(guarded);
const changes = names.filter((name) => !name.startsWith('GET '));

let sample: Park;
beforeAll(async () => {
  sample = await park();
});

describe('every route', () => {
  it('is named by the table of who is let on, and the table names no other', () => {
    const unknown = (name: string): boolean => !open.some((pattern) => pattern.test(name));
    expect(routesOf(sample.world).filter(unknown).toSorted()).toEqual(names.toSorted());
  });

  it.each(VISITORS)(
    'lets %s on as the rules say, and writes nothing for whom it does not',
    async (id) => {
      const own = await park();
      const contact = (await contacts).find((each) => each.id === id) as Contact;
      const wrong: unknown[] = [];
      for (const name of names) {
        const by = witnessed(own.world.needs);
        const answer = await (await senderAs(id, own, by))(name);
        const may = guarded[name]?.may(contact, own.things) === true;
        const { status } = answer;
        if (isRight({ name, may, status, writes: by.writes })) continue;
        wrong.push({ name, may, status, writes: by.writes });
      }
      expect(wrong).toEqual([]);
    },
  );

  it('shows nothing to nobody, and sends them to sign in', async () => {
    const by = witnessed(sample.world.needs);
    const send = await senderAs(null, sample, by);
    for (const name of names) {
      const answer = await send(name);
      const isPage = name.startsWith('GET ') && !name.startsWith('GET /api/');
      expect({ name, status: answer.status }).toEqual({ name, status: isPage ? 303 : 401 });
      expect(await answer.text()).not.toContain(sample.things.task.title);
    }
    expect([by.writes, [...by.parks]]).toEqual([[], []]);
  });

  it('reads nothing of this park for the office of another', async () => {
    const { world, things } = sample;
    await world.register.putPark(aPark({ id: 'elsewhere', name: '别处' }));
    await world.register.addPolicy('elsewhere', firstPolicy, null);
    await world.register.putContacts('elsewhere', await contacts);
    const signIn = { kind: 'chooseRole', park: 'elsewhere', guest: null } as const;
    const by = witnessed(world.needs);
    const portal = aPortal({ needs: by.needs } as World, { signIn, demo });
    const office = await signedInAs('office', portal);
    for (const name of names) {
      const { at, fields } = guarded[name] as Rule;
      const answer = await (name.startsWith('GET ')
        ? office.get(at(things))
        : office.post(at(things), fields));
      expect(await answer.text()).not.toContain(things.task.title);
    }
    expect([...by.parks]).toEqual(['elsewhere']);
  });
});

describe('every change', () => {
  it.each(['https://evil.example', 'null', ''])(
    'asked for from “%s” is refused',
    async (origin) => {
      const by = witnessed(sample.world.needs);
      const send = await senderAs('office', sample, by);
      for (const name of changes) {
        expect({ name, status: (await send(name, { origin })).status }).toEqual({
          name,
          status: 403,
        });
      }
      expect(by.writes).toEqual([]);
    },
  );
});

/** Refusals that tell whoever is let on what is wrong with what they sent; no answer for others. */
const TOLD = new Set([200, 303, 400, 409, 422, 428]);

function isRight(seen: {
  readonly name: string;
  readonly may: boolean;
  readonly status: number;
  readonly writes: readonly string[];
}): boolean {
  const { name, may, status, writes } = seen;
  if (name.startsWith('GET '))
    return writes.length === 0 && status === (may ? 200 : refusal(name, status));
  if (may) return TOLD.has(status);
  return writes.length === 0 && status >= 400 && status < 500;
}

/** A page that one may not see is not there; the API may also say that it is not for one. */
const refusal = (name: string, status: number): number =>
  name.startsWith('GET /api/') && status === 403 ? 403 : 404;
