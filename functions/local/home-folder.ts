import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TABLE } from './bring-over.ts';
import { guarded } from './folder-faults.ts';
import { lockFile } from './lock.ts';

/** Which data of a laptop is meant. */
export type HomeFolder = {
  /** The data directory, which holds the sample park and the live park side by side. */
  readonly data: string;
  /** The live park with the real clock, instead of the sample with a movable clock. */
  readonly isLive: boolean;
};

/** Database file of a park, and lock file of the process that runs it. */
export const FILE = 'ruqi.sqlite';
const LOCK = 'running.lock';

export const folderOf = ({ data, isLive }: HomeFolder): string =>
  join(data, isLive ? 'live' : 'demo');

/**
 * Locks the data of one laptop for the process that runs it; commands may still open it.
 *
 * @returns a function that releases the lock.
 * @throws {BadInput} if another process runs it, or the folder cannot be written.
 */
export async function holdHome(options: HomeFolder): Promise<() => void> {
  const folder = folderOf(options);
  return guarded(folder, async () => {
    await makeFolder(folder);
    return lockFile(join(folder, LOCK));
  });
}

/** Whether there is data of a park, of this version or the previous one. Creates nothing. */
export async function isBegun(options: HomeFolder): Promise<boolean> {
  try {
    const names = await readdir(folderOf(options));
    return names.includes(FILE) || names.includes(TABLE);
  } catch (fault) {
    // A folder that exists but cannot be read is reported when it is opened.
    return !['ENOENT', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException).code ?? '');
  }
}

/** One level at a time: a recursive `mkdir` never ends on file systems that refuse it silently. */
export async function makeFolder(folder: string): Promise<void> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isThere) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  // Everyone who can read this folder can read the code of every link.
  await mkdir(folder, { mode: 0o700 });
}
