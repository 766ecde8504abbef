import type { Emulator } from './emulator.ts';

/** The deployed pages, as a browser asks for them. */
export type Pages = {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Asks a call of the API; `POST` if it has a body. @throws {Error} unless it is done. */
  readonly call: <Answer>(
    path: string,
    body?: unknown,
    ifMatch?: string,
  ) => Promise<Called<Answer>>;
};

type Asked = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** What a call of the API answered, and the version that it was of. */
type Called<Answer> = { readonly body: Answer; readonly etag: string };

/**
 * The pages under the `address` that the stack puts out. The emulator serves each HTTP API below a
 * path of its own instead.
 */
export function pagesOf({ environment }: Emulator, address: string): Pages {
  const { hostname } = new URL(address);
  const [id] = hostname.split('.');
  const base = `${environment['AWS_ENDPOINT_URL']}/_aws/execute-api/${id}/$default`;
  const jar = new Map<string, string>();
  const ask = async (path: string, { headers, ...init }: Asked = {}): Promise<Response> => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(`${base}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...headers, cookie, origin: `https://${hostname}` },
    });
    for (const given of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  return {
    get: (path) => ask(path),
    post: (path, fields = {}) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    call: async (path, body, ifMatch) => {
      const headers = {
        'content-type': 'application/json',
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      };
      const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      const answer = await ask(`/api/v1${path}`, { ...sent, headers });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return { body: (await answer.json()) as never, etag: answer.headers.get('etag') ?? '' };
    },
  };
}
