import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullTextOf } from './entry.ts';
import { here } from './program.ts';
import { recordOf } from './record.ts';

/** Walks the demo year of a revision and of this checkout, and shows what differs, line by line. */
const [revision = 'HEAD'] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'ruqi-compare-'));
const before = join(folder, 'checkout');

const git = (...args: readonly string[]): void =>
  void execFileSync('git', args, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });

async function textOf(checkout: string, name: string): Promise<void> {
  const entries = await recordOf(checkout);
  await writeFile(join(folder, name), entries.map(fullTextOf).join('\n'));
}

git('worktree', 'add', '--detach', before, revision);
try {
  await symlink(join(here, 'node_modules'), join(before, 'node_modules'));
  await textOf(before, 'before.txt');
  await textOf(here, 'after.txt');
} finally {
  git('worktree', 'remove', '--force', before);
}
const shown = [
  'diff',
  '--no-index',
  '--function-context',
  '--unified=0',
  'before.txt',
  'after.txt',
];
const { status } = spawnSync('git', shown, { cwd: folder, stdio: 'inherit' });
if (status === 0) await rm(folder, { recursive: true });
process.stdout.write(status === 0 ? 'nothing differs\n' : `both texts: ${folder}\n`);
process.exitCode = status ?? 1;
