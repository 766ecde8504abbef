import { portalApp } from '../../functions/portal/app.tsx';
import type { Portal } from '../../functions/portal/portal.ts';
import { aPortal, HOME } from './portal.ts';
import type { World } from './world.ts';

/** Asks a call of the API: `POST` if it has a body, unless `method` says otherwise. */
export type Caller = (
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
  method?: string,
) => Promise<Response>;

/** A program with the session of `contact`; without one, of nobody. */
export async function callerAs(
  world: World,
  contact?: string,
  over: Partial<Portal> = {},
): Promise<Caller> {
  const app = portalApp(aPortal(world, over));
  let cookie = '';
  if (contact) {
    const answer = await app.request(`${HOME}/sign-in`, {
      method: 'POST',
      body: `contact=${contact}`,
      headers: { origin: HOME, 'content-type': 'application/x-www-form-urlencoded' },
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }
  return async (path, body, headers = {}, method = body === undefined ? 'GET' : 'POST') =>
    app.request(`${HOME}/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { cookie, 'content-type': 'application/json', ...headers },
    });
}

/** The statuses of `answers`, the least first. */
export const statusesOf = (answers: readonly Response[]): readonly number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);
