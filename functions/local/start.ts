import { type Home, type HomeOptions, localTime, openHome } from './home.ts';
import { inboxPages } from './inbox-page.ts';
import { type PageServer, servePages } from './page-server.ts';

/** A laptop that runs, with its pages. */
export type Running = Home & {
  /** Where the pages are, without a slash at the end. */
  readonly address: string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts everything on this laptop, or goes on where it was.
 *
 * @param port - of the pages; any free one with 0.
 * @throws {BadInput} if the port is taken, or the data is in use or cannot be read and written.
 */
export async function startLaptop(options: HomeOptions, port: number): Promise<Running> {
  const home = await openHome(options);
  try {
    const server = await servePages(
      inboxPages(home.residence.name, home.laptop.inbox, () => localTime(home.now())),
      port,
    );
    await home.settle(server.address);
    return { ...home, address: server.address, stop: () => stop(home, server) };
  } catch (fault) {
    await home.laptop.stop();
    throw fault;
  }
}

async function stop(home: Home, server: PageServer): Promise<void> {
  await server.stop();
  await home.laptop.stop();
}
