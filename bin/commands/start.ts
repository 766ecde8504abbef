import { Temporal } from 'temporal-polyfill';
import { settleIn } from '../../functions/local/drive.ts';
import type { Received } from '../../functions/local/inbox.ts';
import { localTime } from '../../functions/local/local-time.ts';
import { endOfDay } from '../../functions/local/movable-clock.ts';
import { type Running, startLaptop } from '../../functions/local/start.ts';
import type { Command, Terminal } from '../command.ts';
import { greet } from '../greeting.ts';
import { homeOptions } from '../home-options.ts';
import { type Keys, openKeys } from '../keys.ts';
import { badOption, dayOption, readOptions } from '../options.ts';
import { stepping, walkUntil } from '../stepping.ts';
import { ticking } from '../ticking.ts';

const spec = {
  until: { type: 'string' },
  live: { type: 'boolean' },
  port: { type: 'string' },
  data: { type: 'string' },
} as const;

const DEFAULT_PORT = 8787;

/** Runs everything on this laptop: the sample park with a movable clock, or the real clock. */
export const start: Command = {
  summary: '在本机启动：样例园区和可拨动的时钟，或 --live 用真实时钟',
  usage: [
    '用法：npm start -- [--until 2022-07-15] [--live] [--port 8787] [--data .ruqi]',
    '  --until 日期   走完到这一天为止的所有时刻',
    '  --live         真实时钟，空登记表，与样例分开存放',
    '  --port 端口    网页的端口',
    '  --data 目录    数据存放的目录',
    '运行时按 n 走到下一个时刻，按 s 替所有人签收，按 q 或 Ctrl-C 退出。',
    '--live 停机漏过工作日或时钟倒回以后，在这里和网页上问发哪些提醒。',
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, spec);
    const until = options.until === undefined ? undefined : dayOption('until', options.until);
    const isLive = options.live ?? false;
    if (isLive && until) throw badOption('until', '真实时钟不能拨动', '请去掉 --live 或 --until');
    const home = {
      ...homeOptions(options.data, isLive, terminal, shownAt(terminal)),
      hasTerminal: process.stdin.isTTY,
    };
    const port = portOption(options.port);
    const keys = openKeys();
    try {
      const running = await startLaptop(home, port);
      try {
        await live(running, { isLive, until, keys }, terminal);
      } finally {
        await running.stop();
      }
    } finally {
      keys.close();
    }
    return 0;
  },
};

type Mode = {
  readonly isLive: boolean;
  readonly until: Temporal.PlainDate | undefined;
  readonly keys: Keys;
};

async function live(running: Running, mode: Mode, terminal: Terminal): Promise<void> {
  const { isLive, until, keys } = mode;
  if (until && Temporal.Instant.compare(endOfDay(until), running.now()) < 0) {
    throw badOption(
      '--until',
      `时钟已走到 ${localTime(running.now())}，不能倒回`,
      '请给更晚的日期，或删除数据目录重新开始',
    );
  }
  await settleIn(running);
  await greet(running, isLive, terminal);
  if (until) {
    await walkUntil(running, until, keys, terminal);
    if (!process.stdin.isTTY) return;
  }
  await (isLive ? ticking(running, keys, terminal) : stepping(running, keys, terminal));
}

const shownAt =
  ({ out }: Terminal) =>
  ({ slot, contact, text }: Received): void => {
    out('');
    out(`──── ${slot} → ${contact}`);
    out(text);
  };

function portOption(value: string | undefined): number {
  if (value === undefined) return DEFAULT_PORT;
  const HIGHEST = 65_535;
  if (/^\d{1,5}$/.test(value) && Number(value) <= HIGHEST) return Number(value);
  throw badOption('port', `“${value}”不是端口号`, '请给 0 到 65535 之间的整数');
}
