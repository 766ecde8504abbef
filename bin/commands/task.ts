import { Evidence, Label, Line, Remark } from '../../functions/domain/base/parsing.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { type Role, roleName } from '../../functions/domain/base/role.ts';
import { type Act, actName, type Move } from '../../functions/domain/tasks/moves.ts';
import { doneReport, statusName } from '../../functions/domain/tasks/task.ts';
import { timelinessWords } from '../../functions/domain/tasks/timeliness.ts';
import { beginRun } from '../../functions/flows/context/open-context.ts';
import { changeTask } from '../../functions/flows/tasks/change-task.ts';
import { whenTold } from '../../functions/flows/tasks/hand-over.ts';
import { localTime, TIME_ZONE } from '../../functions/local/local-time.ts';
import type { Command, Terminal } from '../command.ts';
import { dayOption, readOptions, refused, textOption } from '../options.ts';
import { atPlace, type Place, placeSpec, placeUsage } from '../place.ts';

const spec = {
  as: { type: 'string' },
  why: { type: 'string' },
  due: { type: 'string' },
  to: { type: 'string' },
  owner: { type: 'string' },
  progress: { type: 'string' },
  evidence: { type: 'string' },
  ...placeSpec,
} as const;

/** What else an act has to be told. */
const details: Partial<Readonly<Record<Act, string>>> = {
  report: '，须给 --progress 0 到 100，可给 --why 说明、--evidence 链接',
  requestExtension: '，须给 --due 2022-08-31 和 --why 原因',
  disown: '，须给 --why 说明',
  keep: '，须给 --why 原因',
  grant: '，须给 --due 2022-08-31',
  redate: '，须给 --due 2022-08-31，今天或以后',
  correctDue: '，须给 --due 2022-06-30 和 --why 原因，可以是过去的日期',
  resume: '，原期限已过的须给 --due：今天或以后的日期，或原期限',
  assign: '，可给 --owner 责任岗位',
  return: '，须给 --why 原因',
  reassign: '，须给 --to 责任单位，可给 --owner 责任岗位',
};

/** Moves one task in the data of this laptop or of a stack. */
export const task: Command = {
  summary: '办理一项手续：签收、反馈、报办结、申请延期、核验、退办、改派等',
  usage: [
    '用法：npm run -s ruqi -- task 手续 事项编号 --as 联系人 [--why 原因]',
    ...Object.entries(actName).map(
      ([act, name]) => `  ${act}\t${name}${details[act as Act] ?? ''}`,
    ),
    placeUsage,
  ].join('\n'),
  run: async ([act = '', id = '', ...args], terminal) => {
    const options = checked(readOptions(args, spec));
    const move = moveOf(act, options);
    if (id === '' || id.startsWith('-')) {
      const remedy = '请写成 task submit p22-071 --as anhuan-owner';
      throw new BadInput([{ place: '事项', message: '没有给出编号', remedy }]);
    }
    return atPlace(options, terminal, (place) => make(place, { id, move, options }, terminal));
  },
};

type Options = {
  readonly as?: string;
  readonly why?: string;
  readonly due?: string;
  readonly to?: string;
  readonly owner?: string;
  readonly progress?: string;
  readonly evidence?: string;
};

/** The options in a person's own words, each as the pages take it. */
const words = { why: Remark, to: Label, owner: Line, evidence: Evidence } as const;

function checked<Given extends Options>(options: Given): Given {
  const texts = Object.entries(words).flatMap(([name, schema]) => {
    const given = options[name as keyof typeof words];
    return given === undefined ? [] : [[name, textOption(name, given, schema)] as const];
  });
  return { ...options, ...Object.fromEntries(texts) };
}

type Wanted = { readonly id: string; readonly move: Move; readonly options: Options };

async function make(place: Place, { id, move, options }: Wanted, { out }: Terminal): Promise<void> {
  const { needs, park } = place;
  if (options.as === undefined) throw await nobody(place);
  const mover = { task: id, by: options.as, why: options.why ?? '', via: '命令行' };
  const run = await beginRun(park, needs);
  const changed = await changeTask(run, mover, move);
  const today = needs.now().toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  out(`${changed.task.title}：${statusName[changed.task.status]}`);
  if (doneReport(changed.task)) out('进度已报100%，尚未报办结；已经办成的，请再办 task submit');
  out(timelinessWords(changed.task, today, TIME_ZONE));
  const told = whenTold(run, changed);
  if (told !== null) out(`交办通知：${told}`);
  for (const { at, by, onBehalfOf, what, from, to, why } of await needs.register.history(
    park,
    id,
  )) {
    const actor = onBehalfOf === null ? by : `${by}（代 ${onBehalfOf}）`;
    out(`  ${localTime(at)} ${actor} ${what} ${from} → ${to}${why === '' ? '' : `（${why}）`}`);
  }
}

/** Nobody was named: the answer names those who could be. */
async function nobody({ needs, park }: Place): Promise<BadInput> {
  const { contacts: known } = (await needs.register.directory(park)).value;
  const roles: readonly Role[] = ['office', 'owner', 'unitHead'];
  const named = roles.flatMap((role) => {
    const ids = known.filter((each) => each.role === role).map((each) => each.id);
    return ids.length === 0 ? [] : [`${roleName[role]} ${ids.join(' ')}`];
  });
  return refused('as', '没有说明由谁办理', `请写成 --as 联系人；${named.join('；')}`);
}

function moveOf(act: string, options: Options): Move {
  if (!isAct(act)) {
    const message = act === '' ? '没有给出' : `没有“${act}”这项手续`;
    const remedy = `可用的手续：${Object.keys(actName).join('、')}`;
    throw new BadInput([{ place: '手续', message, remedy }]);
  }
  const reader = readers[act];
  // An act without a reader is a move by its name alone.
  return reader ? reader(options) : ({ act } as Move);
}

/** What an act takes from the options; the others take nothing. */
const readers: { readonly [Of in Act]?: (options: Options) => Move } = {
  assign: (options) => ({ act: 'assign', ...ownerOf(options) }),
  report: reportOf,
  requestExtension: ({ due, why }) => ({
    act: 'requestExtension',
    due: dayOption('due', due),
    why: needed('why', why),
  }),
  disown: ({ why }) => ({ act: 'disown', why: needed('why', why) }),
  grant: ({ due }) => ({ act: 'grant', due: dayOption('due', due) }),
  redate: ({ due }) => ({ act: 'redate', due: dayOption('due', due) }),
  correctDue: ({ due }) => ({ act: 'correctDue', due: dayOption('due', due) }),
  resume: ({ due }) => ({
    act: 'resume',
    ...(due !== undefined && { due: dayOption('due', due) }),
  }),
  reassign: (options) => ({
    act: 'reassign',
    leadUnit: needed('to', options.to),
    ...ownerOf(options),
  }),
};

const ownerOf = ({ owner }: Options): { readonly owner?: string } =>
  owner === undefined ? {} : { owner };

function reportOf({ progress, why = '', evidence }: Options): Move {
  const text = needed('progress', progress);
  return {
    act: 'report',
    progress: /^\d+$/.test(text) ? Number(text) : Number.NaN,
    note: why,
    evidence: evidence === undefined ? [] : [evidence],
  };
}

function needed(name: keyof typeof spec, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw refused(name, '没有给出', `请加上 --${name}，详见 task --help`);
}

const isAct = (text: string): text is Act => Object.hasOwn(actName, text);
