import { EncryptJWT, jwtDecrypt } from 'jose';
import { Temporal } from 'temporal-polyfill';

/** What is sealed for one purpose is nothing for another, and nothing after its life. */
export type Seal = { readonly purpose: string; readonly life: Temporal.Duration };

/** `content` as a cookie holds it: encrypted and authenticated (JWE, A256GCM). */
export const sealed = (
  content: Readonly<Record<string, unknown>>,
  { purpose, life }: Seal,
  key: Uint8Array,
  now: Temporal.Instant,
): Promise<string> =>
  new EncryptJWT({ ...content })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(purpose)
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(now.add(life)))
    .encrypt(key);

/** What was sealed, when, and with which of the keys: 0 is the newest. */
type Opened = {
  readonly content: unknown;
  readonly at: Temporal.Instant;
  readonly keyAge: number;
};

/** What `token` holds, sealed with any of `keys`; undefined if it was not, or has ended at `now`. */
export async function unsealed(
  token: string,
  { purpose }: Seal,
  keys: readonly Uint8Array[],
  now: Temporal.Instant,
): Promise<Opened | undefined> {
  const options = {
    audience: purpose,
    currentDate: new Date(now.epochMilliseconds),
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
    requiredClaims: ['exp', 'iat'],
  };
  for (const [keyAge, key] of keys.entries()) {
    // A cookie that was sealed elsewhere is ignored.
    const read = await jwtDecrypt(token, key, options).catch(() => undefined);
    if (!read) continue;
    const { iat = 0, exp: _, aud: __, ...content } = read.payload;
    return { content, at: Temporal.Instant.fromEpochMilliseconds(iat * SECOND), keyAge };
  }
  return undefined;
}

const SECOND = 1000;

const seconds = (instant: Temporal.Instant): number =>
  Math.floor(instant.epochMilliseconds / SECOND);
