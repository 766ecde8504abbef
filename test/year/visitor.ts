import { setTimeout } from 'node:timers/promises';

/** An answer. */
export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly location: string;
  readonly etag: string;
  readonly body: Buffer;
};

/** What is sent with a request. */
type Sent = {
  readonly method?: string;
  readonly body?: string | URLSearchParams | FormData;
  readonly type?: string;
  readonly etag?: string;
};

/** Somebody with a browser at the pages of a park. */
export type Visitor = {
  readonly get: (path: string) => Promise<Answer>;
  readonly send: (path: string, sent: Sent) => Promise<Answer>;
};

const TOO_OFTEN = 429;
const PAUSE_MS = 2000;

/** A visitor at `address` who has not signed in: the phone behind a message's link. */
export const aVisitor = (address: string, cookie = ''): Visitor => {
  const send: Visitor['send'] = async (path, sent) => {
    const answer = await asked(`${address}${path}`, cookie, sent);
    if (answer.status !== TOO_OFTEN) return answer;
    await setTimeout(PAUSE_MS);
    return send(path, sent);
  };
  return { send, get: (path) => send(path, {}) };
};

/** A visitor who has signed in as `contact`. */
export async function signedIn(address: string, contact: string): Promise<Visitor> {
  const body = new URLSearchParams({ contact, back: '/' });
  const headers = { origin: address };
  const options = { method: 'POST', redirect: 'manual', headers, body } as const;
  const { headers: given } = await fetch(`${address}/sign-in`, options);
  const [cookie = ''] = given.get('set-cookie')?.split(';') ?? [];
  return aVisitor(address, cookie);
}

async function asked(
  url: string,
  cookie: string,
  { method, body, type, etag }: Sent,
): Promise<Answer> {
  const headers = {
    origin: new URL(url).origin,
    cookie,
    ...(type !== undefined && { 'content-type': type }),
    ...(etag !== undefined && { 'if-match': etag }),
  };
  const response = await fetch(url, {
    method: method ?? 'GET',
    redirect: 'manual',
    headers,
    ...(body !== undefined && { body }),
  });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    location: response.headers.get('location') ?? '',
    etag: response.headers.get('etag') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  };
}
