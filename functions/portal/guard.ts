import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { beginRun } from '../flows/run.ts';
import type { Env, Portal } from './portal.ts';
import { opened, SESSION_LIFE, type Session, sealed } from './session.ts';

const COOKIE = 'ruqi';

/** `__Host-` binds the cookie to this host over TLS; a browser refuses it without. */
const prefixOf = (context: Context): { prefix?: 'host' } =>
  new URL(context.req.url).protocol === 'https:' ? { prefix: 'host' } : {};

/** Signs `session` in on the answer of `context`. */
export async function signIn(context: Context, session: Session, portal: Portal): Promise<void> {
  const [key] = portal.keys;
  if (!key) throw new Error('the portal has no key to seal sessions with');
  const isSecure = prefixOf(context).prefix !== undefined;
  setCookie(context, COOKIE, await sealed(session, key, portal.realNow()), {
    ...prefixOf(context),
    path: '/',
    httpOnly: true,
    secure: isSecure,
    sameSite: 'Lax',
    maxAge: SESSION_LIFE.total('seconds'),
  });
}

/** Signs whoever asked out on the answer of `context`. */
export const signOut = (context: Context): void => {
  const { prefix } = prefixOf(context);
  deleteCookie(context, prefix ? `__Host-${COOKIE}` : COOKIE, {
    path: '/',
    secure: prefix !== undefined,
  });
};

/** Lets on only who is signed in as a contact that the park has; pages send others to sign in. */
export const signedIn =
  (portal: Portal): MiddlewareHandler<Env> =>
  async (context, next) => {
    const session = await sessionOf(context, portal);
    const run = session && (await beginRun(session.park, portal.needs));
    const viewer = run?.directory.contact(session?.contact ?? '');
    if (!run || !viewer) return notSignedIn(context);
    context.set('run', run);
    context.set('viewer', viewer);
    return next();
  };

async function sessionOf(context: Context<Env>, portal: Portal): Promise<Session | undefined> {
  const token = getCookie(context, COOKIE, prefixOf(context).prefix);
  const found = token ? await opened(token, portal.keys, portal.realNow()) : undefined;
  if (found?.isOld) await signIn(context, found.session, portal);
  if (found) return found.session;
  const { park, guest } = portal.signIn;
  return guest === null ? undefined : { park, contact: guest };
}

function notSignedIn(context: Context): Response {
  if (context.req.method !== 'GET' || context.req.path.startsWith('/api/'))
    throw new HTTPException(401);
  const back = context.req.path === '/' ? '' : `?back=${encodeURIComponent(context.req.path)}`;
  return context.redirect(`/sign-in${back}`, 303);
}

/** `path` if it is one of these pages; the first of them otherwise, so that nobody is sent elsewhere. */
export const safePath = (path: unknown): string =>
  typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses whoever did not ask for this computer by its own name: pages without a password must not
 * be reached through a foreign name that was made to point here.
 */
export const onlyLoopback: MiddlewareHandler = async (context, next) => {
  if (!LOOPBACK.has(new URL(context.req.url).hostname)) throw new HTTPException(403);
  return next();
};
