import type { z } from 'zod';
import { describedSchema, type Json, schemaRef, schemasOf } from './json-schemas.ts';
import type { Operation } from './operation.ts';
import { titles } from './problem.ts';

/**
 * The API in OpenAPI 3.1.
 *
 * @param cookie - what the browser calls the cookie of a session.
 */
export const describeApi = (operations: readonly Operation[], cookie: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: '如期',
    version: '1',
    description: '园区工作计划督办。登录后的会话即凭证；权限与网页相同。',
    license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
  },
  servers: [{ url: '/api/v1' }],
  security: [{ session: [] }],
  paths: pathsOf(operations),
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } },
    schemas: schemasOf(operations),
  },
});

function pathsOf(operations: readonly Operation[]): Json {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, group]) => [
      path,
      Object.fromEntries(group.map((each) => [each.verb, describedCall(each)])),
    ]),
  );
}

const describedCall = (operation: Operation): Json => ({
  operationId: operation.operationId,
  summary: operation.summary,
  parameters: parametersOf(operation),
  ...(operation.body
    ? { requestBody: { required: true, content: json(schemaRef(operation.body.name)) } }
    : {}),
  responses: {
    200: {
      description: operation.answer.description,
      content: json(schemaRef(operation.answer.name)),
    },
    ...refusals(statusesOf(operation)),
  },
});

const parametersOf = ({ path, query, ifMatch, once }: Operation): readonly Json[] => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...queryParameters(query),
  ...(ifMatch
    ? [header('If-Match', true, '读到的 ETag；不是最新的版本时答 412，附现在的样子')]
    : []),
  ...(once ? [header('Idempotency-Key', false, '同一个键只办一次')] : []),
];

function queryParameters(query: z.ZodObject | undefined): readonly Json[] {
  if (!query) return [];
  const { properties = {} } = describedSchema(query, 'input') as { properties?: Json };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

const header = (name: string, required: boolean, description: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

/** Everything that a call can be refused with, least first. */
function statusesOf(operation: Operation): readonly number[] {
  const { verb, path, ifMatch, refusals: own } = operation;
  const all = [
    ...ALWAYS,
    ...own,
    ...(path.includes('{') ? [404] : []),
    ...(ifMatch ? [412, 428] : []),
    ...(verb === 'get' ? [] : [413, 507]),
  ];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** Who is not signed in, who may not or asks from elsewhere, an unknown field, and a fault of the system. */
const ALWAYS = [401, 403, 422, 500];

const refusals = (statuses: readonly number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: titles[status] ?? '没有办成，说明见 detail 和 errors',
        content: { 'application/problem+json': { schema: schemaRef('Problem') } },
      },
    ]),
  );

const json = (schema: Json): Json => ({ 'application/json': { schema } });
