import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { exact } from '../../domain/base/parsing.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { Desk } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';
import { checkedInput, jsonOf, Nothing } from './call-input.ts';

/** A schema under the name that the description knows it by. */
export type NamedSchema<Schema extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly schema: Schema;
};

/** One call, with what it says checked. */
export type Call<Query = unknown, Body = unknown> = {
  readonly context: Desk;
  readonly portal: Portal;
  readonly run: ParkContext;
  readonly viewer: Contact;
  readonly query: Query;
  readonly body: Body;
  /** The JSON of the body, as it came. */
  readonly sent: unknown;
  /** The part of the path that the operation names `{name}`. */
  readonly part: (name: string) => string;
};

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** How the description of the API shows one call. */
type Described = {
  readonly verb: Verb;
  /** Below `/api/v1`, its parts in braces: `/items/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** What it returns when it is done. */
  readonly answer: NamedSchema & { readonly description: string };
  /** Statuses that it refuses with, but for those that any call does and those that follow from the rest. */
  readonly refusals: readonly number[];
  /** Whether it changes a version that was read, which `If-Match` must name. */
  readonly ifMatch?: boolean;
  /** Whether it takes an `Idempotency-Key`: a repeated request is carried out once. */
  readonly once?: boolean;
};

/** One call of the API: who may make it, how it is answered, how it is described. */
export type Operation = Described & {
  readonly query: z.ZodObject | undefined;
  readonly body: NamedSchema | undefined;
  readonly handle: (context: Desk, portal: Portal) => Promise<Response>;
};

/** How one file of the API writes an operation down. */
type Spec<Query extends z.ZodObject, Body extends z.ZodType> = Described & {
  readonly query?: Query;
  readonly body?: NamedSchema<Body>;
  /** Whether the viewer may make the call; 403 otherwise. */
  readonly may?: (viewer: Contact) => boolean;
  readonly run: (call: Call<z.output<Query>, z.output<Body>>) => Promise<Response>;
};

/** An operation that checks its caller, its query and its body before it runs. */
export const operation = <
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodUndefined,
>({
  run,
  query,
  body,
  may,
  ...described
}: Spec<Query, Body>): Operation => {
  const asks = query && exact(query);
  const says = body && { ...body, schema: exact(body.schema) };
  return {
    ...described,
    query: asks,
    body: says,
    handle: async (context, portal) => {
      if (may?.(context.var.viewer) === false) throw new HTTPException(403);
      const asked = checkedInput(asks ?? Nothing, context.req.query()) as z.output<Query>;
      const sent = await jsonOf(context);
      return run({
        context,
        portal,
        ...context.var,
        query: asked,
        body: checkedInput(says?.schema ?? Nothing.optional(), sent) as z.output<Body>,
        sent,
        part: (name) => context.req.param(name) ?? '',
      });
    },
  };
};

/** @throws {HTTPException} 404 for what is not there, or not to be seen. */
export function found<Read>(read: Read | undefined): Read {
  if (read === undefined) throw new HTTPException(404);
  return read;
}
