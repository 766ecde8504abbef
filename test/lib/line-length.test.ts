import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The formatter breaks code at 100, but no comment, string or regular expression. */
const LONGEST_LINE = 200;

const longLines = (file: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line, at) => (line.length > LONGEST_LINE ? [`${file}:${at + 1}`] : []));

describe('the sources', () => {
  it('have no line of more than 200 characters', () => {
    const files = globSync('{bin,functions,lib,test}/**/*.{ts,tsx,mjs}');
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => longLines(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('are searched line by line', () => {
    const text = `short\n${'x'.repeat(200)}\n${'甲'.repeat(201)}\n`;
    expect(longLines('a.ts', text)).toEqual(['a.ts:3']);
  });
});
