import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressIn, command, finished, newFolder, READY, start } from '../support/processes.ts';

const isLinux = process.platform === 'linux';
describe('a laptop that runs', { timeout: 120_000 }, () => {
  it.runIf(isLinux)('listens nowhere but where its pages are', async () => {
    const { child, says, text } = start('--data', await newFolder());
    await says(READY);
    expect(await portsOf(child.pid ?? 0)).toEqual([Number(addressIn(text()).split(':').at(-1))]);
  });

  it('tells a page of a foreign site nothing', async () => {
    const { says, text } = start('--data', await newFolder());
    await says(READY);
    const address = addressIn(text());
    const origin = 'https://evil.example';
    for (const path of ['/', '/api/v1/tasks', '/messages']) {
      const asked = await fetch(`${address}${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      const read = await fetch(`${address}${path}`, { headers: { origin } });
      for (const { headers } of [asked, read]) {
        expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    }
    const posted = await fetch(`${address}/demo/next`, { method: 'POST', headers: { origin } });
    expect(posted.status).toBe(403);
  });

  it('lets commands in next to it, and no second start', async () => {
    const data = await newFolder();
    const first = start('--data', data);
    await first.says(READY);
    const second = await finished('--data', data);
    expect(second).toEqual({
      code: 2,
      text: `数据目录 ${join(data, 'demo')}：另一个如期正在使用它。请先退出另一个如期，或用 --data 换一个目录。\n`,
    });

    const owner = ['p22-071', '--as', 'anhuan-owner', '--data', data];
    const submitted = await command('task', 'submit', ...owner, '--why', '已建成');
    expect(submitted).toMatchObject({ code: 0 });
    const proof = await command('proof', '--task', 'p22-071', '--data', data);
    expect(proof.text).toContain('2022-06-15 08:00 发出');
    const page = await fetch(`${addressIn(first.text())}/items/p22-071`);
    expect(await page.text()).toContain('待核验');
    first.child.stdin?.write('n');
    await first.says('时钟 2022-06-16 08:00。');
    first.child.kill('SIGKILL');
    await first.ended;
    expect((await finished('--data', data, '--until', '2022-06-17')).code).toBe(0);
  });

  it('keeps its data from others on the machine', async () => {
    const data = join(await newFolder(), 'data');
    await finished('--data', data, '--until', '2022-06-15');
    expect(((await stat(join(data, 'demo'))).mode & 0o077).toString(8)).toBe('0');
  });

  it('shows every message that its proof calls sent, however often it is killed', async () => {
    const data = await newFolder();
    const shown = new Set<string>();
    const noteShown = (text: string): void => {
      for (const [, line] of text.matchAll(/^──── (.+)$/gm)) shown.add(line ?? '');
    };
    for (const moment of ['2022-06-15 08:00', '2022-06-20', '2022-06-23']) {
      const walk = start('--data', data, '--until', '2022-06-30');
      await walk.says(moment);
      walk.child.kill('SIGKILL');
      await walk.ended;
      noteShown(walk.text());
    }
    noteShown((await finished('--data', data, '--until', '2022-06-30')).text);
    const { text } = await command('proof', '--format', 'jsonl', '--data', data);
    const sent = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { contact: string; dispatchedAt?: string })
      .flatMap(({ contact, dispatchedAt }) =>
        dispatchedAt === undefined ? [] : `${parkTime(dispatchedAt)} → ${contact}`,
      );
    expect(sent.length).toBeGreaterThan(50);
    expect(sent.filter((line) => !shown.has(line))).toEqual([]);
  });
});

/** `2022-06-15 08:00` of an instant in UTC. */
const parkTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Ports on which the process listens, as Linux tells them. */
async function portsOf(pid: number): Promise<readonly number[]> {
  const links = await Promise.all(
    (await readdir(`/proc/${pid}/fd`)).map((fd) =>
      readlink(`/proc/${pid}/fd/${fd}`).catch(() => ''),
    ),
  );
  const inodes = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(
    ['tcp', 'tcp6', 'udp', 'udp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8')),
  );
  const LISTEN = '0A';
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === LISTEN && inodes.has(fields[9] ?? ''))
    .map((fields) => Number.parseInt(fields[1]?.split(':')[1] ?? '0', 16));
}
