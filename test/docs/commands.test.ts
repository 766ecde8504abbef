import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../bin/commands.ts';
import manifest from '../../package.json' with { type: 'json' };
import { run } from '../support/command-line.ts';
import { begunFolder } from '../support/homes.ts';
import { commandLines, inlineCode, papers } from '../support/papers.ts';

/** A command in a paper, without what a shell makes of it. */
type Call = { readonly path: string; readonly line: string; readonly words: readonly string[] };

const RUQI = /^(?:npm run -s ruqi --|ruqi)(?= |$)/;

/** Every call in `line`: several may be joined by `&&`; what follows a redirection is a file. */
const callsIn = (path: string, line: string): readonly Call[] =>
  line.split(' && ').map((part) => {
    const plain = part
      .trim()
      .replace(RUQI, 'ruqi')
      .replace(/^npm start --/, 'ruqi start');
    return { path, line, words: plain.replace(/ >.*$/, '').split(/\s+/) };
  });

const calls = papers.flatMap((each) => {
  const lines = [...commandLines(each, ['sh']), ...inlineCode(each)];
  return lines
    .filter((line) => /^(npm|npx|node|ruqi) /.test(line))
    .flatMap((line) => callsIn(each.path, line));
});

/** What an author leaves to the reader: `FILE`, `ID`, `COMMAND`. */
const isPlaceholder = (word: string): boolean => /^[A-Z]+(\.\w+)?$/.test(word);

/** What is wrong with a call, in words; empty where nothing is. */
const checks: Readonly<Record<string, (words: readonly string[]) => string>> = {
  npm: ([verb = '', ...rest]) => {
    const name = verb === 'run' ? rest.find((word) => !word.startsWith('-')) : verb;
    const isThere = Object.hasOwn(manifest.scripts, name ?? '') || /^(ci|install)$/.test(verb);
    return isThere ? '' : `no script ${name}`;
  },
  npx: ([name = '']) => (existsSync(`node_modules/.bin/${name}`) ? '' : `no program ${name}`),
  node: ([file = '']) => (existsSync(file) ? '' : `no file ${file}`),
  ruqi: ([verb = '', ...args]) => {
    if (verb === '' || isPlaceholder(verb)) return '';
    const command = commands.get(verb);
    if (!command) return `no command ${verb}`;
    const names = args.flatMap((word) => /^--[\w-]+/.exec(word)?.[0] ?? []);
    const acts = verb === 'task' || verb === 'contact' ? args.slice(0, 1) : [];
    const known = new Set(`${command.usage} --help`.match(/[\w-]+/g));
    const unknown = [...names, ...acts].filter((word) => !known.has(word));
    return unknown.length === 0 ? '' : `${verb} knows no ${unknown.join()}`;
  },
};

/** Commands that only read, or change nothing but the data folder that they are given. */
const HARMLESS: ReadonlySet<string> = new Set([
  'read',
  'preview',
  'task',
  'proof',
  'policy',
  'pace',
  'funding',
  'export',
]);

const harmless = calls.filter(
  ({ words: [program, verb = '', ...args] }) =>
    program === 'ruqi' &&
    HARMLESS.has(verb) &&
    args.length > 0 &&
    !args.some((word) => isPlaceholder(word) || /^--(stack|help|import|adopt)$/.test(word)),
);

describe('a command in the papers', () => {
  it('is found in more than one of them', () => {
    expect(new Set(calls.map(({ path }) => path)).size).toBeGreaterThan(3);
  });

  it.each(calls)(
    'is there with its options, in $path: $line',
    ({ words: [program = '', ...words] }) => {
      expect(checks[program]?.(words)).toBe('');
    },
  );

  it('would be seen to be wrong', () => {
    expect(checks['ruqi']?.(['proof', '--everything'])).toBe('proof knows no --everything');
    expect(checks['ruqi']?.(['pace', '--dat'])).toBe('pace knows no --dat');
    expect(checks['ruqi']?.(['contact', 'forget', 'office'])).toBe('contact knows no forget');
    expect(checks['npm']?.(['run', 'nothing'])).toBe('no script nothing');
  });
});

describe('what the papers call on the sample', () => {
  let data = '';
  beforeAll(async () => {
    data = await begunFolder();
  });

  it.each(harmless)(
    'does what it is called for: $line',
    async ({ words: [, verb = '', ...args] }) => {
      const command = commands.get(verb);
      if (!command) throw new Error(`no command ${verb}`);
      const place = command.usage.includes('--data') ? ['--data', data] : [];
      const { code, out } = await run(command, ...args, ...place);
      expect({ code, isSaying: out.length > 0 }).toEqual({ code: 0, isSaying: true });
    },
  );
});
