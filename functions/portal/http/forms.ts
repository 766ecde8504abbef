import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { Conflict } from '../../domain/base/faults.ts';
import { inChinese } from '../../domain/base/parsing.ts';
import { BadInput, problemLine } from '../../domain/base/problems.ts';

/**
 * The form that was sent.
 *
 * @param all - whether every value of a field is given, for forms whose boxes share a name.
 * @throws {HTTPException} 400 for a body that is not the form it says it is.
 */
export async function formOf(
  context: Context,
  { all = false } = {},
): Promise<Readonly<Record<string, FormValue | readonly FormValue[]>>> {
  try {
    return await context.req.parseBody({ all });
  } catch (cause) {
    throw new HTTPException(400, { cause });
  }
}

type FormValue = string | File;

/** The fields of the form that was sent which are text; a file has no business here. */
export async function textFields(context: Context): Promise<Readonly<Record<string, string>>> {
  const body = await formOf(context);
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Every value of each field that was sent, for forms whose boxes share a name. */
export async function listFields(
  context: Context,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const body = await formOf(context, { all: true });
  return Object.fromEntries(
    Object.entries(body).map(([name, given]) => [
      name,
      [given].flat().filter((value) => typeof value === 'string'),
    ]),
  );
}

/** One wrong field of a form, in the words that stand above the form and next to the field. */
export type FieldFault = { readonly field: string; readonly message: string };

/**
 * What `schema` makes of the fields of a form, or everything that is wrong with them.
 *
 * @param names - what people call the fields.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  fields: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): { readonly value: z.output<Schema> } | { readonly faults: readonly FieldFault[] } {
  const parsed = schema.safeParse(fields, { error: inChinese });
  if (parsed.success) return { value: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? '');
    return { field, message: `${names[field] ?? '手续'}：${message}` };
  });
  return { faults };
}

/** As {@link faultsOf}, each with its place: the cell of a sheet, the line of a file. */
export const placedFaultsOf = (fault: unknown): readonly FieldFault[] =>
  fault instanceof BadInput
    ? fault.problems.map((problem) => ({ field: 'file', message: problemLine(problem) }))
    : faultsOf(fault);

/** What a person can correct; anything else is a fault of the system and is rethrown. */
export function faultsOf(fault: unknown): readonly FieldFault[] {
  if (fault instanceof Conflict) return [{ field: '', message: fault.message }];
  if (!(fault instanceof BadInput)) throw fault;
  return fault.problems.map(({ message, remedy }) => ({
    field: '',
    message: `${message}。${remedy}。`,
  }));
}
