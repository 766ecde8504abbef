import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Temporal } from 'temporal-polyfill';

const isOverTls = (context: Context): boolean => new URL(context.req.url).protocol === 'https:';

/**
 * What the browser calls the cookie `name` of these pages. `__Host-` binds it to this host over TLS; a
 * browser refuses it without. It knows no ports, so that another park on this computer would sign this
 * one out if both called it the same.
 */
export function cookieName(context: Context, name: string): string {
  const { port } = new URL(context.req.url);
  return `${isOverTls(context) ? '__Host-' : ''}${name}${port === '' ? '' : `-${port}`}`;
}

/** The cookie of these pages that is called `name`. */
export const readCookie = (context: Context, name: string): string | undefined =>
  getCookie(context, cookieName(context, name));

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
  setCookie(context, cookieName(context, name), value, {
    path: '/',
    httpOnly: true,
    secure: isOverTls(context),
    sameSite: 'Lax',
    maxAge: life.total('seconds'),
  });
}

/** Takes the cookie away again. */
export function takeCookie(context: Context, name: string): void {
  deleteCookie(context, cookieName(context, name), { path: '/', secure: isOverTls(context) });
}
