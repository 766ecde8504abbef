import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contact } from '../../../bin/commands/contact.ts';
import { exportPark } from '../../../bin/commands/export.ts';
import { restore } from '../../../bin/commands/restore.ts';
import { task } from '../../../bin/commands/task.ts';
import { isOfPark } from '../../../functions/register/park-items.ts';
import { run } from '../../support/command-line.ts';
import { begunFolder } from '../../support/homes.ts';
import { finished, newFolder } from '../../support/processes.ts';

/** A file with these lines. */
async function fileOf(lines: readonly string[]): Promise<string> {
  const path = join(await newFolder(), 'park.jsonl');
  await writeFile(path, lines.join('\n'));
  return path;
}

describe('a park', { timeout: 60_000 }, () => {
  it('comes back whole elsewhere, with its history and its ledger, and only once', async () => {
    const home = await newFolder();
    await finished('--data', home, '--until', '2022-06-16');
    await run(task, 'submit', 'p22-071', '--as', 'anhuan-owner', '--data', home);
    const { out: lines } = await run(exportPark, '--data', home);
    const park = 'linxiang';
    const kinds = lines.map((line) => / *"[ps]k":"([a-z]+)[#"]/g.exec(line)?.[1]);
    expect(new Set(kinds)).toEqual(new Set(['parks', 'park', 'log', 'digest']));

    const file = await fileOf(lines);
    const there = ['--data', await newFolder(), '--live', '--park', park];
    expect((await run(restore, file, ...there)).out).toEqual([
      `放回了${lines.length}条记录，另有0条已经在那里，没有改动。`,
    ]);
    expect((await run(exportPark, ...there)).out.toSorted()).toEqual(lines.toSorted());
    expect((await run(restore, file, ...there)).out).toEqual([
      `放回了0条记录，另有${lines.length}条已经在那里，没有改动。`,
    ]);
  });

  it('adds those whom the directory of a park lacks that was opened already', async () => {
    const there = ['--data', await begunFolder(true), '--live'];
    const old = {
      id: 'pump',
      unit: '水务',
      post: '水务责任人',
      role: 'owner',
      channels: ['wecom'],
    };
    const damaged = { id: 'broken', role: 'king' };
    const lines = [
      { pk: 'park#live', sk: 'directory', park: 'live', contacts: [old, damaged] },
      { pk: 'park#live', sk: 'contact#gas', ...old, id: 'gas', unit: '燃气' },
    ];
    const file = await fileOf(lines.map((line) => JSON.stringify(line)));
    await run(contact, 'list', ...there);
    expect((await run(restore, file, ...there)).out.at(-1)).toBe('通讯录补上了2个联系人。');
    const { out } = await run(contact, 'list', ...there);
    expect(out.map((line) => line.split('\t')[0])).toEqual(['office', 'pump', 'gas']);
    expect((await run(restore, file, ...there)).out).toHaveLength(1);
  });

  it('takes nothing back from a file in which any line is wrong, and names them all', async () => {
    const file = await fileOf([
      '{"pk":"park#live","sk":"watch"}',
      '{"pk":"park#other","sk":"watch"}',
      'not json',
      '{"pk":"park#live"}',
    ]);
    const there = ['--data', await newFolder(), '--live'];
    const { code, err } = await run(restore, file, ...there);
    expect(code).toBe(2);
    expect(err).toMatch(
      /第 2 行：不是园区 live 的记录[\s\S]*第 3 行：不是一条[\s\S]*第 4 行：不是一条/,
    );
    expect((await run(restore, await fileOf([]), ...there)).out[0]).toContain('放回了0条');
  });

  it('that cannot be found in a file is refused', async () => {
    expect((await run(restore, '/no/such/file')).err).toContain('读不到这个文件');
  });
});

it.each([
  { pk: 'parks', sk: 'park#a', own: true },
  { pk: 'parks', sk: 'park#ab', own: false },
  { pk: 'park#a', sk: 'watch', own: true },
  { pk: 'park#ab', sk: 'watch', own: false },
  { pk: 'log#a#t-1', sk: 'v000001', own: true },
  { pk: 'log#ab#t-1', sk: 'v000001', own: false },
  { pk: 'digest#a#2022-06', sk: '2022-06-15#office#1', own: true },
  { pk: 'something#a', sk: 'x', own: false },
])('$pk / $sk belongs to park a: $own', ({ own, ...item }) => {
  expect(isOfPark(item, 'a')).toBe(own);
});
