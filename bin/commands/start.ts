import { Temporal } from 'temporal-polyfill';
import { isReadable } from '../../functions/domain/base/faults.ts';
import { setUpWords } from '../../functions/domain/contacts/outlets.ts';
import { beginRun } from '../../functions/flows/context/open-context.ts';
import { unreachedContacts } from '../../functions/flows/context/unreached.ts';
import { signForAll } from '../../functions/flows/tasks/sign-for.ts';
import { endOf, settleIn, step } from '../../functions/local/drive.ts';
import type { Received } from '../../functions/local/inbox.ts';
import { localTime } from '../../functions/local/local-time.ts';
import { type Running, startLaptop } from '../../functions/local/start.ts';
import type { Command, Terminal } from '../command.ts';
import { figureLines } from '../figures.ts';
import { homeOptions } from '../home-options.ts';
import { type Keys, openKeys } from '../keys.ts';
import { dayOption, readOptions, refused } from '../options.ts';
import { ticking, whileWritable } from '../ticking.ts';

const spec = {
  until: { type: 'string' },
  live: { type: 'boolean' },
  port: { type: 'string' },
  data: { type: 'string' },
} as const;

const DEFAULT_PORT = 8787;

/** Everything on one laptop: the sample park with a clock that is moved, or the real clock. */
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
    if (isLive && until) throw refused('until', '真实时钟不能拨动', '请去掉 --live 或 --until');
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
  if (until && Temporal.Instant.compare(endOf(until), running.now()) < 0) {
    throw refused(
      '--until',
      `时钟已走到 ${localTime(running.now())}，不能倒回`,
      '请给更晚的日期，或删除数据目录重新开始',
    );
  }
  await settleIn(running);
  await greet(running, isLive, terminal);
  if (until) {
    await walkUntil(running, until, mode, terminal);
    if (!process.stdin.isTTY) return;
  }
  await (isLive ? ticking(running, keys, terminal) : stepping(running, keys, terminal));
}

async function greet(
  { residence, now, address, laptop }: Running,
  isLive: boolean,
  { out }: Terminal,
): Promise<void> {
  const stored = await Array.fromAsync(laptop.needs.register.tasks(residence.id));
  const tasks = stored.filter(isReadable).map(({ task }) => task);
  const dated = tasks.filter(({ due }) => due !== null).length;
  out('');
  out(
    `如期 · ${residence.name}（${isLive ? '真实时钟' : '演示时钟'} ${localTime(now())}，北京时间）`,
  );
  out(`登记 ${tasks.length} 项，其中有期限的 ${dated} 项。`);
  const next = laptop.slots.next();
  if (next) out(`时刻已排好，下一个是 ${localTime(next)}。`);
  const figures = await figureLines(residence.id, now(), laptop.needs);
  if (figures.length > 0)
    out(isLive ? '指标和资金：' : '指标和资金（完成数、项目和日期是示例数据）：');
  for (const line of figures) out(`  ${line}`);
  const unreached = await unreachedContacts(await beginRun(residence.id, laptop.needs));
  if (unreached.length > 0) {
    const posts = unreached.map(({ contact }) => contact.post).join('、');
    out(`现在送不到提醒的岗位：${posts}（${setUpWords(laptop.needs.outlets)}）。`);
  }
  out(`网页：${address}`);
  out(
    isLive
      ? '按 q 或 Ctrl-C 退出。'
      : '按 n 走到下一个时刻，按 s 替所有人签收，按 q 或 Ctrl-C 退出。',
  );
}

const shownAt =
  ({ out }: Terminal) =>
  ({ slot, contact, text }: Received): void => {
    out('');
    out(`──── ${slot} → ${contact}`);
    out(text);
  };

async function walkUntil(
  running: Running,
  until: Temporal.PlainDate,
  { keys }: Mode,
  terminal: Terminal,
): Promise<void> {
  const limit = endOf(until);
  while (!keys.isQuitting()) {
    const hasStepped = await step(running, limit);
    if (!hasStepped) break;
  }
  terminal.out('');
  terminal.out(
    keys.isQuitting()
      ? `停在 ${localTime(running.now())}。`
      : `已走到 ${localTime(running.now())}，${until.toString()} 以前没有别的时刻了。`,
  );
}

/** Each `n` is one step, one after the other, until somebody quits. */
async function stepping(running: Running, keys: Keys, terminal: Terminal): Promise<void> {
  for await (const key of keys.typed()) {
    const answer = pressed.get(key);
    if (!answer) continue;
    await whileWritable(running, async () => terminal.out(await answer(running)));
  }
}

/** What a key does, and what is said of it. */
const pressed: ReadonlyMap<string, (running: Running) => Promise<string>> = new Map([
  [
    's',
    async ({ laptop, residence }: Running) =>
      `替收件人签收了${await signForAll(await beginRun(residence.id, laptop.needs), null)}条提醒。`,
  ],
  [
    'n',
    async (running: Running) =>
      (await step(running)) ? `\n时钟 ${localTime(running.now())}。` : '没有下一个时刻了。',
  ],
]);

function portOption(value: string | undefined): number {
  if (value === undefined) return DEFAULT_PORT;
  const HIGHEST = 65_535;
  if (/^\d{1,5}$/.test(value) && Number(value) <= HIGHEST) return Number(value);
  throw refused('port', `“${value}”不是端口号`, '请给 0 到 65535 之间的整数');
}
