import { commands } from '../commands.ts';
import { fenced } from './markdown.ts';

/** One section for each command: its summary and what `--help` prints. */
export const commandSections = (): string =>
  [...commands]
    .map(([name, { summary, usage }]) => [`## ${name}`, `${summary}。`, fenced(usage)].join('\n\n'))
    .join('\n\n');
