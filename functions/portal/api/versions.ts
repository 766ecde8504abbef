import { createHash } from 'node:crypto';
import { HTTPException } from 'hono/http-exception';
import { Conflict } from '../../domain/base/faults.ts';
import type { Call } from './operation.ts';
import { problem } from './problem.ts';

/** The version of a record as `ETag` names it: `"3"`. */
export const etag = ({ version }: { readonly version: number }): string => `"${version}"`;

/** Returns a record and its version. */
export const answerKept = (
  { context }: Call,
  body: Parameters<Call['context']['json']>[0],
  kept: { readonly version: number },
): Response => context.json(body, 200, { ETag: etag(kept) });

/**
 * The version that `If-Match` names.
 *
 * @throws {HTTPException} 428 if it names none.
 */
export function seenIn({ context }: Call): number {
  const [, version] = /^"(\d{1,9})"$/.exec(context.req.header('If-Match') ?? '') ?? [];
  if (version === undefined) throw new HTTPException(428);
  return Number(version);
}

/**
 * The mark of a record without a version that `If-Match` names.
 *
 * @throws {HTTPException} 428 if it names none.
 */
export function markIn({ context }: Call): string {
  const [, mark] = /^"([\w-]{1,64})"$/.exec(context.req.header('If-Match') ?? '') ?? [];
  if (mark === undefined) throw new HTTPException(428);
  return mark;
}

/** Returns what `make` does; returns 412 with both versions if the version is outdated. */
export async function unlessOvertaken(
  { context, sent }: Call,
  make: () => Promise<Response>,
  current: () => Promise<unknown>,
): Promise<Response> {
  try {
    return await make();
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    const told = { title: '刚被别人改动', detail: fault.message };
    return problem(context, 412, { ...told, current: await current(), yours: sent });
  }
}

/** An idempotency key with a hash of its request, so that reuse for another request is detected. */
export type WishKey = { readonly name: string; readonly key: string };

/** The `Idempotency-Key` of `call`; a fresh one without it. */
export function wishKeyOf({ context, portal, sent }: Call): WishKey {
  const name = context.req.header('Idempotency-Key') ?? portal.ports.newId();
  const print = createHash('sha256')
    .update(JSON.stringify(sent ?? null))
    .digest('base64url');
  return { name, key: `${name}~${print.slice(0, PRINT_LENGTH)}` };
}

/** As {@link wishKeyOf}; undefined for a call without `Idempotency-Key`. */
export const givenKeyOf = (call: Call): string | undefined =>
  call.context.req.header('Idempotency-Key') === undefined ? undefined : wishKeyOf(call).key;

/** Characters of 6 bits each: enough that two bodies of one caller do not meet by accident. */
const PRINT_LENGTH = 16;
