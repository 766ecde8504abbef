import { describe, expect, it } from 'vitest';
import { homeOptions } from '../../bin/home-options.ts';
import { settleIn } from '../../functions/local/drive.ts';
import { openHome } from '../../functions/local/home.ts';
import type { Received } from '../../functions/local/inbox.ts';
import { localTime } from '../../functions/local/local-time.ts';
import { step } from '../../functions/local/movable-clock.ts';
import { taskId } from '../support/ids.ts';
import { newFolder } from '../support/processes.ts';
import { changeTask } from '../support/requests.ts';

const silent = { out: () => undefined, err: () => undefined };

describe('what is handed over on a laptop', { timeout: 60_000 }, () => {
  it('is woken by a timer of its own, which a command sets next to a running start', async () => {
    const data = await newFolder();
    const shown: Received[] = [];
    const home = await openHome(homeOptions(data, false, silent, (each) => void shown.push(each)));
    const command = await openHome(homeOptions(data, false, silent));
    try {
      await home.settle();
      const driven = { ...home, inTurn: <Answer>(work: () => Promise<Answer>) => work() };
      await settleIn(driven);
      const before = shown.length;
      const mover = {
        park: home.residence.id,
        task: taskId('p22-071'),
        by: 'office',
        via: '命令行',
      };
      const move = { act: 'reassign', leadUnit: '招商局' } as const;
      await changeTask({ ...mover, why: '分工调整' }, move, command.laptop.ports);
      await home.laptop.look();
      expect(shown.length).toBe(before);
      await step(driven);
      expect(localTime(home.now())).toBe('2022-06-15 08:10');
      expect(shown.slice(before)).toMatchObject([
        { contact: 'zhaoshang-owner', text: expect.stringContaining('新交办1项工作') },
      ]);
    } finally {
      command.close();
      home.close();
    }
  });
});
