import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Folders without code of their own: files that pages load, and the types of ports. */
const NO_CODE = new Set(['functions/portal/ui/assets', 'functions/flows']);

/** `folder` and all folders in it that have source files of their own. */
function sourceFolders(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const has = entries.some((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  return [
    ...(has && !NO_CODE.has(folder) ? [folder] : []),
    ...entries.flatMap((entry) =>
      entry.isDirectory() ? sourceFolders(join(folder, entry.name)) : [],
    ),
  ];
}

/** Where the tests of the sources in `folder` lie. */
const mirrorOf = (folder: string): string => join('test', folder.replace(/^functions\//, ''));

function hasTests(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.test.ts'));
  } catch {
    return false;
  }
}

const folders = ['bin', 'lib', 'functions'].flatMap(sourceFolders);

it('finds the folders of the sources', () => {
  expect(folders).toContain('functions/domain/calendar');
  expect(hasTests('test/no-such-folder')).toBe(false);
});

it.each(folders)('%s has tests of its own in the mirrored folder', (folder) => {
  expect(hasTests(mirrorOf(folder))).toBe(true);
});
