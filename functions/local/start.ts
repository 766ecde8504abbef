import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { BadInput } from '../domain/problem.ts';
import type { Log } from '../runtime/manners.ts';
import { inboxPages } from './inbox-page.ts';
import { type Laptop, openLaptop } from './laptop.ts';
import { type PageServer, servePages } from './page-server.ts';
import {
  emptyResidence,
  furnish,
  moveIn,
  type Residence,
  sampleResidence,
  TIME_ZONE,
} from './residence.ts';
import { loadState, type State, saveState } from './state-file.ts';

/** How a laptop is to be started. */
export type StartOptions = {
  /** Where its data is kept. */
  readonly folder: string;
  readonly port: number;
  /** The real clock and an empty register, instead of the sample and a clock that is moved. */
  readonly isLive: boolean;
  /** The real clock. */
  readonly realNow: () => Temporal.Instant;
  readonly log: Log;
};

/** A laptop that runs. */
export type Running = {
  readonly laptop: Laptop;
  readonly residence: Residence;
  readonly address: string;
  readonly now: () => Temporal.Instant;
  /** Moves the movable clock, never back. */
  readonly moveTo: (instant: Temporal.Instant) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Where the movable clock stands on the first start: the morning of a before-15 rung. */
const SAMPLE_START = Temporal.Instant.from('2022-06-15T08:00:00+08:00');

/**
 * Starts everything on this laptop, or goes on where it was.
 *
 * @throws {BadInput} if the port is taken, or the folder is in use or cannot be read and written.
 */
export async function startLaptop(options: StartOptions): Promise<Running> {
  const { folder, isLive, realNow } = options;
  await ensureFolder(folder);
  const statePath = join(folder, 'state.json');
  let state: State = (await loadState(statePath)) ?? firstState(options);
  await saveState(statePath, state);

  const now = (): Temporal.Instant => state.now ?? realNow();
  const moveTo = async (instant: Temporal.Instant): Promise<void> => {
    state = { ...state, now: instant };
    await saveState(statePath, state);
  };
  const residence = isLive ? emptyResidence : await sampleResidence(state.enteredAt);
  const laptop = await opened(folder, now, options.log);
  try {
    const server = await servePages(
      inboxPages(residence.name, laptop.inbox, () => localTime(now())),
      options.port,
    );
    await furnish(residence, server.address, laptop.needs);
    if (!state.isEntered) await moveIn(residence, state.enteredAt, laptop.needs);
    state = { ...state, isEntered: true };
    await saveState(statePath, state);
    return {
      laptop,
      residence,
      address: server.address,
      now,
      moveTo,
      stop: stopping(laptop, server),
    };
  } catch (fault) {
    await laptop.stop();
    throw fault;
  }
}

/** `2022-06-15 08:00` of the park's zone. */
export const localTime = (instant: Temporal.Instant): string =>
  instant
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');

function firstState({ isLive, realNow }: StartOptions): State {
  const enteredAt = isLive ? realNow() : SAMPLE_START;
  return { now: isLive ? null : SAMPLE_START, enteredAt, isEntered: false };
}

async function ensureFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

async function opened(folder: string, now: () => Temporal.Instant, log: Log): Promise<Laptop> {
  try {
    return await openLaptop(folder, now, log);
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

const unusable = (folder: string, cause: unknown): BadInput =>
  new BadInput(
    [
      {
        place: `数据目录 ${folder}`,
        message: '打不开，可能没有读写权限，或另一个如期正在使用它',
        remedy: '请检查权限并退出另一个如期，或用 --data 换一个目录',
      },
    ],
    { cause },
  );

const stopping =
  (laptop: Laptop, server: PageServer): (() => Promise<void>) =>
  async () => {
    await server.stop();
    await laptop.stop();
  };
