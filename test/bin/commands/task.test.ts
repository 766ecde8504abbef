import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportPark } from '../../../bin/commands/export.ts';
import { task } from '../../../bin/commands/task.ts';
import { readSample } from '../../../functions/local/sample.ts';
import { at } from '../../support/builders.ts';
import { type Ran, run } from '../../support/command-line.ts';
import { begunFolder } from '../../support/homes.ts';
import { taskId } from '../../support/ids.ts';
import { command, newFolder } from '../../support/processes.ts';

const EVIL = '等设备\n2. 假事项\r\n查看：\u202ehttps://evil.example\u001b[2J';
const SEEN = '等设备 2. 假事项 查看：https://evil.example[2J';

describe('a move from the command line', { timeout: 60_000 }, () => {
  let data: string;
  const move = (...args: readonly string[]): Promise<Ran> => run(task, ...args, '--data', data);
  beforeAll(async () => {
    data = await begunFolder();
  });

  it('says in one line of seen characters what was typed', async () => {
    const who = ['p22-071', '--as', 'anhuan-owner'];
    const evidence = 'https://example.cn/\u202e甲';
    const said = ['--progress', '40', '--why', EVIL, '--evidence', evidence];
    const { out } = await move('report', ...who, ...said);
    expect(out.at(-1)).toMatch(new RegExp(`反馈 .*（${SEEN.replaceAll(/[.[]/g, '\\$&')}）$`));
    expect(out.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    const stored = (await run(exportPark, '--data', data)).out.map((line) => JSON.parse(line));
    const kept = stored.find(({ sk }) => sk === 'task#p22-071');
    expect(kept.task).toMatchObject({
      lastReport: { note: SEEN },
      evidence: ['https://example.cn/甲'],
    });
  });

  it('adds an item with the source that it comes from, once it is confirmed', async () => {
    const said = [
      '--title',
      '建成应急池',
      '--unit',
      '安环局',
      '--due',
      '2022-01-10',
      '--as',
      'office',
    ];
    const source = ['--source', 'meeting', '--from', '党工委会议', '--number', '第3次'];
    expect((await run(task, 'add', ...said, ...source, '--data', data)).err).toContain(
      '请加上 --confirm past',
    );
    const { out } = await run(task, 'add', ...said, ...source, '--confirm', 'past', '--data', data);
    expect(out).toEqual(['y22a-001 建成应急池：已登记']);
    const wrong = await run(task, 'add', '--unit', '安环局', '--as', 'office', '--data', data);
    expect(wrong.err).toContain('title');
  });

  it.each([
    {
      args: ['report', '--progress', '40', '--evidence', 'javascript:alert(1)'],
      says: '应是 http',
    },
    { args: ['report', '--progress', '40', '--why', '甲'.repeat(501)], says: '至多 500 个字' },
    { args: ['disown', '--why', '\u200b\n'], says: '参数 --why：没有给出' },
  ])('is refused: $says', async ({ args: [act = '', ...args], says }) => {
    const { code, err } = await move(act, 'p22-071', '--as', 'anhuan-owner', ...args);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(says) });
  });

  it('takes back the last move', async () => {
    const asOffice = ['p22-062', '--as', 'office'];
    await move('suspend', ...asOffice);
    const { code, out } = await move('undo', ...asOffice);
    expect(code).toBe(0);
    expect(out[0]).toContain('推进中');
    expect(out.at(-1)).toContain('撤回：中止 中止 → 推进中');
    expect((await move('undo', 'p22-061', '--as', 'office')).err).toContain('这一步不能撤回');
    expect((await move('undo', 'p22-062')).err).toContain('没有说明由谁办理');
  });

  it('divides a work into nodes, by name or from a template', async () => {
    const given = ['--node', '洽谈,2022-06-20,安环局,2', '--node', '签约,2022-06-28'];
    const named = await move('nodes', 'p22-071', '--as', 'office', ...given);
    expect(named.code).toBe(0);
    expect(named.out.join('\n')).toContain('p22-071.n1 洽谈 2022-06-20 安环局');
    const none = await move('nodes', 'p22-071', '--as', 'office', '--from', 'bridge');
    expect(none.err).toContain('没有“bridge”这个节点模板');
  });

  it('names ids of the register that it works on, where it shows how it is called', async () => {
    const { tasks } = await readSample(at('2022-06-15 08:00'));
    const known = new Set(tasks.map(({ id }) => id));
    const { err } = await run(task, 'submit');
    const shown = [...`${err} ${task.usage}`.matchAll(/\b[a-z]+\d\d-\d{3}\b/g)].map(([id]) => id);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((id) => !known.has(taskId(id)))).toEqual([]);
  });
});

describe('the terminal', { timeout: 60_000 }, () => {
  it('is given nothing that it would obey, and JSON that is the same', async () => {
    const data = await newFolder();
    const item = { pk: 'park#linxiang', sk: 'note', text: 'a\u202eb\u009b2J\u2028' };
    const file = join(data, 'park.jsonl');
    await writeFile(file, JSON.stringify(item));
    const there = ['--data', join(data, 'there'), '--park', 'linxiang'];
    await command('restore', file, ...there);
    const { text } = await command('export', ...there);
    const lines = text.trim().split('\n');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(item);
    const refused = await command('task', 'sub\u001b[2Jmit\n签收了3条提醒。');
    expect(refused.text.trim().split('\n')).toHaveLength(1);
    expect(refused.text).toContain('没有“sub[2Jmit 签收了3条提醒。”这项手续');
  });
});
