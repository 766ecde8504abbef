import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BadInput } from '../domain/base/problems.ts';
import type { ItemStore } from '../register/item-store.ts';
import { TABLE } from './bring-over.ts';
import { guarded } from './folder-faults.ts';
import { FILE, folderOf, type HomeFolder } from './home-folder.ts';
import { readItems } from './sqlite-items.ts';
import { NewerFile, VERSION } from './sqlite-schema.ts';

/**
 * Reads the table of one laptop, also while another process has it open. Creates and changes no file:
 * it enters no sample and does not migrate a folder of version 0.1.0.
 *
 * @throws {BadInput} if the folder cannot be read, or is of another version.
 */
export async function readHome(
  options: HomeFolder,
  use: (items: Pick<ItemStore, 'all'>) => Promise<void>,
): Promise<void> {
  const folder = folderOf(options);
  if (existsSync(join(folder, TABLE))) throw ofOldVersion(folder);
  return guarded(folder, async () => {
    const database = openToRead(join(folder, FILE));
    try {
      const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
      if (version > VERSION) throw new NewerFile();
      // An interrupted start leaves a file without tables.
      if (version === 0) return;
      await use(readItems({ all: (sql, ...values) => database.prepare(sql).all(...values) }));
    } finally {
      database.close();
    }
  });
}

/**
 * SQLite reads a write-ahead log through extra files. On closing, a writable connection merges and
 * removes them; a read-only one leaves them behind. So the connection is read-only exactly if the files
 * exist already: either way the folder stays as it was.
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
