import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { names, phrases } from './phrases.ts';

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`/\\])\/\/[^\n]*/g;
const TITLE = /\b(?:describe|it|test)(?:\.\w+(?:\([^)]*\))?)*\(\s*(['"`])(?:(?!\1).)*\1/g;

/** Comments and strings: what is left is code. */
const TEXT = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|'[^'\n]*'|"[^"\n]*"|`[^`]*`/g;

/** What a file says in English: its comments and test titles; all of a paper but its code. */
function englishOf(file: string, text: string): readonly string[] {
  if (file.endsWith('.md')) return [text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')];
  const titles = file.endsWith('.test.ts') ? (text.match(TITLE) ?? []) : [];
  return [...(text.match(COMMENT) ?? []), ...titles].map((each) =>
    each.replaceAll(/\n\s*(\*|\/\/) ?/g, ' '),
  );
}

/** Each phrase to avoid in `text`, with what to write instead. */
const faultsIn = (file: string, text: string): readonly string[] =>
  englishOf(file, text).flatMap((each) =>
    phrases.flatMap(({ avoid, say }) => {
      const found = avoid.exec(each)?.[0];
      return found === undefined ? [] : [`${file}: “${found}” → ${say}`];
    }),
  );

const files = globSync([
  '*.md',
  'docs/**/*.md',
  '{bin,functions,lib,test,.ci}/**/*.{ts,tsx,mjs,css}',
]).filter((file) => !/practice|docs\/(phrases|words\.test)\.ts$|cli\.md$/.test(file));

describe('the English of the repository', () => {
  it('uses standard technical terms', () => {
    expect(files.length).toBeGreaterThan(900);
    expect(files.flatMap((file) => faultsIn(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('is checked in comments, test titles and papers, and not in code', () => {
    expect(faultsIn('a.ts', "/**\n * Asks\n * anew.\n */\nconst anew = 'anew';")).toHaveLength(1);
    expect(faultsIn('a.test.ts', "it('asks anew', () => {});")).toHaveLength(1);
    expect(faultsIn('a.css', '/* whoever */')).toHaveLength(1);
    expect(faultsIn('a.md', 'It goes by `goes by`.')).toHaveLength(1);
  });

  it('has no identifier that was renamed', () => {
    const old = Object.keys(names).map((name) => new RegExp(`\\b${name}\\b`));
    const used = files
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('test/docs/'))
      .filter((file) => {
        const code = readFileSync(file, 'utf8').replaceAll(TEXT, '');
        return old.some((name) => name.test(code));
      });
    expect(used).toEqual([]);
  });
});
