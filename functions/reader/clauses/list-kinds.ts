const NAME_LISTS: ReadonlySet<string> = new Set([
  'split.listed-works',
  'split.named-and-counted',
  'split.projects-among-others',
  'split.clients',
  'split.firms',
  'split.done-objects',
  'split.subjects',
  'split.namely',
  'split.conjunction',
]);

/** Whether `rule` finds a list of names, not of numbers or tasks. */
export const isNamed = (rule: string): boolean => NAME_LISTS.has(rule);
