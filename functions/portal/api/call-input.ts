import { z } from 'zod';
import { faultsIn, inChinese } from '../../domain/base/parsing.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Desk } from '../http/frame.ts';

/** What a call says that is asked for nothing. */
export const Nothing = z.strictObject({});

/** The JSON that was sent; nothing for what is none. */
export const jsonOf = (context: Desk): Promise<unknown> =>
  context.req.json().catch(() => undefined);

/** @throws {BadInput} naming every field that is wrong. */
export function checkedInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: inChinese });
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues.flatMap(faultsIn).map(({ field, message }) => ({
      place: field || '内容',
      message,
      remedy: '允许的值见 /api/v1/openapi.json',
    })),
  );
}
