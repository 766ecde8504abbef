import { GENERIC, HEAD_VERB } from './list-patterns.ts';

/** The elements of a list, and which of them hold a number or a date. */
export type ListFacts = {
  readonly parts: readonly string[];
  readonly counted: readonly boolean[];
  readonly dated: readonly boolean[];
};

/** The object of the first element: what follows its verb, or the whole when it has none. */
function objectOf(part: string): string {
  const verb = HEAD_VERB.exec(part);
  if (verb) return part.slice(verb.index + verb[0].length);
  return part.replace(/^(?:针对|在|对|向|与|于|从)/u, '');
}

function objectsOf({ parts }: ListFacts): readonly string[] {
  return parts.map((part, index) => (index === 0 ? objectOf(part) : part));
}

export const many = (flags: readonly boolean[]): boolean => flags.filter(Boolean).length >= 2;

export const lastPart = ({ parts }: ListFacts): string => parts.at(-1) ?? '';

/** The objects of all parts but the last, which follows 等. */
export const headsOf = (facts: ListFacts): readonly string[] => objectsOf(facts).slice(0, -1);

export const isNameList = (facts: ListFacts): boolean =>
  headsOf(facts).every((name) => name.length >= 2 && name.length <= 24 && !GENERIC.test(name));

export const firstPart = ({ parts }: ListFacts): string => parts[0] ?? '';
