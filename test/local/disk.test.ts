import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { addressIn, newFolder, READY, startOnDisk } from '../support/processes.ts';

const mayMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

const isCI = process.env['CI'] === 'true';

if (!mayMount && !isCI) console.error('不能挂载临时磁盘：跳过磁盘写满的测试。');

it.runIf(isCI)('runs in CI where a disk can be mounted', () => {
  expect(mayMount).toBe(true);
});

describe.runIf(mayMount)('a disk that is full', { timeout: 120_000 }, () => {
  it('fails one press in words, is told once, and nothing else ends', async () => {
    const folder = await newFolder();
    const { child, says, text } = startOnDisk({ folder, kilobytes: 24 * 1024 });
    await says(READY);
    const address = addressIn(text());
    const press = (): Promise<Response> =>
      fetch(`${address}/demo/next`, {
        method: 'POST',
        headers: { origin: address },
        body: new URLSearchParams({ back: '/' }),
      });
    // The disk is mounted for the started process alone, and seen through it.
    const filler = `/proc/${child.pid}/root${folder}/filler`;
    await writeFile(filler, new Uint8Array(24 * 1024 * 1024)).catch(() => undefined);

    let refused = await press();
    // Room that the store has already taken is filled first.
    for (let tries = 0; tries < 20 && refused.status !== 507; tries += 1) refused = await press();
    expect(refused.status).toBe(507);
    expect(await refused.text()).toContain('磁盘已满，未保存');
    expect((await press()).status).toBe(507);
    expect((await fetch(`${address}/items`)).status).toBe(200);
    child.stdin?.write('n');
    await says('磁盘已满，未保存。恢复写入以后会自动继续。');
    const errors = text().match(/磁盘.*/g);
    expect(errors).toEqual(['磁盘已满，未保存。恢复写入以后会自动继续。']);
    expect(text()).not.toMatch(/Error|at .+:\d+:\d+/);

    await rm(filler);
    expect((await press()).status).toBe(200);
    await says('磁盘又可以写入了。');
    child.stdin?.write('n');
    await says(/时钟 2022-\d\d-\d\d 08:00。/);
  });

  it('ends a start in one line that says so', async () => {
    const folder = await newFolder();
    const { ended, text } = startOnDisk({ folder, kilobytes: 32 });
    expect(await ended).toBe(2);
    expect(text().trim().split('\n')).toHaveLength(1);
    expect(text()).toContain('磁盘已满，未保存');
  });
});
