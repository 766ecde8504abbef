import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { exportPark } from '../../../bin/commands/export.ts';
import { restore } from '../../../bin/commands/restore.ts';
import { homeOptions } from '../../../bin/home-options.ts';
import { openHome } from '../../../functions/local/home.ts';
import { openSqlite } from '../../../functions/local/sqlite-file.ts';
import { run } from '../../support/command-line.ts';
import { outputs, stackWith } from '../../support/deployed.ts';
import { begunFolder } from '../../support/homes.ts';
import { newFolder } from '../../support/processes.ts';

/** Every file under `folder` with its bytes. The index of a log holds the locks of who reads it. */
async function contents(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const isRead = entry.isFile() && !path.endsWith('-shm');
    return [path, isRead ? await readFile(path, 'base64') : ''] as const;
  });
  return new Map(await Promise.all(files));
}

/** What an export of `data` answers, once it is seen that every file is as it was. */
async function exported(
  data: string,
  ...args: readonly string[]
): Promise<Awaited<ReturnType<typeof run>>> {
  const before = await contents(data);
  const answer = await run(exportPark, '--data', data, ...args);
  expect(await contents(data)).toEqual(before);
  return answer;
}

const NONE = {
  code: 2,
  out: [],
  err: '导出：没有这个园区的任何记录。请核对是哪个园区、哪里的数据。',
};

describe('an export changes no byte', { timeout: 60_000 }, () => {
  it('of an empty folder, and says that there is nothing', async () => {
    const { code, out, err } = await exported(await newFolder());
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toContain('这里没有要用的数据');
  });

  it('of a folder that was begun and holds nothing, and enters no sample there', async () => {
    const data = await newFolder();
    const nothing = join(await newFolder(), 'nothing.jsonl');
    await writeFile(nothing, '');
    await run(restore, nothing, '--data', data);
    expect(await exported(data)).toEqual(NONE);
    await writeFile(join(data, 'demo', 'ruqi.sqlite'), '');
    expect(await exported(data)).toEqual(NONE);
  });

  it('of the sample, nor where a park is asked for that is not there', async () => {
    const data = await begunFolder();
    expect((await exported(data)).out.length).toBeGreaterThan(100);
    expect(await exported(data, '--park', 'other')).toEqual(NONE);
  });

  it('next to a process that has the data open, nor after one that was killed', async () => {
    const data = await begunFolder();
    const { laptop, close } = await openHome(
      homeOptions(data, false, { out: () => undefined, err: () => undefined }),
    );
    await laptop.items.put({ pk: 'park#linxiang', sk: 'late' });
    const killed = await newFolder();
    await cp(data, killed, { recursive: true });
    for (const folder of [data, killed]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { out } = await exported(folder);
      expect(out).toContain('{"pk":"park#linxiang","sk":"late"}');
    }
    close();
  });

  it('of a folder of version 0.1.0 or a newer one, and says so', async () => {
    const old = await newFolder();
    await cp('test/local', join(old, 'demo', 'table'), { recursive: true });
    expect((await exported(old)).err).toContain('是 0.1.0 版如期写的');
    const newer = await begunFolder();
    const file = openSqlite(join(newer, 'demo', 'ruqi.sqlite'));
    file.write(() => file.run('PRAGMA user_version = 99'));
    file.close();
    expect((await exported(newer)).err).toContain('是更新版本的如期写的');
  });
});

describe('an export of a stack', () => {
  it('reads its table, or one that was restored next to it', async () => {
    mockClient(CloudFormationClient)
      .on(DescribeStacksCommand)
      .resolves({ Stacks: [stackWith(outputs)] });
    const table = mockClient(DynamoDBDocumentClient);
    const now = { pk: 'park#a', sk: 'watch', isNew: true };
    const then = { ...now, isNew: false };
    table.on(ScanCommand).resolves({ Items: [now] });
    table.on(ScanCommand, { TableName: 'restored' }).resolves({ Items: [then] });
    const there = ['--stack', 'Ruqi', '--park', 'a'];
    expect((await run(exportPark, ...there)).out).toEqual([JSON.stringify(now)]);
    const restored = await run(exportPark, ...there, '--table', 'restored');
    expect(restored.out).toEqual([JSON.stringify(then)]);
    expect(table.calls().every(({ args: [each] }) => each instanceof ScanCommand)).toBe(true);
  });

  it('is asked for where a table is named', async () => {
    const { code, err } = await run(exportPark, '--table', 'restored');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--stack') });
  });
});
