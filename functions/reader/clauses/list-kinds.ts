/** Lists whose elements are names, in distinction from numbers and deeds. */
export const isNamed = (rule: string): boolean =>
  /^split\.(?:listed-works|named-and-counted|projects-among-others|clients|firms|done-objects|subjects|namely|conjunction)$/u.test(
    rule,
  );
