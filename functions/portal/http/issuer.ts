import * as oidc from 'openid-client';
import { z } from 'zod';
import type { SignInSettings } from '../../domain/contacts/sign-in-settings.ts';

/** What a visitor must bring back from the issuer, to be known as the one who was sent there. */
export const Pending = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
export type Pending = z.infer<typeof Pending>;

/** Why a sign-in failed. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
  readonly reason: 'unreachable' | 'denied' | 'invalid';

  constructor(reason: SignInFailed['reason'], cause?: unknown) {
    super(`signing in failed: ${reason}: ${String(cause)}`, { cause });
    this.reason = reason;
  }
}

/** The issuer that vouches for people, as these pages use it. */
export type Issuer = {
  /**
   * Where to send a visitor who wants to sign in, and what to remember of it.
   *
   * @param callback - where the issuer sends the visitor back to.
   * @throws {SignInFailed} `unreachable`.
   */
  readonly begin: (callback: URL) => Promise<{ readonly address: URL; readonly pending: Pending }>;
  /**
   * The groups of the visitor who came back to `answered`.
   *
   * @throws {SignInFailed} for every answer that is not a signed token for that very visitor.
   */
  readonly finish: (answered: URL, pending: Pending) => Promise<readonly string[]>;
  /** Where the visitor signs out of the issuer, too; null where it has no such page or is down. */
  readonly end: (back: URL) => Promise<URL | null>;
};

const Groups = z.union([z.array(z.string()), z.string().transform((only) => [only])]).catch([]);

/**
 * An issuer that is looked up when it is first needed (OpenID Connect Discovery 1.0); one that was
 * down is looked up again at the next visitor. Authorization code with PKCE (RFC 7636), state and
 * nonce.
 *
 * @param secret - of a confidential client; null for a public one.
 */
export function issuerOf(settings: SignInSettings, secret: string | null): Issuer {
  let found: Promise<oidc.Configuration> | undefined;
  const configuration = async (): Promise<oidc.Configuration> => {
    found ??= discovered(settings, secret);
    try {
      return await found;
    } catch (cause) {
      found = undefined;
      throw new SignInFailed('unreachable', cause);
    }
  };
  return {
    begin: async (callback) => {
      const config = await configuration();
      const pending = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback.href,
        scope: settings.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { address, pending };
    },
    finish: async (answered, pending) => {
      const claims = await claimsOf(await configuration(), answered, pending);
      return Groups.parse(claims[settings.groupsClaim]);
    },
    end: async (back) => {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back.href });
    },
  };
}

function discovered(
  { issuer, clientId }: SignInSettings,
  secret: string | null,
): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  const authentication = secret === null ? oidc.None() : oidc.ClientSecretBasic(secret);
  const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(address, clientId, undefined, authentication, { execute });
}

async function claimsOf(
  config: oidc.Configuration,
  answered: URL,
  { state, nonce, verifier }: Pending,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, answered, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    return tokens.claims() ?? {};
  } catch (cause) {
    throw new SignInFailed(
      cause instanceof oidc.AuthorizationResponseError ? 'denied' : 'invalid',
      cause,
    );
  }
}
