import { spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Writes to standard output, and to nothing else. */
const LIST = ['bin/ruqi.ts', '--help'];

describe('output that nothing takes', () => {
  it('is told in one line when the disk is full', () => {
    // A device that is always full.
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync('node', LIST, {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });

    expect(stderr).toBe('输出没有写完：磁盘已满。请腾出空间，再试一次。\n');
    expect(status).toBe(2);
  });

  it('is told in one line when its reader is gone', async () => {
    const child = spawn('node', LIST, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (part: Buffer) => void (said += part.toString()));
    const status = await new Promise((resolve) => child.on('close', resolve));

    expect(said).toBe('输出没有写完：接收输出的程序已经关闭。\n');
    expect(status).toBe(2);
  });
});
