import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { filtered, type Row, sorted } from '../../domain/board.ts';
import { Conflict } from '../../domain/faults.ts';
import { localDay } from '../../domain/hours.ts';
import { inChinese } from '../../domain/parsing.ts';
import { mayRead } from '../../domain/permissions.ts';
import { BadInput } from '../../domain/problem.ts';
import { readBoard, readRow } from '../../flows/board.ts';
import { changeTask } from '../../flows/change-task.ts';
import { readMessages, readProofs } from '../../flows/messages.ts';
import type { Desk } from '../frame.ts';
import { MoveForm, moveOf } from '../move-form.ts';
import type { Env, Portal } from '../portal.ts';
import { filterOf } from '../query.ts';
import { describeApi } from './document.ts';
import { messagesOf, proofsBody } from './message-schemas.ts';
import { ItemQuery } from './parameters.ts';
import { problem } from './problem.ts';
import { historyOf, itemOf } from './schemas.ts';

/** The API of whoever is signed in: what the pages show and do, as JSON. */
export function api(portal: Portal): Hono<Env> {
  const { register } = portal.needs;
  const app = new Hono<Env>();
  app.get('/openapi.json', (context) => context.json(describeApi()));

  app.get('/items', async (context) => {
    const query = checked(ItemQuery, context.req.query());
    const { run, viewer } = context.var;
    const { rows } = await readBoard(run, viewer);
    const today = localDay(run.now, run.rules);
    const wanted = sorted(filtered(rows, filterOf(query), today), query.sort);
    return context.json(pageOf(wanted, query));
  });

  app.get('/items/:id', async (context) => {
    const row = await rowFor(context, portal, context.req.param('id'));
    return context.json(itemOf(row), 200, { ETag: etag(row) });
  });

  app.get('/items/:id/history', async (context) => {
    const { task } = await rowFor(context, portal, context.req.param('id'));
    return context.json(historyOf(await register.history(task.park, task.id)));
  });

  app.get('/items/:id/proofs', async (context) => {
    const { task } = await rowFor(context, portal, context.req.param('id'));
    const { run, viewer } = context.var;
    return context.json(proofsBody(await readProofs(run, viewer, task.id)));
  });

  app.get('/messages', async (context) => {
    const { run, viewer } = context.var;
    return context.json(messagesOf(await readMessages(run, viewer)));
  });

  app.post('/items/:id/moves', (context) => move(context, portal, context.req.param('id')));
  app.all('*', () => {
    throw new HTTPException(404);
  });
  return app;
}

async function move(context: Desk, portal: Portal, id: string): Promise<Response> {
  const { run, viewer } = context.var;
  await rowFor(context, portal, id);
  const body: unknown = await context.req.json().catch(() => undefined);
  const form = checked(MoveForm, withDefaults(body));
  const seen = seenIn(context);
  if (seen === undefined) {
    const detail = '请先读取这一项，把它的 ETag 放在 If-Match 里。';
    return problem(context, 428, { title: '没有说明是在哪一版上改', detail });
  }
  const key = context.req.header('Idempotency-Key') ?? portal.needs.newId();
  const mover = {
    park: run.park.id,
    task: id,
    by: viewer.id,
    why: form.why,
    via: '接口',
    key,
    seen,
  };
  try {
    const row = await readRow(run, await changeTask(mover, moveOf(form), portal.needs));
    return context.json(itemOf(row), 200, { ETag: etag(row) });
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    const current = itemOf(await rowFor(context, portal, id));
    return problem(context, 412, {
      title: '刚被别人改动',
      detail: fault.message,
      current,
      yours: body,
    });
  }
}

/** The fields that a form leaves empty may be left out. */
const withDefaults = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? { why: '', evidence: '', ...body } : body;

/** The version that `If-Match` names: `"3"`. */
function seenIn(context: Desk): number | undefined {
  const [, version] = /^"(\d+)"$/.exec(context.req.header('If-Match') ?? '') ?? [];
  return version === undefined ? undefined : Number(version);
}

const etag = ({ version }: Row): string => `"${version}"`;

/** @throws {HTTPException} 404 for a task that is not there or not to be seen. */
async function rowFor(context: Desk, { needs }: Portal, id: string): Promise<Row> {
  const { run, viewer } = context.var;
  const stored = await needs.register.task(run.park.id, id);
  if (!stored || !mayRead(viewer, stored.task)) throw new HTTPException(404);
  return readRow(run, stored);
}

/** @throws {BadInput} naming every field that is wrong. */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: inChinese });
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues.map(({ path, message }) => ({
      place: path.join('.') || '内容',
      message,
      remedy: '允许的值见 /api/v1/openapi.json',
    })),
  );
}

/** The rows after the cursor, which is the id of the last row of the page before. */
function pageOf(
  rows: readonly Row[],
  { cursor, limit }: z.output<typeof ItemQuery>,
): { readonly items: readonly object[]; readonly total: number; readonly next: string | null } {
  const from = cursor === undefined ? 0 : rows.findIndex(({ task }) => task.id === cursor) + 1;
  if (cursor !== undefined && from === 0) {
    const remedy = '请不带 cursor 从头再取';
    throw new BadInput([{ place: 'cursor', message: '这一页已经不在了', remedy }]);
  }
  const page = rows.slice(from, from + limit);
  const isLast = from + limit >= rows.length;
  return {
    items: page.map(itemOf),
    total: rows.length,
    next: isLast ? null : (page.at(-1)?.task.id ?? null),
  };
}
