import { z } from 'zod';

/** One schema within another, with the path of the field that it is for. */
type Within = { readonly path: string; readonly schema: z.ZodType };

/** `schema` and every schema in it; what stands in an array, or behind a default, has its path. */
export function within(schema: z.ZodType, path = ''): readonly Within[] {
  const { def } = schema;
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.ZodType>(schema.shape).flatMap(([name, field]) =>
      within(field, path === '' ? name : `${path}.${name}`),
    );
    return [{ path, schema }, ...fields];
  }
  if (schema instanceof z.ZodArray) return within(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodUnion) {
    return (schema.options as readonly z.ZodType[]).flatMap((each) => within(each, path));
  }
  return 'innerType' in def ? within(def.innerType as z.ZodType, path) : [{ path, schema }];
}
