import { z } from 'zod';
import type { NamedSchema, Operation } from './operation.ts';
import { ProblemBody } from './problem.ts';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Every schema that the operations name, by its name. */
export function schemasOf(operations: readonly Operation[]): Json {
  const answers = operations.map(({ answer }) => entryOf(answer, 'output'));
  const bodies = operations.flatMap(({ body }) => (body ? [entryOf(body, 'input')] : []));
  return {
    Problem: describedSchema(ProblemBody, 'output'),
    ...Object.fromEntries([...answers, ...bodies]),
  };
}

const entryOf = (
  { name, schema }: NamedSchema,
  io: 'input' | 'output',
): readonly [string, Json] => [name, describedSchema(schema, io)];

/** `schema` in JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export function describedSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** Refers to a schema of {@link schemasOf}. */
export const schemaRef = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
