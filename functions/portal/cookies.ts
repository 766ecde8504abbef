import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Temporal } from 'temporal-polyfill';

/** `__Host-` binds a cookie to this host over TLS; a browser refuses it without. */
const prefixOf = (context: Context): { prefix?: 'host' } =>
  new URL(context.req.url).protocol === 'https:' ? { prefix: 'host' } : {};

/** The cookie of these pages that is called `name`. */
export const readCookie = (context: Context, name: string): string | undefined =>
  getCookie(context, name, prefixOf(context).prefix);

/**
 * Gives the browser a cookie that no script reads. It comes along when another site leads here by a
 * link, as the issuer does who sends a visitor back.
 */
export function giveCookie(
  context: Context,
  name: string,
  value: string,
  life: Temporal.Duration,
): void {
  const prefix = prefixOf(context);
  setCookie(context, name, value, {
    ...prefix,
    path: '/',
    httpOnly: true,
    secure: prefix.prefix !== undefined,
    sameSite: 'Lax',
    maxAge: life.total('seconds'),
  });
}

/** Takes the cookie away again. */
export function takeCookie(context: Context, name: string): void {
  const { prefix } = prefixOf(context);
  deleteCookie(context, prefix ? `__Host-${name}` : name, {
    path: '/',
    secure: prefix !== undefined,
  });
}
