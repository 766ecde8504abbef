import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BadInput } from '../domain/base/problems.ts';
import type { ItemStore } from '../register/item-store.ts';
import { TABLE } from './bring-over.ts';
import { FILE, folderOf, guarded, type HomeOptions } from './home.ts';
import { NewerFile, VERSION } from './sqlite-file.ts';
import { readItems } from './sqlite-items.ts';

/**
 * Reads the table of one laptop as it was left, or as another process has it now. No file is made or
 * changed: no sample is entered, and a folder of version 0.1.0 is not brought over.
 *
 * @throws {BadInput} if the folder cannot be read, or is of another version.
 */
export async function readHome(
  options: Pick<HomeOptions, 'data' | 'isLive'>,
  use: (items: Pick<ItemStore, 'all'>) => Promise<void>,
): Promise<void> {
  const folder = folderOf(options);
  if (existsSync(join(folder, TABLE))) throw ofOldVersion(folder);
  return guarded(folder, async () => {
    const database = openToRead(join(folder, FILE));
    try {
      const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
      if (version > VERSION) throw new NewerFile();
      // A start that was cut short leaves a file without tables.
      if (version === 0) return;
      await use(readItems({ all: (sql, ...values) => database.prepare(sql).all(...values) }));
    } finally {
      database.close();
    }
  });
}

/**
 * SQLite reads a write-ahead log by its files. A connection that may write removes them when it closes,
 * and takes in what they hold; one that may not leaves them behind. So the files that are there stay,
 * and those that are not there are gone again.
 */
function openToRead(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: existsSync(`${path}-wal`) });
  database.exec('PRAGMA query_only = ON');
  return database;
}

const ofOldVersion = (folder: string): BadInput =>
  new BadInput([
    {
      place: `数据目录 ${folder}`,
      message: '是 0.1.0 版如期写的',
      remedy: '请先运行一次 npm start，转成现在的格式',
    },
  ]);
