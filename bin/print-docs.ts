import { readFile, writeFile } from 'node:fs/promises';
import { withPrinted } from './docs/markdown.ts';
import { printedPages } from './docs/pages.ts';

// Renews what the code prints into docs/. test/bin/docs/printed.test.ts fails while a page is stale.
for (const [path, parts] of Object.entries(printedPages)) {
  const page = new URL(`../${path}`, import.meta.url);
  await writeFile(page, withPrinted(await readFile(page, 'utf8'), parts()));
}
