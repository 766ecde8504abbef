import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { NotSaved } from '../../functions/domain/base/faults.ts';
import { InUse, lockFile } from '../../functions/local/lock.ts';
import { openSqlite } from '../../functions/local/sqlite-file.ts';
import { NewerFile } from '../../functions/local/sqlite-schema.ts';
import { wakeQueue } from '../../functions/local/wake-queue.ts';

const newPath = async (): Promise<string> =>
  join(await mkdtemp(join(tmpdir(), 'ruqi-')), 'ruqi.sqlite');

describe('a SQLite file', () => {
  it('writes ahead and syncs each commit, on every connection', async () => {
    const path = await newPath();
    const [first, second] = [openSqlite(path), openSqlite(path)];
    for (const { all } of [first, second]) {
      expect(all('PRAGMA journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
      expect(all('PRAGMA synchronous')).toMatchObject([{ synchronous: 2 }]);
      expect(all('PRAGMA fullfsync')).toMatchObject([{ fullfsync: 1 }]);
    }
  });

  it('shows each connection what the other has written', async () => {
    const path = await newPath();
    const [first, second] = [wakeQueue(openSqlite(path)), wakeQueue(openSqlite(path))];
    first.send('a');
    second.send('b');
    expect(first.waiting().map(({ body }) => body)).toEqual(['a', 'b']);
    second.remove(second.waiting()[0]?.id ?? '');
    expect(first.waiting().map(({ body }) => body)).toEqual(['b']);
  });

  it('writes all of a transaction or nothing, within another one too', () => {
    const file = openSqlite();
    const queue = wakeQueue(file);
    const half = (): void =>
      file.write(() => {
        queue.send('a');
        throw new Error('died here');
      });
    expect(half).toThrow('died here');
    expect(queue.waiting()).toEqual([]);
    file.write(() => queue.send('b'));
    expect(queue.waiting()).toMatchObject([{ body: 'b' }]);
  });

  it.each([
    {
      disk: 'full',
      fill: 'PRAGMA max_page_count = 20',
      clear: 'PRAGMA max_page_count = 100000',
      says: '磁盘已满，未保存',
    },
    {
      disk: 'read-only',
      fill: 'PRAGMA query_only = ON',
      clear: 'PRAGMA query_only = OFF',
      says: '磁盘只能读、不能写，未保存',
    },
  ])('says once that the disk is $disk, keeps what it had, and goes on', async (each) => {
    const told: string[] = [];
    const file = openSqlite(await newPath(), (line) => told.push(line));
    const queue = wakeQueue(file);
    queue.send('before');
    file.all(each.fill);
    const large = 'x'.repeat(200_000);
    for (let tries = 0; tries < 3; tries += 1) {
      expect(() => queue.send(large)).toThrow(NotSaved);
      expect(() => queue.send(large)).toThrow(each.says);
    }
    expect(file.problem()).toBe(each.says);
    expect(told).toEqual([`${each.says}。恢复写入以后会自动继续。`]);
    expect(queue.waiting().map(({ body }) => body)).toEqual(['before']);

    file.all(each.clear);
    queue.send('after');
    expect(file.problem()).toBeUndefined();
    expect(told.slice(1)).toEqual(['磁盘又可以写入了。']);
    expect(queue.waiting().map(({ body }) => body)).toEqual(['before', 'after']);
  });

  it('does not take a fault of the work for one of the disk', () => {
    const file = openSqlite();
    expect(() => file.write(() => file.run('INSERT INTO nowhere VALUES (1)'))).toThrow(
      /no such table/,
    );
    expect(file.problem()).toBeUndefined();
  });

  it('refuses one that a newer version wrote', async () => {
    const path = await newPath();
    openSqlite(path).close();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openSqlite(path)).toThrow(NewerFile);
  });
});

describe('the lock of a folder', () => {
  it('keeps others out until it is released', async () => {
    const path = `${await newPath()}.lock`;
    const release = lockFile(path);
    expect(() => lockFile(path)).toThrow(InUse);
    release();
    lockFile(path)();
  });
});
