import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { inboxForAll, noOutlets } from '../domain/outlets.ts';
import { BadInput } from '../domain/problem.ts';
import type { Log } from '../runtime/manners.ts';
import { type Laptop, openLaptop } from './laptop.ts';
import {
  emptyResidence,
  furnish,
  moveIn,
  type Residence,
  sampleResidence,
  TIME_ZONE,
} from './residence.ts';
import { loadState, type State, saveState } from './state-file.ts';

/** Whose data is to be opened, and where. */
export type HomeOptions = {
  /** Holds the sample and the live park side by side. */
  readonly data: string;
  /** The real clock and an empty register, instead of the sample and a clock that is moved. */
  readonly isLive: boolean;
  /** The real clock. */
  readonly realNow: () => Temporal.Instant;
  readonly log: Log;
};

/** The park of one laptop, with its engines running. */
export type Home = {
  readonly laptop: Laptop;
  readonly residence: Residence;
  readonly now: () => Temporal.Instant;
  /** Moves the movable clock, never back. */
  readonly moveTo: (instant: Temporal.Instant) => Promise<void>;
  /** Enters the register, if that was not done yet. */
  readonly settle: () => Promise<void>;
  /** Notes where the pages are from now on, so that messages lead there. */
  readonly servedAt: (address: string) => void;
};

/** Where the movable clock stands on the first start: the morning of a before-15 rung. */
const SAMPLE_START = Temporal.Instant.from('2022-06-15T08:00:00+08:00');

/**
 * Opens the data of one laptop, new or as it was left.
 *
 * @throws {BadInput} if the folder is in use or cannot be read and written.
 */
export async function openHome(options: HomeOptions): Promise<Home> {
  const { data, isLive, realNow, log } = options;
  const folder = join(data, isLive ? 'live' : 'demo');
  await guarded(folder, () => makeFolder(folder));
  const statePath = join(folder, 'state.json');
  let state: State = (await loadState(statePath)) ?? firstState(options);
  const save = async (changes: Partial<State>): Promise<void> => {
    state = { ...state, ...changes };
    await saveState(statePath, state);
  };
  const now = (): Temporal.Instant => state.now ?? realNow();
  let pages: string | null = null;
  const outlets = isLive ? noOutlets : inboxForAll;
  const place = { folder, now, outlets, pages: (): string | null => pages };
  const laptop = await guarded(folder, () => openLaptop(place, log));
  await save({});
  const residence = isLive ? emptyResidence : sampleResidence;
  return {
    laptop,
    residence,
    now,
    moveTo: (instant) => save({ now: instant }),
    settle: async () => {
      await furnish(residence, laptop.needs);
      if (!state.isEntered) await moveIn(residence, state.enteredAt, laptop.needs);
      await save({ isEntered: true });
    },
    servedAt: (address) => {
      pages = address;
    },
  };
}

/** `2022-06-15 08:00` of the park's zone. */
export const localTime = (instant: Temporal.Instant): string =>
  instant
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');

/** Level by level: `mkdir` in one go never ends on a file system that refuses without saying so. */
async function makeFolder(folder: string): Promise<void> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isThere) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder);
}

function firstState({ isLive, realNow }: HomeOptions): State {
  const enteredAt = isLive ? realNow() : SAMPLE_START;
  return { now: isLive ? null : SAMPLE_START, enteredAt, isEntered: false };
}

async function guarded<Answer>(folder: string, use: () => Promise<Answer>): Promise<Answer> {
  try {
    return await use();
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
    const message = '打不开，可能没有读写权限，或另一个如期正在使用它';
    const remedy = '请检查权限并退出另一个如期，或用 --data 换一个目录';
    throw new BadInput([{ place: `数据目录 ${folder}`, message, remedy }], { cause });
  }
}
