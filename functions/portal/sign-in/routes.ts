import type { Hono } from 'hono';
import type { Portal } from '../http/portal.ts';
import { byChoice } from './by-choice.tsx';
import { byIssuer } from './by-issuer.tsx';

/** Signing in and out, open to all. */
export function signInPages(portal: Portal): Hono {
  const { signIn: by } = portal;
  return by.kind === 'chooseRole' ? byChoice(portal, by) : byIssuer(portal, by);
}
