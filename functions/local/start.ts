import { randomBytes } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Portal } from '../portal/http/portal.ts';
import { askingOf, type Driven } from './drive.ts';
import { type Home, type HomeOptions, openHome } from './home.ts';
import { holdHome } from './home-folder.ts';
import { demoOf } from './movable-clock.ts';
import { type PageServer, servePages } from './page-server.ts';

/** A running laptop with its pages. */
export type Running = Driven & {
  /** Address of the pages, without a trailing slash. */
  readonly address: string;
  readonly stop: () => Promise<void>;
};

/** Length in bytes of the key that seals sessions. */
const KEY_BYTES = 32;

/** The contact that the demo acts as until a post is chosen. */
const GUEST = 'office';

/**
 * Starts everything on this laptop, and continues where it stopped.
 *
 * @param port - of the pages; any free one with 0.
 * @throws {BadInput} if the port is taken, or the data is run by another process or cannot be read
 *   and written.
 */
export async function startLaptop(options: HomeOptions, port: number): Promise<Running> {
  const release = await holdHome(options);
  try {
    return await runHeld(options, port, release);
  } catch (fault) {
    release();
    throw fault;
  }
}

async function runHeld(options: HomeOptions, port: number, release: () => void): Promise<Running> {
  const home = await openHome(options);
  try {
    const turns = { ...home, inTurn: oneAtATime() };
    const server = await servePages(await pagesOf(turns, options), port);
    home.servedAt(server.address);
    await home.settle();
    return { ...turns, address: server.address, stop: () => stop(home, server, release) };
  } catch (fault) {
    home.close();
    throw fault;
  }
}

/** Loads the portal on demand, as Node can import it only after `bin/jsx.ts` has run. */
async function pagesOf(
  turns: Driven,
  { isLive, realNow }: HomeOptions,
): Promise<Parameters<typeof servePages>[0]> {
  const { portalApp } = await import('../portal/app.tsx');
  const portal: Portal = {
    ports: turns.laptop.ports,
    subscribing: turns.laptop.ports,
    keys: [randomBytes(KEY_BYTES)],
    realNow,
    addressOf: (request) => getConnInfo(request).remote.address ?? '',
    signIn: { kind: 'chooseRole', park: turns.residence.id, guest: isLive ? null : GUEST },
    uploadMegabytes: 20,
    demo: isLive ? null : demoOf(turns),
    asking: askingOf(turns),
    log: turns.laptop.log,
  };
  return portalApp(portal);
}

/** Two concurrent steps of the same clock would both run what the first one woke. */
function oneAtATime(): Driven['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function stop(home: Home, server: PageServer, release: () => void): Promise<void> {
  await server.stop();
  home.close();
  release();
}
