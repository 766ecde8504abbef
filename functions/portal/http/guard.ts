import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ContactId } from '../../domain/base/ids.ts';
import { openContext } from '../../flows/context/open-context.ts';
import { cookieName, giveCookie, readCookie, takeCookie } from './cookies.ts';
import type { Env, Portal } from './portal.ts';
import { openedSession, SESSION, type Session, sealedSession } from './session.ts';

const COOKIE = 'ruqi';

/** What the browser calls the cookie of a session with these pages. */
export const sessionCookie = (context: Context): string => cookieName(context, COOKIE);

/** Signs the visitor in as `contact` of `park`, with a cookie on the response of `context`. */
export const signIn = (
  context: Context,
  { park, contact }: Pick<Session, 'park' | 'contact'>,
  portal: Portal,
): Promise<void> => keep(context, { park, contact, since: portal.realNow() }, portal);

async function keep(context: Context, session: Session, portal: Portal): Promise<void> {
  const token = await sealedSession(session, newestKey(portal), portal.realNow());
  giveCookie(context, COOKIE, token, SESSION.life);
}

/** @throws {Error} if the portal was made without a key. */
export function newestKey({ keys: [key] }: Portal): Uint8Array {
  if (!key) throw new Error('the portal has no key to seal cookies with');
  return key;
}

/** Signs the visitor out, with a cookie on the response of `context`. */
export const signOut = (context: Context): void => takeCookie(context, COOKIE);

/** Lets on only who is signed in as a contact that the park has; pages send others to sign in. */
export const signedIn =
  (portal: Portal): MiddlewareHandler<Env> =>
  async (context, next) => {
    const session = await sessionOf(context, portal);
    const run = session && (await openContext(session.park, portal.ports));
    const viewer = run?.directory.contact(session?.contact ?? '');
    if (!run || !viewer) return notSignedIn(context);
    context.set('run', run);
    context.set('viewer', viewer);
    return next();
  };

async function sessionOf(context: Context<Env>, portal: Portal): Promise<Who | undefined> {
  const token = readCookie(context, COOKIE);
  const found = token ? await openedSession(token, portal.keys, portal.realNow()) : undefined;
  if (found?.isOld) await keep(context, found.session, portal);
  return found?.session ?? guestOf(portal);
}

/** Whose pages a request asks for. */
type Who = Pick<Session, 'park' | 'contact'>;

function guestOf({ signIn: by }: Portal): Who | undefined {
  if (by.kind !== 'chooseRole' || by.guest === null) return undefined;
  return { park: by.park, contact: ContactId.parse(by.guest) };
}

function notSignedIn(context: Context): Response {
  if (context.req.method !== 'GET' || context.req.path.startsWith('/api/'))
    throw new HTTPException(401);
  const { pathname, search } = new URL(context.req.url);
  const path = pathname + search;
  const back = path === '/' ? '' : `?back=${encodeURIComponent(path)}`;
  return context.redirect(`/sign-in${back}`, 303);
}

/**
 * `path` if it is one of these pages and can stand in a header; the first of them otherwise, so that
 * nobody is sent elsewhere.
 */
export const safePath = (path: unknown): string =>
  typeof path === 'string' && path.isWellFormed() && /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(path)
    ? path
    : '/';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses anyone who did not ask for this computer by its own name: pages without a password must not
 * be reached through a foreign name that was made to point here.
 */
export const onlyLoopback: MiddlewareHandler = async (context, next) => {
  if (!LOOPBACK.has(new URL(context.req.url).hostname)) throw new HTTPException(403);
  return next();
};
