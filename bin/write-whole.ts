import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * Writes a file atomically: on a full disk or a crash, the previous file at `path` stays.
 *
 * Not `write-file-atomic` 8 nor `atomically` 2: they ignore how many bytes a nearly full disk took, and
 * rename a truncated file over the old one.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  // A device or a pipe must not be replaced.
  if (known && !known.isFile()) return writeFile(path, bytes);
  if (known) await access(path, constants.W_OK);
  const target = known ? await realpath(path) : path;
  const part = `${target}.${process.pid}.part`;
  try {
    await writeFile(part, bytes, { flush: true, ...(known && { mode: known.mode }) });
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
}
