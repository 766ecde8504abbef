import { EncryptJWT, jwtDecrypt } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Who is signed in, and where. */
const Session = z.object({ park: z.string(), contact: z.string() });
export type Session = z.infer<typeof Session>;

/** A session that nobody renewed ends after this. */
export const SESSION_LIFE = Temporal.Duration.from({ hours: 12 });

/** An older one is sealed anew on the next request, so that who works is not signed out. */
const RENEW_AFTER = Temporal.Duration.from({ hours: 1 });

/** `session` as a cookie holds it: encrypted and authenticated (JWE, A256GCM). */
export const sealed = (session: Session, key: Uint8Array, now: Temporal.Instant): Promise<string> =>
  new EncryptJWT({ ...session })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(now.add(SESSION_LIFE)))
    .encrypt(key);

/**
 * What `token` holds, sealed with any of `keys`; undefined if it was not, or has ended at `now`.
 */
export async function opened(
  token: string,
  keys: readonly Uint8Array[],
  now: Temporal.Instant,
): Promise<{ readonly session: Session; readonly isOld: boolean } | undefined> {
  for (const [age, key] of keys.entries()) {
    const payload = await decrypted(token, key, now);
    const parsed = Session.safeParse(payload);
    if (!payload || !parsed.success) continue;
    const sealedAt = payload.iat ?? 0;
    const isOld = age > 0 || seconds(now.subtract(RENEW_AFTER)) > sealedAt;
    return { session: parsed.data, isOld };
  }
  return undefined;
}

/** Undefined for whatever these pages did not seal: a stranger's cookie is no fault. */
async function decrypted(
  token: string,
  key: Uint8Array,
  now: Temporal.Instant,
): Promise<{ readonly iat?: number | undefined } | undefined> {
  try {
    const currentDate = new Date(now.epochMilliseconds);
    const options = {
      currentDate,
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      requiredClaims: ['exp', 'iat'],
    };
    return (await jwtDecrypt(token, key, options)).payload;
  } catch {
    return undefined;
  }
}

const seconds = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);
