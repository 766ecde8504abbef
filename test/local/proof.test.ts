import { describe, expect, it } from 'vitest';
import { begunFolder } from '../support/homes.ts';
import { command, finished } from '../support/processes.ts';

describe('the proof of notice on a laptop', { timeout: 120_000 }, () => {
  it('tells who was sent what instead of whom, as lines and as JSON, and counts by week', async () => {
    const data = await begunFolder();
    const standIn = ['stand-in', 'anhuan-owner', '--data', data];
    expect(await command(...standIn, '--to', 'anhuan-head', '--as', 'office')).toMatchObject({
      code: 0,
      text: '安环局责任人由 anhuan-head 代收。\n',
    });
    expect((await command(...standIn, '--as', 'office')).text).toContain('须给出代收人');
    await finished('--data', data, '--until', '2022-06-15');

    const proof = ['proof', '--task', 'p22-071', '--data', data];
    const { text } = await command(...proof);
    expect(text).toMatch(
      /^p22-071 提前15天 安环局负责人（代安环局责任人）：计划 2022-06-15 08:00，2022-06-15 08:00 发出（第1次，回执 \S+）\n共 1 条。\n$/,
    );
    const lines = (await command(...proof, '--format', 'jsonl')).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { task: 'p22-071', rung: 'before-15', contact: 'anhuan-head', insteadOf: 'anhuan-owner' },
    ]);
    const weekly = await command('proof', '--weekly', '--data', data);
    expect(weekly.text).toContain('6月13日—19日 安环局负责人：1 条\n');
    expect((await command('proof', '--from', 'soon', '--data', data)).code).toBe(2);
  });
});
