import { inspect } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { readSample } from '../../functions/local/sample.ts';
import { portalApp } from '../../functions/portal/app.tsx';
import type { Portal } from '../../functions/portal/http/portal.ts';
import { aPark } from './builders.ts';
import { putContacts } from './contacts.ts';
import { enterFigures, enterTasks, wake, watchPark } from './requests.ts';
import { putSource } from './sources.ts';
import { newWorld, type World } from './world.ts';

/** Where the pages of the tests are. */
export const HOME = 'http://localhost';

const KEY = new Uint8Array(32).fill(7);

/** A portal over `world`, with the book of the topic if there is one; a test names only what it is about. */
export const aPortal = (world: World, over: Partial<Portal> = {}): Portal => ({
  ports: { ...world.ports, ...over.subscribing },
  subscribing: null,
  keys: [KEY],
  realNow: () => Temporal.Instant.from('2026-03-02T01:00:00Z'),
  addressOf: (request) => request.req.header('x-test-address') ?? '192.0.2.1',
  signIn: { kind: 'chooseRole', park: 'linxiang', guest: null },
  uploadMegabytes: 20,
  demo: null,
  asking: null,
  log: { error: (message, details) => void faults.push(`${message} ${inspect(details)}`) },
  ...over,
});

/** What portals logged as faults, the newest last; files that share a worker share it. */
export const faults: string[] = [];

/** A visitor who keeps cookies and sends forms as a browser does. */
export type Visitor = {
  readonly get: (path: string) => Promise<Response>;
  readonly text: (path: string) => Promise<string>;
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Sends a form with a file in its field `file`. */
  readonly upload: (
    path: string,
    file: File,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
};

export function visitor(portal: Portal): Visitor {
  const app = portalApp(portal);
  const jar = new Map<string, string>();
  const ask = async (
    path: string,
    init: { method?: string; body?: string | FormData; headers?: Record<string, string> } = {},
  ): Promise<Response> => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const headers = { ...init.headers, cookie, origin: HOME };
    const answer = await app.request(`${HOME}${path}`, { ...init, headers });
    for (const given of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return {
    get: (path) => ask(path),
    text: async (path) => (await ask(path)).text(),
    post: (path, fields = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    upload: (path, file, fields = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set('file', file);
      return ask(path, { method: 'POST', body });
    },
  };
}

/** A visitor who has signed in as `contact`. */
export async function signedInAs(contact: string, portal: Portal): Promise<Visitor> {
  const someone = visitor(portal);
  const answer = await someone.post('/sign-in', { contact });
  if (answer.status !== 303) throw new Error(`${contact} could not sign in: ${answer.status}`);
  return someone;
}

/** The sample park with its real plan, on `days` of which the clock was woken. */
export async function samplePark(...days: readonly string[]): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-15 08:00');
  const { contacts, tasks, source, text, figures } = await readSample(world.now());
  world.pages.at = HOME;
  await openPark(aPark(), world.ports);
  await putContacts('linxiang', contacts, world.ports);
  await putSource(world, source, text);
  await enterTasks('linxiang', tasks, world.now(), world.ports);
  await enterFigures('linxiang', figures, world.now(), world.ports);
  await watchPark('linxiang', tasks, world.now(), world.ports);
  for (const day of days) {
    world.goTo(`${day} 08:00`);
    await wake('linxiang', world.ports);
  }
  return world;
}

/** The path of the last link that went to `contact` in a message. */
export function linkTo(world: World, contact: string): string {
  const texts = world.messages.filter((message) => message.contact === contact);
  const links = texts.flatMap(({ text }) => /\/a\/\w+/.exec(text) ?? []);
  const last = links.at(-1);
  if (last === undefined) throw new Error(`no message with a link went to ${contact}`);
  return last;
}
