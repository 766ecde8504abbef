import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../support/processes.ts';

const isCI = process.env['CI'] === 'true';
const isHere = spawnSync('strace', ['-V']).status === 0;

if (!isHere && !isCI) console.error('没有 strace：跳过落盘的测试。');

it.runIf(isCI)('runs in CI with strace', () => {
  expect(isHere).toBe(true);
});

/**
 * What the traced morning did to the disk: how many writes were answered, and how many of them
 * while something written to the log of the store was not on the disk yet.
 */
async function traced(synchronous: 'FULL' | 'OFF'): Promise<{
  readonly answered: number;
  readonly unsynced: number;
  readonly sent: number;
}> {
  const folder = await newFolder();
  const trace = join(folder, 'trace');
  const calls = 'trace=openat,write,pwrite64,fdatasync,fsync';
  const morning = [
    'node',
    'test/local/synced-morning.ts',
    join(folder, 'ruqi.sqlite'),
    synchronous,
  ];
  const { stdout } = spawnSync('strace', ['-f', '-e', calls, '-y', '-o', trace, ...morning], {
    encoding: 'utf8',
  });
  let [answered, unsynced, isDirty] = [0, 0, false];
  for (const line of (await readFile(trace, 'utf8')).split('\n')) {
    if (/pwrite64\(\d+<[^>]*ruqi\.sqlite-wal>/.test(line)) isDirty = true;
    else if (/f(?:data)?sync\(\d+<[^>]*ruqi\.sqlite-wal>/.test(line)) isDirty = false;
    else if (line.includes('write(1<') && line.includes('"answered')) {
      answered += 1;
      unsynced += Number(isDirty);
    }
  }
  return { answered, unsynced, sent: Number(/sent (\d+)/.exec(stdout)?.[1] ?? 0) };
}

describe.runIf(isHere)('a morning on a laptop', () => {
  it('has each write, claim and mark on the disk before it is answered', async () => {
    const { answered, unsynced, sent } = await traced('FULL');
    expect(sent).toBeGreaterThan(0);
    expect(answered).toBeGreaterThan(10);
    expect(unsynced).toBe(0);
  });

  it('would be seen not to, if the store did not sync', async () => {
    expect((await traced('OFF')).unsynced).toBeGreaterThan(10);
  });
});
