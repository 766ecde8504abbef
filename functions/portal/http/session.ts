import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ContactId } from '../../domain/base/ids.ts';
import { Moment } from '../../domain/base/parsing.ts';
import { type Seal, sealed, unsealed } from './sealing.ts';

/** Who is signed in, where, and since when. */
const Session = z.object({ park: z.string(), contact: ContactId, since: Moment });
export type Session = z.infer<typeof Session>;

/** A session ends after this time without a request. */
export const SESSION: Seal = {
  purpose: 'session',
  life: Temporal.Duration.from({ hours: 12 }),
};

/** The longest life of a session: an account that lost its post at the issuer is signed out by then. */
const LONGEST = Temporal.Duration.from({ hours: 24 });

/** An older session is renewed on the next request, so that active users stay signed in. */
const RENEW_AFTER = Temporal.Duration.from({ hours: 1 });

/** `session` as its cookie holds it. */
export const sealedSession = (
  session: Session,
  key: Uint8Array,
  now: Temporal.Instant,
): Promise<string> => sealed(z.encode(Session, session), SESSION, key, now);

/** The session that `token` holds; undefined if it holds none, or it has ended at `now`. */
export async function openedSession(
  token: string,
  keys: readonly Uint8Array[],
  now: Temporal.Instant,
): Promise<{ readonly session: Session; readonly isOld: boolean } | undefined> {
  const found = await unsealed(token, SESSION, keys, now);
  const session = Session.safeParse(found?.content).data;
  if (!found || !session) return undefined;
  if (Temporal.Instant.compare(session.since.add(LONGEST), now) <= 0) return undefined;
  const isOld = found.keyAge > 0 || Temporal.Instant.compare(found.at.add(RENEW_AFTER), now) < 0;
  return { session, isOld };
}
