import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it.each([
  { version: '20.20.2', code: 2 },
  { version: '22.17.9', code: 2 },
  { version: '22.18.0', code: 0 },
  { version: '24.0.0', code: 0 },
])('Node $version ends with $code', ({ version, code }) => {
  const pretending = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const { status, stderr } = spawnSync(
    'node',
    [`--import=data:text/javascript,${pretending}`, 'bin/require-node.mjs'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(code);
  expect(stderr.startsWith('如期需要 Node 22.18 或更高版本')).toBe(code === 2);
});

it('the README asks for the Node that package.json asks for', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(readFileSync('README.md', 'utf8')).toContain(`Node ${engines.node.replace('>=', '≥ ')}`);
});
