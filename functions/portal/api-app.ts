import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { describeApi } from './api/document.ts';
import { type Operation, operation } from './api/operation.ts';
import { sessionCookie } from './http/guard.ts';
import type { Env, Portal } from './http/portal.ts';
import { operations } from './operations.ts';

/** The API for a signed-in contact: what the pages show and do, as JSON. */
export function api(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  for (const { verb, path, handle } of [...operations, describing]) {
    app.on(verb.toUpperCase(), routeOf(path), (context) => handle(context, portal));
  }
  app.all('*', () => {
    throw new HTTPException(404);
  });
  return app;
}

const describing: Operation = operation({
  verb: 'get',
  path: '/openapi.json',
  operationId: 'describeApi',
  summary: '这份说明',
  answer: {
    name: 'Description',
    schema: z.looseObject({ openapi: z.string() }),
    description: 'OpenAPI 3.1',
  },
  refusals: [],
  run: async ({ context }) => {
    const cookie = sessionCookie(context);
    return context.json(describeApi([...operations, describing], cookie));
  },
});

/** `/items/{id}` as the router writes it. */
const routeOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');
