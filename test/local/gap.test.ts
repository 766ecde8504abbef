import type { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { gapAsker } from '../../bin/gap-asker.ts';
import { homeOptions } from '../../bin/home-options.ts';
import { ticking } from '../../bin/ticking.ts';
import { DamagedRecord, NotSaved } from '../../functions/domain/base/faults.ts';
import { keyOf } from '../../functions/domain/tasks/occasion-codec.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { readGap } from '../../functions/flows/wake/stored-gap.ts';
import { answer, askingOf, type Driven, settleIn, tick } from '../../functions/local/drive.ts';
import { type Home, openHome } from '../../functions/local/home.ts';
import { aTask, at, day } from '../support/builders.ts';
import { newFolder } from '../support/processes.ts';
import { enterTasks } from '../support/requests.ts';

const opened = new Set<Pick<Home, 'close'>>();
afterEach(() => {
  for (const home of opened) home.close();
  opened.clear();
});

/** A laptop with a real clock that the test sets. */
type Laptop = {
  readonly driven: Driven;
  readonly close: () => void;
  readonly goTo: (local: string) => void;
  readonly lines: string[];
  readonly terminal: { readonly out: (line: string) => void; readonly err: (line: string) => void };
};

async function laptop(data: string, time: string, hasTerminal = true): Promise<Laptop> {
  let now: Temporal.Instant = at(time);
  const lines: string[] = [];
  const add = (line: string): void => void lines.push(line);
  const terminal = { out: add, err: add };
  const options = { ...homeOptions(data, true, terminal), hasTerminal, realNow: () => now };
  const home = await openHome(options);
  opened.add(home);
  await home.settle();
  const driven = { ...home, inTurn: <Answer>(work: () => Promise<Answer>) => work() };
  const close = (): void => {
    home.close();
    opened.delete(home);
  };
  return { driven, close, lines, terminal, goTo: (local) => void (now = at(local)) };
}

/** Ran last on 21 June with the platform in hand, and is switched on again at `time`. */
async function after(time: string, hasTerminal = true): Promise<Laptop & { data: string }> {
  const data = await newFolder();
  const before = await laptop(data, '2022-06-20 12:00');
  const { driven } = before;
  await enterTasks('live', [aTask({ park: 'live' })], driven.now(), driven.laptop.ports);
  await settleIn(driven);
  before.goTo('2022-06-21 08:00');
  await tick(driven, at('2022-06-20 12:00'));
  before.close();
  return { ...(await laptop(data, time, hasTerminal)), data };
}

/** The rungs of the platform that were opened for its owner. */
async function rungs({ driven }: Laptop): Promise<readonly string[]> {
  const read = driven.laptop.ports.ledger.between('live', day('2022-06-01'), day('2022-09-30'));
  const digests = (await Array.fromAsync(read)).flatMap((each) =>
    each instanceof DamagedRecord ? [] : [each.value],
  );
  return digests.flatMap(({ notices }) =>
    notices.flatMap((each) =>
      each.about === 'task' && each.role === 'owner' ? [keyOf(each.occasion)] : [],
    ),
  );
}

const gapOf = async ({ driven }: Laptop): ReturnType<typeof readGap> =>
  readGap(await openContext('live', driven.laptop.ports));

describe('a laptop that is switched on after days without a run', () => {
  it('asks at its terminal, and sends by the key that is pressed', async () => {
    const mine = await after('2022-06-24 09:00');
    await settleIn(mine.driven);
    const asker = gapAsker(mine.driven, mine.terminal);
    await asker.say();
    await asker.say();
    expect(mine.lines).toEqual([
      '',
      expect.stringMatching(/^6月22日（周三）、6月23日（周四）没有运行/),
      '按 1 全部补发：漏发的提醒与今天的合并，每个岗位一份。',
      '按 2 只发今天的：那几天的期限、反馈和序时进度提醒不再补发，后面还要催报的反馈除外；交办、批复和未签收的逐级上报照发。',
    ]);
    await asker.press('x');
    expect(await rungs(mine)).toEqual([]);
    await asker.press('1');
    expect(await rungs(mine)).toEqual(['return-2022-06-24-2', 'before-7']);
    expect(mine.lines.at(-1)).toBe('本机终端6月24日 09:00选择“全部补发”。');
    await asker.press('2');
    expect(await gapOf(mine)).toMatchObject({ answer: { choice: 'all', by: 'terminal' } });
  });

  it('shows at its terminal what was chosen on the pages', async () => {
    const mine = await after('2022-06-24 09:00');
    await settleIn(mine.driven);
    const asker = gapAsker(mine.driven, mine.terminal);
    await asker.say();
    const askedAt = at('2022-06-24 09:00');
    await askingOf(mine.driven)?.answer({ askedAt, by: 'office', name: '园区办' }, 'today');
    await asker.press('1');
    expect(mine.lines.at(-1)).toBe(
      '园区办6月24日 09:00选择“只发今天的”，此前的1个提醒时点不再补发。',
    );
    expect(await rungs(mine)).toEqual(['return-2022-06-24-2']);
  });

  it('keeps asking after a restart, and sends everything when the time is over', async () => {
    const first = await after('2022-06-24 09:00');
    await settleIn(first.driven);
    first.close();
    const second = await laptop(first.data, '2022-06-24 09:10');
    await settleIn(second.driven);
    expect(await rungs(second)).toEqual([]);
    second.goTo('2022-06-24 09:15');
    await tick(second.driven, at('2022-06-24 09:10'));
    expect(await rungs(second)).toEqual(['return-2022-06-24-2', 'before-7']);
  });

  it('says without a terminal what it sent late, and asks nothing', async () => {
    const mine = await after('2022-06-24 09:00', false);
    expect(askingOf(mine.driven)).toBeNull();
    await settleIn(mine.driven);
    const asker = gapAsker(mine.driven, mine.terminal);
    await asker.say();
    expect(await rungs(mine)).toEqual(['return-2022-06-24-2', 'before-7']);
    expect(mine.lines).toEqual([
      '6月22日（周三）、6月23日（周四）没有运行；到点的提醒已按“全部补发”处理：发出0份，没有送出2份。',
    ]);
    await tick(mine.driven, at('2022-06-24 09:00'));
    expect(mine.lines).toHaveLength(1);
  });

  it('asks nobody in the demonstration', async () => {
    const { terminal } = await laptop(await newFolder(), '2022-06-24 09:00');
    const options = homeOptions(await newFolder(), false, terminal);
    const demo = await openHome({ ...options, hasTerminal: true });
    opened.add(demo);
    expect(demo.onGap).toBe('ignore');
    expect(askingOf({ ...demo, inTurn: (work) => work() })).toBeNull();
  });

  it('takes no answer that cannot be written, and keeps the question', async () => {
    const mine = await after('2022-06-24 09:00');
    await settleIn(mine.driven);
    const { laptop: own } = mine.driven;
    const { register } = own.ports;
    const problem = '磁盘已满，未保存';
    const full = {
      ...register,
      putWatch: () => Promise.reject(new NotSaved(problem)),
      advance: () => Promise.reject(new NotSaved(problem)),
    };
    const broken = { ...mine.driven, laptop: { ...own, ports: { ...own.ports, register: full } } };
    const chooser = { askedAt: at('2022-06-24 09:00'), by: 'office', name: '园区办' };
    await expect(answer(broken, chooser, 'today')).rejects.toThrow(problem);
    expect(await gapOf(mine)).toMatchObject({ answer: null, passed: 0 });
    expect((await answer(mine.driven, chooser, 'today'))?.passed).toBe(1);
    expect(await rungs(mine)).toEqual(['return-2022-06-24-2']);
  });
});

describe('a laptop that runs on', () => {
  it('asks also while a record of the park fails in every look', async () => {
    const mine = await after('2022-06-22 08:00');
    await settleIn(mine.driven);
    const failing = { ...mine.driven.laptop, look: () => Promise.reject(new Error('broken')) };
    async function* typed(): AsyncGenerator<string, void> {
      await expect.poll(() => mine.lines.join('\n')).toContain('broken');
      mine.goTo('2022-06-27 08:30');
      await expect.poll(() => mine.lines.join('\n')).toContain('6月24日（周五）没有运行');
      yield '1';
      await expect.poll(() => mine.lines.join('\n')).toContain('本机终端6月27日 08:30选择');
    }
    await ticking({ ...mine.driven, laptop: failing }, { typed }, mine.terminal, 5);
    expect(await rungs(mine)).toContain('before-3');
  });

  it('asks when it wakes from a sleep over working days, and takes the key', async () => {
    const mine = await after('2022-06-22 08:00');
    await settleIn(mine.driven);
    async function* typed(): AsyncGenerator<string, void> {
      mine.goTo('2022-06-27 08:30');
      await expect.poll(() => mine.lines.join('\n')).toContain('6月24日（周五）没有运行');
      yield '2';
      await expect.poll(() => mine.lines.join('\n')).toContain('本机终端6月27日 08:30选择');
    }
    await ticking(mine.driven, { typed }, mine.terminal, 5);
    // The return day was the 24th: what falls on the 27th is today's.
    expect(await rungs(mine)).toEqual(['return-2022-06-24-2', 'before-3', 'return-2022-06-24+1']);
  });
});
