import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { calendar } from '../../../bin/commands/calendar.ts';
import { type Ran, run } from '../../support/command-line.ts';
import { begunFolder } from '../../support/homes.ts';
import { notice2027 } from '../../support/notices.ts';

const QUESTION = `${notice2027}\n6月16日（星期三）上班。`;

describe('ruqi calendar', { timeout: 60_000 }, () => {
  let data: string;
  beforeEach(async () => {
    data = await begunFolder();
  });

  const ruqi = (...args: readonly string[]): Promise<Ran> => run(calendar, ...args, '--data', data);

  /** Calls the command with `text` in a file. */
  const enter = async (text: string, ...args: readonly string[]): Promise<Ran> => {
    const file = join(data, 'notice.txt');
    await writeFile(file, text);
    return ruqi('--enter', file, ...args);
  };
  const lines = async (): Promise<string> => (await ruqi()).out.join('\n');

  it('lists the years with their source', async () => {
    expect((await ruqi()).out).toEqual([
      expect.stringMatching(/^2022年\t内置\t放假1月1日至3日、1月31日至2月6日.*；上班1月29日至30日/),
      expect.stringMatching(/^2023年\t内置\t放假2022年12月31日至2023年1月2日/),
    ]);
  });

  it('shows what it read, and enters it only with --yes', async () => {
    const shown = await enter(notice2027, '--as', 'office');
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('2月14日（星期日）\t上班\t春节\t原为休息日');
    expect(shown.err).toContain('没有录入。核对无误后，请加上 --yes 再执行一次。');
    expect(await lines()).not.toContain('2027年');
    const entered = await enter(notice2027, '--as', 'office', '--yes');
    expect(entered.out).toContain('已录入2027年放假安排，立即生效。');
    expect(await lines()).toContain('2027年\t录入\t放假1月1日至3日');
  });

  it('enters nothing while a question is open, and takes its number for an answer', async () => {
    const refused = await enter(QUESTION, '--as', 'office', '--yes');
    expect(refused.code).toBe(2);
    expect(refused.out).toContain('问题 1：6月16日（星期三）写的是上班，但它本来就是工作日');
    expect(await lines()).not.toContain('2027年');
    expect((await enter(QUESTION, '--as', 'office', '--yes', '--accept', '2')).err).toContain(
      '没有第“2”个问题',
    );
    expect((await enter(QUESTION, '--as', 'office', '--yes', '--accept', '1')).code).toBe(0);
    expect(await lines()).toContain('2027年\t录入');
  });

  it('removes an entry with --yes', async () => {
    await enter(notice2027, '--as', 'office', '--yes');
    const asked = await ruqi('--remove', '2027', '--as', 'office');
    expect(asked.err).toContain('要撤销2027年录入的放假安排');
    expect((await ruqi('--remove', '2027', '--as', 'office', '--yes')).code).toBe(0);
    expect(await lines()).not.toContain('2027年');
  });

  it.each([
    { args: [], says: '没有说明由谁录入' },
    { args: ['--as', 'anhuan-owner', '--yes'], says: '没有这项权限' },
    { args: ['--as', 'office', '--year', '2028'], says: '通知写的是2027年，年份填的是2028年' },
    { args: ['--as', 'office', '--year', '明年'], says: '“明年”不是年份' },
  ])('is refused in words: $says', async ({ args, says }) => {
    const { code, err } = await enter(notice2027, ...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) });
  });
});
