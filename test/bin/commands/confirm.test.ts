import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pace } from '../../../bin/commands/pace.ts';
import { run } from '../../support/command-line.ts';
import { begunFolder } from '../../support/homes.ts';
import { withCells } from '../../support/workbooks.ts';

describe('a figure in Excel that is far from the last one', { timeout: 120_000 }, () => {
  it('must be confirmed, until --confirm says that it is no slip', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'ruqi-xlsx-')), '表.xlsx');
    const home = ['--data', await begunFolder()];
    await run(pace, ...home, '--export', file);
    const slip = await withCells(await readFile(file), (row) =>
      row('指标') === '技工贸总收入' ? { '5月': 1709, 备注: '更正' } : {},
    );
    await writeFile(file, slip);
    const args = [...home, '--import', file, '--as', 'chanye-owner', '--good-rows'];
    const { code, err } = await run(pace, ...args);
    expect(code).toBe(0);
    expect(err).toContain('填的是1709亿元，是4月134.2亿元的12.7倍，请核对单位和小数点');
    const sure = await run(pace, ...args, '--confirm');
    expect(sure.out[0]).toContain('其中 1 项有新的数。');
  });
});
