import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { Moment } from '../domain/parsing.ts';
import { BadInput } from '../domain/problem.ts';

/** What one laptop remembers beside its table. */
const State = z.object({
  /** When the movable clock stands; null while the real one is used. */
  now: Moment.nullable(),
  /** When the register was entered. */
  enteredAt: Moment,
  /** Whether every task was entered: an entry that was cut short is made again. */
  isEntered: z.boolean(),
});
export type State = z.infer<typeof State>;

/**
 * The state kept in `path`, or undefined before the first start.
 *
 * @throws {BadInput} if the file is there and cannot be read.
 */
export async function loadState(path: string): Promise<State | undefined> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw unreadable(path, fault);
  });
  if (text === undefined) return undefined;
  try {
    return State.parse(JSON.parse(text));
  } catch (fault) {
    throw unreadable(path, fault);
  }
}

/** Writes the state beside its file and then in its place, so that there is never half of one. */
export async function saveState(path: string, state: State): Promise<void> {
  const fresh = `${path}.new`;
  await writeFile(fresh, `${JSON.stringify(z.encode(State, state))}\n`);
  await rename(fresh, path);
}

const unreadable = (path: string, cause: unknown): BadInput =>
  new BadInput(
    [
      {
        place: `数据文件 ${path}`,
        message: '读不出来',
        remedy: '请恢复备份，或删除数据目录重新开始',
      },
    ],
    { cause },
  );
