import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { BadInput } from '../domain/base/problems.ts';
import { inboxForAll, noOutlets } from '../domain/contacts/outlets.ts';
import type { Log } from '../runtime/middleware.ts';
import { bringOver } from './bring-over.ts';
import { guarded } from './folder-faults.ts';
import { FILE, folderOf, type HomeFolder, makeFolder } from './home-folder.ts';
import type { Received } from './inbox.ts';
import { type Laptop, laptopOn } from './laptop.ts';
import { furnish, moveIn, type Residence, residenceOf } from './residence.ts';
import { openSqlite, type SqliteFile } from './sqlite-file.ts';
import { firstState, type LaptopState, loadState, saveState } from './state.ts';

/** How the data of a laptop is opened. */
export type HomeOptions = HomeFolder & {
  /** Whether a person at a terminal can be asked what to send after a gap. */
  readonly hasTerminal: boolean;
  /** The real clock. */
  readonly realNow: () => Temporal.Instant;
  readonly log: Log;
  /** Receives one line for a person: the disk cannot be written, can be written again, what was sent late. */
  readonly tell: (line: string) => void;
  /** Receives each sent message once. */
  readonly show: (received: Received) => void;
};

/** What happens after a gap: with the real clock Ruqi asks, or reports it if nobody can be asked. */
type OnGap = 'ask' | 'tell' | 'ignore';

/** The park of one laptop with its open store. */
export type Home = {
  readonly laptop: Laptop;
  readonly residence: Residence;
  readonly onGap: OnGap;
  readonly tell: HomeOptions['tell'];
  readonly now: () => Temporal.Instant;
  /** Moves the movable clock forward. */
  readonly moveTo: (instant: Temporal.Instant) => void;
  /** Fills the register on the first start. */
  readonly settle: () => Promise<void>;
  /** Sets the address of the pages that links in messages point to. */
  readonly servedAt: (address: string) => void;
  readonly close: () => void;
};

/**
 * Opens the data of one laptop and creates it if there is none. Other processes may have it open too.
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

function homeOn(file: SqliteFile, options: HomeOptions): Home {
  const { isLive, realNow, log, show } = options;
  const known = stateIn(file);
  let state: LaptopState = known ?? firstState(isLive, realNow);
  const save = (changes: Partial<LaptopState>): void => {
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
      await furnish(residence, laptop.ports);
      if (state.isEntered) return;
      await moveIn(residence, state.enteredAt, laptop.ports);
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

function stateIn(file: SqliteFile): LaptopState | undefined {
  try {
    return loadState(file);
  } catch (cause) {
    const message = '读不出上次停在哪里';
    const remedy = '请恢复备份，或删除数据目录重新开始';
    throw new BadInput([{ place: `数据文件 ${FILE}`, message, remedy }], { cause });
  }
}
