import type { Temporal } from 'temporal-polyfill';
import { startIssuer } from '../support/issuer.ts';
import type { Emulator } from './emulator.ts';
import { signInWith } from './functions.ts';
import { type Pages, pagesOf } from './portal.ts';

/**
 * The deployed pages once the office signed in with an issuer.
 *
 * @param now - where the functions' clock is, ahead of the issuer's.
 */
export async function officeAt(
  emulator: Emulator,
  address: string,
  now: Temporal.Instant,
): Promise<Pages> {
  const desk = pagesOf(emulator, address);
  const issuer = await startIssuer();
  await signInWith(issuer.address);
  const exp = now.add({ hours: 1 }).epochMilliseconds / 1000;
  issuer.claims = { groups: ['ruqi-office'], exp };
  const away = (await desk.get('/sign-in')).headers.get('location') ?? '';
  const { pathname, search } = await issuer.visit(away);
  await desk.get(pathname + search);
  await issuer.stop();
  return desk;
}
