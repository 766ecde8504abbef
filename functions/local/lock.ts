import { DatabaseSync } from 'node:sqlite';

/** The folder is in use by another process that keeps it to itself. */
export class InUse extends Error {
  override readonly name = 'InUse';
}

/**
 * Keeps `path` to this process until it is released or the process ends, however it ends: the lock
 * is one of the operating system on the file.
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
