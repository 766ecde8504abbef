import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../functions/local/sqlite-file.ts';
import { command, finished, newFolder, start } from '../support/processes.ts';

/** The lines that say that a digest went out. */
const sentLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('────'))
    .map((line) => line.slice('──── '.length));

describe('npm start', { timeout: 120_000 }, () => {
  it('begins on 15 June 2022, steps with n, stops cleanly and goes on where it was', async () => {
    const data = await newFolder();
    const first = start('--data', data);
    await first.says('按 n 走到下一个时刻');
    expect(first.text()).toContain('2022-06-15 08:00 → anhuan-owner');
    expect(first.text()).toContain(
      '完成高新区环境污染第三方治理工作平台建设任务\n期限：6月30日（周四）〔原〕，还有15天',
    );
    expect(first.text()).toContain('登记 188 项');
    expect(first.text()).toContain('下一个是 2022-06-16 08:00');
    expect(first.text()).toContain(
      '红灯3项（新增规模工业企业、全省“五好”园区考核排名、竣工投产项目）',
    );
    expect(first.text()).toContain('政府专项债券：目标30,000万元，已申报30,000万元、批复6,000万元');
    first.child.stdin?.write('n\n');
    await first.says('时钟 2022-06-16 08:00。');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = start('--data', data);
    await second.says('按 n 走到下一个时刻');
    expect(second.text()).toContain('演示时钟 2022-06-16 08:00');
    expect(sentLines(second.text())).toEqual([]);
    second.child.stdin?.write('n');
    await second.says('2022-06-17 08:00 → office');
    second.child.stdin?.write('q');
    expect(await second.ended).toBe(0);
  });

  it('walks through all slots up to a day; the platform climbs its ladder, nobody hears twice', async () => {
    const { code, text } = await finished('--data', await newFolder(), '--until', '2022-07-15');
    expect(code).toBe(0);
    const sent = sentLines(text);
    expect(new Set(sent).size).toBe(sent.length);
    const days = new Set(sent.map((line) => line.slice(0, 'YYYY-MM-DD'.length)));
    expect(days.has('2022-06-18')).toBe(false);
    expect(days.has('2022-07-15')).toBe(true);
    expect(days.has('2022-07-18')).toBe(false);
    const told = text
      .split('────')
      .filter((message) => message.includes('第三方治理工作平台'))
      .map((message) => message.trim().split('\n')[0]);
    expect(told).toEqual(
      expect.arrayContaining([
        '2022-06-15 08:00 → anhuan-owner',
        '2022-06-23 08:00 → anhuan-owner',
        '2022-06-27 08:00 → anhuan-owner',
        '2022-06-29 08:00 → anhuan-owner',
        '2022-06-30 08:00 → anhuan-owner',
        '2022-07-01 08:00 → anhuan-head',
        '2022-07-05 08:00 → leader-safety',
        '2022-07-11 08:00 → leader-principal',
      ]),
    );
  });

  it('tells the owner that his task was closed from the terminal, and says no more of it', async () => {
    const data = await newFolder();
    await finished('--data', data, '--until', '2022-06-23');
    const owner = ['p22-071', '--as', 'anhuan-owner', '--data', data];
    const submitted = await command('task', 'submit', ...owner, '--why', '已建成');
    expect(submitted.text).toContain('完成高新区环境污染第三方治理工作平台建设任务：待核验');
    expect(submitted.text).toContain('按原定期限提前完成，按现行期限提前完成');
    expect((await command('task', 'submit', ...owner)).text).toContain(
      '“待核验”的事项不能报办结，现在可以：核验销号、退办、核定期限、更正期限、撤销、设前置事项',
    );
    const closed = await command('task', 'verify', 'p22-071', '--as', 'office', '--data', data);
    expect(closed).toMatchObject({ code: 0 });
    expect(closed.text).toContain('2022-06-23 08:00 anhuan-owner 报办结 推进中 → 待核验（已建成）');

    const { text } = await finished('--data', data, '--until', '2022-07-12');
    expect(text.split('第三方治理工作平台')).toHaveLength(2);
    expect(text).toContain('决定：6月23日（周四）园区办（督查室）核验销号，这一项已办结。');
    expect(text).toContain('2022-07-12 08:00 → office');
  });

  it('survives being killed in the middle of a walk', async () => {
    const data = await newFolder();
    const killed = start('--data', data, '--until', '2022-07-15');
    await killed.says('2022-06-23 08:00');
    killed.child.kill('SIGKILL');
    await killed.ended;
    const { code, text } = await finished('--data', data, '--until', '2022-07-15');
    expect(code).toBe(0);
    expect(text).toContain('2022-07-11 08:00 → leader-principal');
  });

  it('opens on the overview; each message is answered under its link; the clock moves by a press', async () => {
    const { child, text, says, ended } = start('--data', await newFolder());
    await says('按 n 走到下一个时刻');
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(text()) ?? [];
    const page = async (path: string): Promise<string> => (await fetch(`${address}${path}`)).text();
    const press = (path: string, fields: Record<string, string>): Promise<Response> =>
      fetch(`${address}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: address },
      });
    expect(await page('/')).toContain('2022年工作推进总览');
    const letter = text()
      .split('────')
      .find((each) => each.includes('→ anhuan-owner'));
    const [link = ''] = /\/a\/\w{12}/.exec(letter ?? '') ?? [];
    expect(await page(link)).toContain('致 安环局责任人');
    expect(await page('/messages')).toContain('安环局责任人');

    expect((await press('/demo/next', { back: '/messages' })).status).toBe(200);
    expect(await page('/')).toContain('6月16日 08:00');
    expect((await press('/demo/to', { day: '2022-07-08' })).status).toBe(200);
    expect(await page('/')).toMatch(/红灯 [1-9]\d* 项/);
    expect(await (await press('/demo/to', { day: '2022-07-01' })).text()).toContain('不能倒回');
    child.stdin?.write('q');
    await ended;
  });

  it('with the real clock has an empty register of its own', async () => {
    const { child, text, says, ended } = start('--data', await newFolder(), '--live');
    await says('按 q 或 Ctrl-C 退出');
    expect(text()).toContain('真实时钟');
    expect(text()).toContain('登记 0 项');
    expect(text()).toContain('现在送不到提醒的岗位：园区办（督查室）（还没有接通任何渠道）。');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('stops cleanly when asked in the middle of a walk, and goes on from there', async () => {
    const data = await newFolder();
    const walk = start('--data', data, '--until', '2022-12-31');
    await walk.says('2022-06-15 08:00');
    walk.child.kill('SIGTERM');
    expect(await walk.ended).toBe(0);
    expect(walk.text()).toContain('停在 2022-');
    const { code, text } = await finished('--data', data, '--until', '2022-07-01');
    expect({ code, text }).toMatchObject({ code: 0 });
    const all = [...sentLines(walk.text()), ...sentLines(text)];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('npm start says in one line, with exit code 2,', { timeout: 60_000 }, () => {
  const oneLine = ({ code, text }: { code: number | null; text: string }): string => {
    expect(code).toBe(2);
    expect(text.trim().split('\n')).toHaveLength(1);
    return text;
  };

  it('that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const data = await newFolder();
    expect(oneLine(await finished('--data', data, '--port', port))).toContain(
      `端口 ${port}：已被占用或不许使用。请先停掉占用它的程序，或用 --port 换一个端口。`,
    );
    server.close();
  });

  it('that the data folder cannot be used, or is in use', async () => {
    const data = await newFolder();
    await writeFile(join(data, 'file'), '');
    expect(oneLine(await finished('--data', join(data, 'file')))).toContain('打不开');

    const first = start('--data', data);
    await first.says('按 n 走到下一个时刻');
    expect(oneLine(await finished('--data', data))).toContain('另一个如期正在使用它');
  });

  it('that its memory of where it was is broken', async () => {
    const data = await newFolder();
    await finished('--data', data, '--until', '2022-06-15');
    const file = openSqlite(join(data, 'demo', 'ruqi.sqlite'));
    file.write(() => file.run("UPDATE state SET value = '{' WHERE name = 'now'"));
    file.close();
    expect(oneLine(await finished('--data', data))).toContain('读不出上次停在哪里');
  });

  it.each([
    { args: ['--until', '2022-02-30'], says: '“2022-02-30”不是存在的日期' },
    { args: ['--until', '2022-06-01'], says: '时钟已走到 2022-06-15 08:00，不能倒回' },
    { args: ['--until', '2022-07-01', '--live'], says: '真实时钟不能拨动' },
    { args: ['--port', 'http'], says: '“http”不是端口号' },
    { args: ['--colour'], says: '可用的参数：--until' },
  ])('what is wrong with $args', async ({ args, says }) => {
    expect(oneLine(await finished('--data', await newFolder(), ...args))).toContain(says);
  });
});
