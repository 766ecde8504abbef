import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { BadInput } from '../domain/base/problems.ts';

/** A server of pages on the loopback address. */
export type PageServer = {
  /** Without a trailing slash. */
  readonly address: string;
  readonly stop: () => Promise<void>;
};

/**
 * Serves `app` on `port` of the loopback address; 0 means any free port.
 *
 * @throws {BadInput} if the port is taken or may not be used.
 */
export async function servePages(
  app: { readonly fetch: (request: Request) => Response | Promise<Response> },
  port: number,
): Promise<PageServer> {
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    const remedy = '请先停掉占用它的程序，或用 --port 换一个端口';
    throw new BadInput([{ place: `端口 ${port}`, message: '已被占用或不许使用', remedy }], {
      cause,
    });
  }
  const { port: bound } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
