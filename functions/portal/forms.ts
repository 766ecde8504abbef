import type { Context } from 'hono';

/** The fields of the form that was sent which are text; a file has no business here. */
export async function textFields(context: Context): Promise<Readonly<Record<string, string>>> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
