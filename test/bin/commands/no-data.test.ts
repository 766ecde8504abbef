import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../bin/command.ts';
import { contact } from '../../../bin/commands/contact.ts';
import { exportPark } from '../../../bin/commands/export.ts';
import { fundingCommand } from '../../../bin/commands/funding.ts';
import { pace } from '../../../bin/commands/pace.ts';
import { policy } from '../../../bin/commands/policy.ts';
import { proof } from '../../../bin/commands/proof.ts';
import { sign } from '../../../bin/commands/sign.ts';
import { standIn } from '../../../bin/commands/stand-in.ts';
import { task } from '../../../bin/commands/task.ts';
import { run } from '../../support/command-line.ts';
import { begunFolder } from '../../support/homes.ts';
import { newFolder } from '../../support/processes.ts';

const calls: readonly { readonly command: Command; readonly args: readonly string[] }[] = [
  { command: proof, args: [] },
  { command: proof, args: ['--weekly'] },
  { command: policy, args: [] },
  { command: pace, args: [] },
  { command: pace, args: ['--export', '表.xlsx'] },
  { command: fundingCommand, args: [] },
  { command: contact, args: ['list'] },
  { command: exportPark, args: [] },
  { command: sign, args: ['--as', 'office'] },
  { command: task, args: ['submit', 'p22-071', '--as', 'anhuan-owner'] },
  { command: standIn, args: ['anhuan-owner', '--none', '--as', 'office'] },
];

describe('a folder without data', () => {
  it.each(calls)(
    'is said to have none by $command.summary $args, which makes nothing',
    async ({ command, args }) => {
      const folder = await newFolder();
      const data = join(folder, 'wrong');
      const { code, out, err } = await run(command, ...args, '--data', data);
      expect({ code, out }).toEqual({ code: 2, out: [] });
      expect(err).toBe(
        `数据目录 ${data}：这里没有要用的数据。请核对 --data；要新建，请先运行 npm start -- --data ${data}。`,
      );
      expect(await readdir(folder)).toEqual([]);
      const live = await run(command, ...args, '--live', '--data', data);
      expect(live.err).toContain(`npm start -- --live --data ${data}。`);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('of the kind that is asked for says that the other is there', async () => {
    const sample = await begunFolder();
    const { err } = await run(proof, '--live', '--data', sample);
    expect(err).toContain('这里没有要用的数据。只有样例园区，请去掉 --live。');
    const real = await begunFolder(true);
    expect((await run(proof, '--data', real)).err).toContain('只有真实园区，请加上 --live。');
    expect((await run(proof, '--live', '--data', real)).out).toEqual(['共 0 条。']);
    expect(await readdir(sample)).toEqual(['demo']);
  });
});
