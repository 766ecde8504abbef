import { describeApi } from '../../functions/portal/api/document.ts';
import { portalApp } from '../../functions/portal/app.tsx';
import type { Portal } from '../../functions/portal/http/portal.ts';
import { operations } from '../../functions/portal/operations.ts';
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
  return async (path, body, headers = {}, method = body === undefined ? 'GET' : 'POST') => {
    const answer = await app.request(`${HOME}${API}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { cookie, 'content-type': 'application/json', ...headers },
    });
    refuseUndocumented(method, `${API}${path}`, answer.status);
    return answer;
  };
}

const { paths } = describeApi(operations, 'session') as {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>
    >
  >;
};

const API = '/api/v1';

/** @throws {Error} if the description of the API has the call and does not say that it is ever
 *   answered so.
 */
export function refuseUndocumented(method: string, path: string, status: number): void {
  if (!path.startsWith(API)) return;
  const [asked = ''] = path.slice(API.length).split('?');
  const isAsked = (template: string): boolean =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked);
  // A path without a part that is filled in stands before one with it, as in the router.
  const template = Object.keys(paths)
    .toSorted((a, b) => a.split('{').length - b.split('{').length)
    .find(isAsked);
  const responses = template && paths[template]?.[method.toLowerCase()]?.responses;
  if (!responses || Object.hasOwn(responses, status)) return;
  throw new Error(`${method} ${template} answered ${status}, which its description does not know`);
}

/** The statuses of `answers`, the least first. */
export const statusesOf = (answers: readonly Response[]): readonly number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);
