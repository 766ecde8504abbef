import { OAuth2Server } from 'oauth2-mock-server';

/** An issuer on the loopback address, which checks PKCE and vouches for anyone who comes. */
export type TestIssuer = {
  readonly address: string;
  /** Claims of the next tokens, over the usual ones. */
  claims: Record<string, unknown>;
  /** Follows the way through the issuer and answers where it sends the visitor back to. */
  readonly visit: (address: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
};

/** @param wanted - its port; any free one with 0. */
export async function startIssuer(wanted = 0): Promise<TestIssuer> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(wanted, '127.0.0.1');
  const { port } = server.address();
  const address = `http://127.0.0.1:${port}`;
  server.issuer.url = address;
  const issuer: TestIssuer = {
    address,
    claims: {},
    visit: async (start) => {
      const answer = await fetch(start, { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '');
    },
    stop: () => server.stop(),
  };
  server.service.on('beforeTokenSigning', ({ payload }: { payload: object }) => {
    Object.assign(payload, { aud: 'ruqi' }, issuer.claims);
  });
  return issuer;
}
