import { spawnSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../bin/write-whole.ts';

const WRITING = `
  const { writeWhole } = await import('./bin/write-whole.ts');
  await writeWhole(process.env.FILE, new Uint8Array(1024 * 1024))
    .catch(({ code }) => process.stdout.write(code));`;

describe('a file that is written whole', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ruqi-write-'));
    file = join(folder, '表.xlsx');
  });

  it('is absent, and what stood there stays, when only a part of it can be written', async () => {
    await writeFile(file, 'old');
    // The system takes the first part of the data and refuses the rest, as a nearly full disk does.
    const { stdout } = spawnSync(
      'sh',
      ['-c', `ulimit -f 64 && exec node --input-type=module -e "$WRITING"`],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], FILE: file, WRITING } },
    );
    expect(stdout).toBe('EFBIG');
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['表.xlsx']);
  });

  it('replaces what stood there, and leaves nothing next to it', async () => {
    await writeFile(file, 'old', { mode: 0o600 });
    await writeWhole(file, Buffer.from('new'));
    expect(await readFile(file, 'utf8')).toBe('new');
    expect((await lstat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['表.xlsx']);
  });

  it('is written where a link leads', async () => {
    const link = join(folder, 'link.xlsx');
    await writeFile(file, 'old');
    await symlink(file, link);
    await writeWhole(link, Buffer.from('new'));
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  it('does not replace a device', async () => {
    await writeWhole('/dev/null', Buffer.from('new'));
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});
