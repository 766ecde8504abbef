import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { NotSaved } from '../domain/base/faults.ts';
import { BadInput } from '../domain/base/problems.ts';
import { inboxForAll, noOutlets } from '../domain/contacts/outlets.ts';
import type { Log } from '../runtime/middleware.ts';
import { bringOver, TABLE } from './bring-over.ts';
import type { Received } from './inbox.ts';
import { type Laptop, laptopOn } from './laptop.ts';
import { InUse, lockFile } from './lock.ts';
import { furnish, moveIn, type Residence, residenceOf } from './residence.ts';
import { NewerFile, openSqlite, type SqliteFile } from './sqlite-file.ts';
import { loadState, type State, saveState } from './state.ts';

/** Whose data is to be opened, and where. */
export type HomeOptions = {
  /** Holds the sample and the live park side by side. */
  readonly data: string;
  /** The real clock and an empty register, instead of the sample and a clock that is moved. */
  readonly isLive: boolean;
  /** Whether somebody sits at a terminal, who can be asked what to send after a gap. */
  readonly hasTerminal: boolean;
  /** The real clock. */
  readonly realNow: () => Temporal.Instant;
  readonly log: Log;
  /** Hears in one line for a person: that the disk takes nothing, that it does again, what was sent late. */
  readonly tell: (line: string) => void;
  /** Gets each message that went out, once. */
  readonly show: (received: Received) => void;
};

/** What is done about a gap: on the real clock it is asked about, or told where nobody can be asked. */
type OnGap = 'ask' | 'tell' | 'ignore';

/** The park of one laptop, with its store open. */
export type Home = {
  readonly laptop: Laptop;
  readonly residence: Residence;
  readonly onGap: OnGap;
  readonly tell: HomeOptions['tell'];
  readonly now: () => Temporal.Instant;
  /** Moves the movable clock, never back. */
  readonly moveTo: (instant: Temporal.Instant) => void;
  /** Enters the register, if that was not done yet. */
  readonly settle: () => Promise<void>;
  /** Notes where the pages are from now on, so that messages lead there. */
  readonly servedAt: (address: string) => void;
  readonly close: () => void;
};

/** Where the movable clock stands on the first start: the morning of a before-15 rung. */
const SAMPLE_START = Temporal.Instant.from('2022-06-15T08:00:00+08:00');

/** The one file of a park, and the lock of the process that runs it. */
export const FILE = 'ruqi.sqlite';
const LOCK = 'running.lock';

/**
 * Opens the data of one laptop, new or as it was left, beside whatever else has it open.
 *
 * @throws {BadInput} if the folder cannot be read and written, or is of another version.
 */
export async function openHome(options: HomeOptions): Promise<Home> {
  const folder = folderOf(options);
  return guarded(folder, async () => {
    await makeFolder(folder);
    const file = openSqlite(join(folder, FILE), options.tell);
    try {
      await bringOver(folder, file);
      return homeOn(file, options);
    } catch (fault) {
      file.close();
      throw fault;
    }
  });
}

/**
 * Keeps the data of one laptop to the process that runs it; commands may still open it.
 *
 * @returns what releases it.
 * @throws {BadInput} if another process runs it, or the folder cannot be written.
 */
export async function holdHome(options: Pick<HomeOptions, 'data' | 'isLive'>): Promise<() => void> {
  const folder = folderOf(options);
  return guarded(folder, async () => {
    await makeFolder(folder);
    return lockFile(join(folder, LOCK));
  });
}

/** Whether there is data of a park to open, of this version or the one before; it makes none. */
export async function isBegun(options: Pick<HomeOptions, 'data' | 'isLive'>): Promise<boolean> {
  try {
    const names = await readdir(folderOf(options));
    return names.includes(FILE) || names.includes(TABLE);
  } catch (fault) {
    // What is there and cannot be read is said by whoever opens it.
    return !['ENOENT', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException).code ?? '');
  }
}

export const folderOf = ({ data, isLive }: Pick<HomeOptions, 'data' | 'isLive'>): string =>
  join(data, isLive ? 'live' : 'demo');

function homeOn(file: SqliteFile, options: HomeOptions): Home {
  const { isLive, realNow, log, show } = options;
  const known = stateIn(file);
  let state: State = known ?? firstState(options);
  const save = (changes: Partial<State>): void => {
    saveState(file, changes);
    state = { ...state, ...changes };
  };
  if (!known) save(state);
  const now = (): Temporal.Instant => state.now ?? realNow();
  let pages: string | null = null;
  const laptop = laptopOn(file, {
    now,
    outlets: isLive ? noOutlets : inboxForAll,
    pages: () => pages,
    log,
    show,
  });
  const residence = residenceOf(options);
  return {
    laptop,
    residence,
    onGap: onGapOf(options),
    tell: options.tell,
    now,
    moveTo: (instant) => save({ now: instant }),
    settle: async () => {
      await furnish(residence, laptop.needs);
      if (state.isEntered) return;
      await moveIn(residence, state.enteredAt, laptop.needs);
      save({ isEntered: true });
    },
    servedAt: (address) => {
      pages = address;
    },
    close: file.close,
  };
}

function onGapOf({ isLive, hasTerminal }: HomeOptions): OnGap {
  if (!isLive) return 'ignore';
  return hasTerminal ? 'ask' : 'tell';
}

function stateIn(file: SqliteFile): State | undefined {
  try {
    return loadState(file);
  } catch (cause) {
    const message = '读不出上次停在哪里';
    const remedy = '请恢复备份，或删除数据目录重新开始';
    throw new BadInput([{ place: `数据文件 ${FILE}`, message, remedy }], { cause });
  }
}

/** Level by level: `mkdir` in one go never ends on a file system that refuses without saying so. */
async function makeFolder(folder: string): Promise<void> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isThere) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  // Whoever reads this folder reads every link's code.
  await mkdir(folder, { mode: 0o700 });
}

function firstState({ isLive, realNow }: HomeOptions): State {
  const enteredAt = isLive ? realNow() : SAMPLE_START;
  return { now: isLive ? null : SAMPLE_START, enteredAt, isEntered: false };
}

/** Does `use`, and says of `folder` what went wrong with its files. */
export async function guarded<Answer>(folder: string, use: () => Promise<Answer>): Promise<Answer> {
  try {
    return await use();
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
    throw new BadInput([{ place: `数据目录 ${folder}`, ...refusalOf(cause) }], { cause });
  }
}

function refusalOf(fault: unknown): { readonly message: string; readonly remedy: string } {
  if (fault instanceof InUse) {
    return {
      message: '另一个如期正在使用它',
      remedy: '请先退出另一个如期，或用 --data 换一个目录',
    };
  }
  if (fault instanceof NewerFile) {
    return { message: '是更新版本的如期写的', remedy: '请升级如期，或用 --data 换一个目录' };
  }
  if (fault instanceof NotSaved || codeOf(fault) === 'ENOSPC') {
    const message = fault instanceof NotSaved ? fault.message : '磁盘已满，未保存';
    return { message, remedy: '请腾出空间或检查权限，再启动一次' };
  }
  return {
    message: '打不开，可能没有读写权限，或文件已损坏',
    remedy: '请检查权限，或用 --data 换一个目录',
  };
}

const codeOf = (fault: unknown): unknown =>
  fault instanceof Error && 'code' in fault ? fault.code : undefined;
