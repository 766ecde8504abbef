import { DatabaseSync } from 'node:sqlite';

/** Another process has locked the folder. */
export class InUse extends Error {
  override readonly name = 'InUse';
}

/**
 * Locks `path` until it is released or the process ends in any way: the operating system holds the
 * lock on the file.
 *
 * @throws {InUse}
 */
export function lockFile(path: string): () => void {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new InUse(undefined, { cause });
  }
  return () => database.close();
}
