import { beforeEach, describe, expect, it } from 'vitest';
import { year } from '../../../bin/commands/year.ts';
import { type Ran, run } from '../../support/command-line.ts';
import { begunFolder } from '../../support/homes.ts';

describe('ruqi year', { timeout: 60_000 }, () => {
  let data: string;
  beforeEach(async () => {
    data = await begunFolder();
  });

  const ruqi = (...args: readonly string[]): Promise<Ran> => run(year, ...args, '--data', data);

  it('lists the years, and what is left of one', async () => {
    expect((await ruqi()).out).toEqual([expect.stringMatching(/^2022年\t还没有过完\t\d+项$/)]);
    const listed = await ruqi('--list', '2022');
    expect(listed.code).toBe(0);
    expect(listed.err).toMatch(/2022年还没有过完，还要定\d+项。/);
    expect(listed.out.join('\n')).toContain('\t没有办结\t');
  });

  it('closes no year that is not over, and reopens none that is open', async () => {
    const early = await ruqi('--close', '2022', '--as', 'office');
    expect([early.code, early.err]).toEqual([2, expect.stringContaining('还没有过完，不能收尾')]);
    const open = await ruqi('--reopen', '2022', '--as', 'office');
    expect(open.err).toContain('没有封账，不用重新打开');
  });

  it('asks who does it, and of which year', async () => {
    expect((await ruqi('--close', '2022')).err).toContain('没有说明由谁办理');
    expect((await ruqi('--list', '去年')).err).toContain('“去年”不是年份');
    expect((await ruqi('--list', '2022', '--as', 'nobody')).err).toContain('没有这个联系人');
  });
});
