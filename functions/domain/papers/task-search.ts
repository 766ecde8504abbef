import type { Task } from '../tasks/task.ts';

/**
 * Whether `task` has every word of `search`: in its id, with or without zeros (`p22-058`, `p22-58`, `58`),
 * its title, its sentence, its unit also by a former name, or what was last reported, asked for or urged.
 */
export function isFoundBy(
  task: Task,
  search: string,
  formerNames: readonly string[] = [],
): boolean {
  const text = folded([...wordsOf(task), ...formerNames].join(' '));
  return folded(search)
    .split(/\s+/u)
    .every((word) => text.includes(word) || isIdOf(task, word));
}

const wordsOf = (task: Task): readonly string[] => [
  task.title,
  task.quote,
  task.leadUnit,
  task.lastReport?.note ?? '',
  task.request?.why ?? '',
  task.disowned?.why ?? '',
  ...(task.urges ?? []).map(({ words }) => words),
];

/** A number alone is that of one task; with its letters, an id may be unfinished. */
function isIdOf({ id }: Task, word: string): boolean {
  const own = folded(id);
  if (/^\d+$/.test(word)) {
    const [, number] = /^[^-]+-(\d+)/.exec(own) ?? [];
    return number !== undefined && Number(number) === Number(word);
  }
  const [mine, asked] = [withoutZeros(own), withoutZeros(word)];
  return own.includes(word) || mine === asked || mine.startsWith(`${asked}-`);
}

const withoutZeros = (id: string): string => id.replaceAll(/-0+(?=\d)/g, '-');

/** Normalizes `text` for search: lower case, half-width letters, digits and punctuation. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
