import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Portal } from './http/portal.ts';
import { largestUploadBody } from './http/uploads.ts';

/** Bytes of the largest form without a file. */
const LARGEST_FORM = 64 * 1024;

/** Paths that take uploads. */
const UPLOADS: ReadonlySet<string> = new Set([
  '/plans',
  '/plans/paste',
  '/targets/import',
  '/funding/import',
  '/api/v1/plans',
  '/api/v1/targets/imports',
  '/api/v1/funding/imports',
]);

const atMost = (maxSize: number): MiddlewareHandler =>
  bodyLimit({ maxSize, onError: () => Promise.reject(new HTTPException(413)) });

/** Refuses bodies that are too large before they are read (413). */
export function bounded(portal: Portal): MiddlewareHandler {
  const forms = atMost(LARGEST_FORM);
  const uploads = atMost(largestUploadBody(portal));
  return (context, next) => (UPLOADS.has(context.req.path) ? uploads : forms)(context, next);
}
