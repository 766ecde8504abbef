import { type Act, actName, type Move } from '../../functions/domain/moves.ts';
import { BadInput } from '../../functions/domain/problem.ts';
import { statusName } from '../../functions/domain/task.ts';
import { changeTask } from '../../functions/flows/change-task.ts';
import { localTime, openHome } from '../../functions/local/home.ts';
import type { Command } from '../command.ts';
import { homeOptions } from '../home-options.ts';
import { dayOption, readOptions, refused } from '../options.ts';

const spec = {
  as: { type: 'string' },
  why: { type: 'string' },
  due: { type: 'string' },
  to: { type: 'string' },
  live: { type: 'boolean' },
  data: { type: 'string' },
} as const;

/** What else an act has to be told. */
const needs: Partial<Readonly<Record<Act, string>>> = {
  redate: '，须给 --due 2022-08-31',
  reassign: '，须给 --to 责任单位',
};

/** Moves one task in the data of this laptop, while nothing else has it open. */
export const task: Command = {
  summary: '办理一项手续：签收、报办结、核验、退办、改期、改派、中止、恢复、撤销',
  usage: [
    '用法：npm run -s ruqi -- task 手续 事项编号 [--as 联系人] [--why 原因]',
    ...Object.entries(actName).map(([act, name]) => `  ${act}\t${name}${needs[act as Act] ?? ''}`),
    '  --live / --data 目录   同 npm start；请先退出正在运行的如期',
  ].join('\n'),
  run: async ([act, id, ...args], terminal) => {
    const options = readOptions(args, spec);
    const move = moveOf(act ?? '', options);
    if (id === undefined)
      throw new BadInput([
        { place: '事项', message: '没有给出编号', remedy: '请写成 task submit lx22-071' },
      ]);
    const home = await openHome(homeOptions(options.data, options.live ?? false, terminal));
    try {
      await home.settle(null);
      const { needs: outside } = home.laptop;
      const mover = {
        park: home.residence.id,
        task: id,
        by: options.as ?? 'office',
        why: options.why ?? '',
      };
      const changed = await changeTask(mover, move, outside);
      terminal.out(`${changed.task.title}：${statusName[changed.task.status]}`);
      for (const { at, by, what, why } of await outside.register.history(mover.park, id)) {
        terminal.out(`  ${localTime(at)} ${by} ${what}${why === '' ? '' : `（${why}）`}`);
      }
    } finally {
      await home.laptop.stop();
    }
    return 0;
  },
};

type Options = { readonly due?: string; readonly to?: string };

function moveOf(act: string, options: Options): Move {
  if (!isAct(act)) {
    const known = Object.keys(actName).join('、');
    const message = act === '' ? '没有给出' : `没有“${act}”这项手续`;
    throw new BadInput([{ place: '手续', message, remedy: `可用的手续：${known}` }]);
  }
  if (act === 'redate') return { act, due: dayOption('due', options.due) };
  if (act !== 'reassign') return { act };
  if (options.to === undefined) throw refused('to', '没有给出责任单位', '请写成 --to 招商局');
  return { act, leadUnit: options.to };
}

const isAct = (text: string): text is Act => Object.hasOwn(actName, text);
