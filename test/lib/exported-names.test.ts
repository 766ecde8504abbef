import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|function\*?|type|interface|class|let|enum) (\w+)/gm;

/** AWS calls each Lambda function by this name. */
const ENTRY_POINT = 'handler';

/** The files that export each name. A type and its schema in one file are one thing. */
function exportersOf(files: Iterable<readonly [string, string]>): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [file, text] of files) {
    for (const [, name = ''] of text.matchAll(EXPORT)) {
      const before = found.get(name) ?? [];
      if (!before.includes(file)) found.set(name, [...before, file]);
    }
  }
  return found;
}

const sharedIn = (exporters: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...exporters].flatMap(([name, files]) =>
    files.length > 1 && name !== ENTRY_POINT ? [`${name}: ${files.join(', ')}`] : [],
  );

describe('exported names', () => {
  it('each stand for one thing', () => {
    const files = globSync('{bin,functions,lib}/**/*.{ts,tsx}');
    const exporters = exportersOf(files.map((file) => [file, readFileSync(file, 'utf8')]));
    expect(exporters.size).toBeGreaterThan(500);
    expect(sharedIn(exporters)).toEqual([]);
  });

  it('are compared across files, not within one', () => {
    const both = 'export const A = 1;\nexport type A = typeof A;\n';
    expect(sharedIn(exportersOf([['a.ts', both]]))).toEqual([]);
    const shared = sharedIn(
      exportersOf([
        ['a.ts', both],
        ['b.ts', 'export class A {}'],
      ]),
    );
    expect(shared).toEqual(['A: a.ts, b.ts']);
  });
});
