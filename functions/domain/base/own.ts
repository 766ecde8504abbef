/**
 * What `table` has under `name` itself. A name that every object has, `constructor`, comes from
 * outside like any other and names nothing.
 */
export const own = <Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
