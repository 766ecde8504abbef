import { z } from 'zod';
import { MoveForm } from '../move-form.ts';
import { Messages, Proofs } from './message-schemas.ts';
import { ItemQuery } from './parameters.ts';
import { History, Item, ItemPage, Problem } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** `schema` in JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
const described = (schema: z.ZodType, io: 'input' | 'output' = 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const json = (schema: Json): Json => ({ 'application/json': { schema } });

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const refusals = (...statuses: readonly number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: '没有办成，说明见 title、detail 和 errors',
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );

const id: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

const header = (name: string, required: boolean, description: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

/** Every parameter of the list, as its schema says. */
function queryParameters(): readonly Json[] {
  const { properties = {} } = described(ItemQuery, 'input') as { properties?: Json };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

const answers = (name: string, description: string, ...statuses: readonly number[]): Json => ({
  200: { description, content: json(ref(name)) },
  ...refusals(401, ...statuses),
});

/** A call that only reads; of one item, unless it has parameters of its own. */
const reading = (
  operationId: string,
  summary: string,
  responses: Json,
  parameters: readonly Json[] = [id],
): Json => ({ get: { operationId, summary, parameters, responses } });

const readings = (): Json => ({
  '/items': reading(
    'listItems',
    '任务清单',
    answers('ItemPage', '一页事项', 422),
    queryParameters(),
  ),
  '/items/{id}': reading('readItem', '一项任务，ETag 是它的版本', answers('Item', '事项', 404)),
  '/items/{id}/history': reading(
    'readHistory',
    '办理记录，从早到晚',
    answers('History', '办理记录', 404),
  ),
  '/items/{id}/proofs': reading(
    'readProofs',
    '送达凭证：为这一项发给谁、何时发出、谁签收',
    answers('Proofs', '送达凭证', 404),
  ),
  '/messages': reading(
    'listMessages',
    '最近十四天发出的提醒，最新的在前',
    answers('Messages', '提醒', 403),
    [],
  ),
});

/** What changes something. */
const moving = (): Json => ({
  '/items/{id}/moves': {
    post: {
      operationId: 'moveItem',
      summary: '办理一项手续',
      parameters: [
        id,
        header('If-Match', true, '读到的 ETag；不是最新的版本时答 412，附现在的样子'),
        header('Idempotency-Key', false, '同一个键只办一次'),
      ],
      requestBody: { required: true, content: json(ref('Move')) },
      responses: answers('Item', '办理以后的事项', 404, 409, 412, 422, 428),
    },
  },
});

/** The API in OpenAPI 3.1. */
export const describeApi = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: '如期',
    version: '1',
    description: '园区工作计划督办。登录后的会话即凭证；权限与网页相同。',
    license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
  },
  servers: [{ url: '/api/v1' }],
  security: [{ session: [] }],
  paths: { ...readings(), ...moving() },
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'ruqi' } },
    schemas: {
      Item: described(Item),
      ItemPage: described(ItemPage),
      History: described(History),
      Problem: described(Problem),
      Messages: described(Messages),
      Proofs: described(Proofs),
      Move: described(MoveForm, 'input'),
    },
  },
});
