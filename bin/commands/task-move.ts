import { PostId, taskIdsIn } from '../../functions/domain/base/ids.ts';
import {
  Evidence,
  inChinese,
  Label,
  OneLine,
  problemsOf,
  Remark,
} from '../../functions/domain/base/parsing.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { type Act, actName, type Move } from '../../functions/domain/tasks/move.ts';
import type { NewTerms } from '../../functions/domain/tasks/terms.ts';
import { TermsForm, termsOf } from '../../functions/domain/tasks/terms-form.ts';
import { UrgeText } from '../../functions/domain/tasks/urge.ts';
import { badOption, dayOption, type OptionValues, textOption } from '../options.ts';

/** Options that describe a move. */
export const moveOptions = {
  why: { type: 'string' },
  due: { type: 'string' },
  to: { type: 'string' },
  owner: { type: 'string' },
  progress: { type: 'string' },
  evidence: { type: 'string' },
  tasks: { type: 'string' },
  now: { type: 'boolean' },
  again: { type: 'boolean' },
  title: { type: 'string' },
  with: { type: 'string' },
  goal: { type: 'string' },
  amount: { type: 'string' },
  area: { type: 'string' },
  refuse: { type: 'boolean' },
} as const;

type MoveOptions = OptionValues<typeof moveOptions>;

/** The options of each act, in Chinese. */
const details: Partial<Readonly<Record<Act, string>>> = {
  report: '，须给 --progress 0 到 100 或 --why 说明，可给 --evidence 链接',
  support: '，须给 --why 配合情况，可给 --evidence 链接',
  requestExtension: '，须给 --due 2022-08-31 和 --why 原因',
  disown: '，须给 --why 说明',
  keep: '，须给 --why 原因',
  grant: '，须给 --due 2022-08-31',
  redate: '，须给 --due 2022-08-31，今天或以后',
  correctDue: '，须给 --due 2022-06-30 和 --why 原因，可以是过去的日期',
  resume: '，原期限已过的须给 --due：今天或以后的日期，或原期限',
  assign: '，可给 --owner 责任岗位',
  return: '，须给 --why 原因',
  waitFor: '，须给 --tasks 前置事项的编号，用逗号隔开；"" 为不再等待',
  amend:
    '，须给 --why 原因，可给 --title 标题、--due 日期、--goal 目标值、--amount 万元、--with 配合单位、--area p22.3',
  reassign: '，须给 --to 责任单位，可给 --owner 责任岗位',
  urge: '，须给 --why 一句话；加 --now 即刻发出，今天已即刻催办过的再加 --again',
  carryOver:
    '，用于已过完的年度；原期限已过的须给 --due，可给 --to 责任单位；有延期申请的是同意延到 --due，不同意的加 --refuse',
  deemDone: '，用于已过完的年度，须给 --evidence 链接或 --why 文件名称和文号',
  nodes: '，须给 --from 模板编号或 quarters，或逐个给 --node 名称,日期[,单位[,权重]]',
};

/** The moves with their options, one line each, in Chinese. */
export const moveUsage: readonly string[] = Object.entries(actName).map(
  ([act, name]) => `  ${act}\t${name}${details[act as Act] ?? ''}`,
);

/** Options with free text, under the same rules as on the pages. */
const words = {
  why: Remark,
  to: Label,
  owner: OneLine,
  evidence: Evidence,
  tasks: Remark,
} as const;

/**
 * `options` with their free text checked and trimmed.
 *
 * @throws {BadInput} naming the option that is not accepted.
 */
export function withTexts<Given extends MoveOptions>(options: Given): Given {
  const texts = Object.entries(words).flatMap(([name, schema]) => {
    const given = options[name as keyof typeof words];
    return given === undefined ? [] : [[name, textOption(name, given, schema)] as const];
  });
  return { ...options, ...Object.fromEntries(texts) };
}

/**
 * The move that `act` and `options` describe.
 *
 * @throws {BadInput} if there is no such act, or it lacks an option.
 */
export function moveFromOptions(act: string, options: MoveOptions): PlainMove {
  if (!isAct(act) || act === 'nodes') {
    const message = act === '' ? '没有给出' : `没有“${act}”这项手续`;
    const remedy = `可用的手续：${Object.keys(actName).join('、')}`;
    throw new BadInput([{ place: '手续', message, remedy }]);
  }
  const reader = readers[act];
  // An act without options is a move by its name alone.
  return reader ? reader(options) : ({ act } as PlainMove);
}

/** A move that its options describe alone. */
type PlainMove = Exclude<Move, { readonly act: 'nodes' }>;

/** Acts that take options. */
const readers: { readonly [Of in Act]?: (options: MoveOptions) => PlainMove } = {
  assign: (options) => ({ act: 'assign', ...ownerOf(options) }),
  report: reportOf,
  support: ({ why, evidence }) => ({
    act: 'support',
    note: needed('why', why),
    evidence: evidence === undefined ? [] : [evidence],
  }),
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
  waitFor: ({ tasks }) => ({ act: 'waitFor', tasks: taskIdsIn(present('tasks', tasks)) }),
  amend: (options) => ({ act: 'amend', terms: termsFrom(options) }),
  reassign: (options) => ({
    act: 'reassign',
    leadUnit: needed('to', options.to),
    ...ownerOf(options),
  }),
  carryOver: ({ due, to, refuse }) => ({
    act: 'carryOver',
    ...(due !== undefined && { due: dayOption('due', due) }),
    ...(to !== undefined && { leadUnit: to }),
    ...(refuse === true && { refusesRequest: true }),
  }),
  deemDone: ({ evidence }) => ({
    act: 'deemDone',
    evidence: evidence === undefined ? [] : [evidence],
  }),
  urge: ({ why, now = false, again = false }) => ({
    act: 'urge',
    words: textOption('why', needed('why', why), UrgeText),
    isAtOnce: now,
    isAgain: again,
  }),
};

/** @throws {BadInput} naming the options that are not accepted. */
function termsFrom({ title, with: units, due, goal, amount, area }: MoveOptions): NewTerms {
  const given = { title, supportingUnits: units, due, goal, amount, place: area };
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const parsed = TermsForm.safeParse(Object.fromEntries(said), { error: inChinese });
  if (parsed.success) return termsOf(parsed.data);
  throw new BadInput(problemsOf(parsed.error, '调整'));
}

const ownerOf = ({ owner }: MoveOptions): { readonly owner?: PostId } =>
  owner === undefined ? {} : { owner: PostId.parse(owner) };

function reportOf({ progress, why = '', evidence }: MoveOptions): PlainMove {
  const text = progress ?? '';
  if (text === '' && why === '') needed('progress', progress);
  return {
    act: 'report',
    progress: percentIn(text),
    note: why,
    evidence: evidence === undefined ? [] : [evidence],
  };
}

/** Without it the progress stays: that of a work with nodes is theirs. */
function percentIn(text: string): number | null {
  if (text === '') return null;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function needed(name: keyof typeof moveOptions, value: string | undefined): string {
  if (value !== '') return present(name, value);
  throw badOption(name, '没有给出', `请加上 --${name}，详见 task --help`);
}

function present(name: keyof typeof moveOptions, value: string | undefined): string {
  if (value !== undefined) return value;
  throw badOption(name, '没有给出', `请加上 --${name}，详见 task --help`);
}

const isAct = (text: string): text is Act => Object.hasOwn(actName, text);
