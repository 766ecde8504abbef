import { statfsSync } from 'node:fs';
import { NotSaved } from '../domain/base/faults.ts';
import { MEMORY } from './sqlite-schema.ts';

/** Result codes of SQLite (https://www.sqlite.org/rescode.html). */
const SQLITE = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  full: 13,
  cannotOpen: 14,
  /** There is no room for the index of the log. */
  noSharedMemory: 4874,
} as const;

const WRITE_PROBLEMS: ReadonlyMap<number, string> = new Map([
  [SQLITE.full, '磁盘已满，未保存'],
  [SQLITE.noSharedMemory, '磁盘已满，未保存'],
  [SQLITE.readOnly, '磁盘只能读、不能写，未保存'],
  [SQLITE.cannotOpen, '磁盘只能读、不能写，未保存'],
  [SQLITE.ioError, '磁盘读写出错，未保存'],
  [SQLITE.busy, '另一个程序正在写同一份数据，未保存'],
  [SQLITE.locked, '另一个程序正在写同一份数据，未保存'],
]);

/** Reports once that the disk cannot be written, and once that it can be written again. */
type DiskMonitor = {
  /** @throws {NotSaved} in place of the error of SQLite if the disk cannot be written. */
  readonly guard: <Answer>(work: () => Answer) => Answer;
  readonly problem: () => string | undefined;
};

/**
 * Monitors the disk that holds the database at `path`.
 *
 * @param tell - receives one line for a person.
 */
export function diskMonitor(path: string, tell: (line: string) => void): DiskMonitor {
  let problem: string | undefined;
  const note = (now: string | undefined): void => {
    if (now === undefined) tell('磁盘又可以写入了。');
    if (now !== undefined && now !== problem) tell(`${now}。恢复写入以后会自动继续。`);
    problem = now;
  };
  return {
    guard: (work) => {
      try {
        const answer = work();
        if (problem !== undefined && hasRoom(path)) note(undefined);
        return answer;
      } catch (cause) {
        const refusal = diskFault(cause);
        if (!refusal) throw cause;
        note(refusal.message);
        throw refusal;
      }
    },
    problem: () => problem,
  };
}

/** Free bytes from which a full disk counts as writable again; a small write may succeed earlier. */
const ROOM = 1024 * 1024;

function hasRoom(path: string): boolean {
  if (path === MEMORY) return true;
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize >= ROOM;
}

/** The error of SQLite as a {@link NotSaved}, if it is one of the disk. */
export function diskFault(cause: unknown): NotSaved | undefined {
  if (!(cause instanceof Error) || !('errcode' in cause)) return undefined;
  const code = Number(cause.errcode);
  const PRIMARY = 0xff;
  const message = WRITE_PROBLEMS.get(code) ?? WRITE_PROBLEMS.get(code & PRIMARY);
  return message === undefined ? undefined : new NotSaved(message, { cause });
}
