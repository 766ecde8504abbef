import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entry, fullTextOf, summaryOf } from './entry.ts';
import { here } from './program.ts';
import { walk } from './walk.ts';

const EXPECTED = join(here, 'test/year/expected.txt');

/** Everything that a walk through the demo year of the checkout in `folder` sees. */
export async function recordOf(folder: string): Promise<readonly Entry[]> {
  const data = await mkdtemp(join(tmpdir(), 'ruqi-year-'));
  try {
    return await walk({ folder, data });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** Lines of `one` that are not in `other`. */
const missingIn = (one: readonly string[], other: readonly string[]): readonly string[] => {
  const known = new Set(other);
  return one.filter((line) => !known.has(line));
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const MOST_TOLD = 100;

/** Compares the demo year with what it is expected to be; returns the exit code. */
async function check(): Promise<number> {
  const entries = await recordOf(here);
  const lines = summaryOf(entries);
  if (process.argv.includes('--update')) {
    await writeFile(EXPECTED, `${lines.join('\n')}\n`);
    say(`wrote ${lines.length} lines to ${EXPECTED}`);
    return 0;
  }
  const expected = (await readFile(EXPECTED, 'utf8')).trimEnd().split('\n');
  if (expected.join('\n') === lines.join('\n')) {
    say(`the demo year is as expected: ${lines.length} things`);
    return 0;
  }
  await tell(entries, missingIn(expected, lines), missingIn(lines, expected));
  return 1;
}

async function tell(
  entries: readonly Entry[],
  gone: readonly string[],
  come: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ruqi-year-text-'));
  const file = join(folder, 'year.txt');
  await writeFile(file, entries.map(fullTextOf).join('\n'));
  const told = [...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)];
  for (const line of told.slice(0, MOST_TOLD)) say(line);
  say(`the demo year differs: ${gone.length} expected lines are gone, ${come.length} are new`);
  if (gone.length + come.length === 0) say('the same things come in another order');
  say(`its full text: ${file}`);
  say('what changed since a revision, line by line: npm run year -- REV');
  say('if the change is meant: npm run test:year -- --update');
}

if (import.meta.main) process.exitCode = await check();
