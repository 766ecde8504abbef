import { spawnSync } from 'node:child_process';
import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const IMPORTING = `
  const { takeTsx } = await import('./bin/jsx.ts');
  takeTsx();
  await import(process.env.FILE);`;

const PAGE = [
  'type Shown = {',
  '  readonly title: string;',
  '};',
  "const shown: Shown = { title: '表' };",
  'process.stdout.write(String(<h2>{shown.title}</h2>));',
  "throw new Error('here');",
];

it('a .tsx file runs as it is, and a fault in it names its line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ruqi-tsx-'));
  const file = join(folder, 'page.tsx');
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await writeFile(file, PAGE.join('\n'));
  const { stdout, stderr } = spawnSync('node', ['--input-type=module', '-e', IMPORTING], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], FILE: file },
  });
  expect(stdout).toBe('<h2>表</h2>');
  expect(stderr).toContain(`${file}:6`);
});
