/**
 * Own property of `table`. Inherited names such as `constructor` give undefined: `name` is user
 * input.
 */
export const own = <Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
