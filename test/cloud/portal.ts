import type { Emulator } from './emulator.ts';

/** The deployed pages, as a browser asks for them. */
export type Pages = {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;
};

/**
 * The pages under the `address` that the stack puts out. The emulator serves each HTTP API below a
 * path of its own instead.
 */
export function pagesOf({ environment }: Emulator, address: string): Pages {
  const { hostname } = new URL(address);
  const [id] = hostname.split('.');
  const base = `${environment['AWS_ENDPOINT_URL']}/_aws/execute-api/${id}/$default`;
  const jar = new Map<string, string>();
  const ask = async (
    path: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<Response> => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(`${base}${path}`, {
      redirect: 'manual',
      headers: { cookie, origin: `https://${hostname}` },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    for (const given of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  return {
    get: (path) => ask(path),
    post: (path, fields = {}) => ask(path, fields),
  };
}
