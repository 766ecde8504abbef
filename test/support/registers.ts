import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file of its own with `rows` as a register. */
export async function fileOf(...rows: readonly object[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ruqi-')), 'register.jsonl');
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
}

/** A row of a register: one task with a day and a unit. */
export const platform = {
  id: 'p',
  title: '建成平台',
  kind: 'milestone',
  due: '2022-06-30',
  leadUnit: '安环局',
};
