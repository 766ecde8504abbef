import { inChinese, problemsOf } from '../../functions/domain/base/parsing.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { NewItem } from '../../functions/domain/sources/new-item.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { registerItem } from '../../functions/flows/sources/register-item.ts';
import type { Terminal } from '../command.ts';
import { badOption } from '../options.ts';
import type { ParkAccess } from '../park-access.ts';

/** Options of an item that is entered by hand. */
export const addOptions = {
  title: { type: 'string' },
  unit: { type: 'string' },
  kind: { type: 'string' },
  source: { type: 'string' },
  from: { type: 'string' },
  date: { type: 'string' },
  number: { type: 'string' },
  words: { type: 'string' },
  area: { type: 'string' },
  'answer-due': { type: 'string' },
  'answer-to': { type: 'string' },
  confirm: { type: 'string' },
} as const;

/** What the options of an item mean, in Chinese. */
export const addUsage: readonly string[] = [
  '新增事项：task add --title 事项 --unit 牵头单位 --as office',
  '  --due 2022-08-31        期限；--kind standing 为长期工作',
  '  --source instruction    领导批示：--from 谁批示 --date 批示日期 [--words 原话]',
  '  --source meeting        会议议定：--from 会议名称 [--number 第几次] [--date 日期]',
  '  --source superior       上级交办：--from 来文单位 [--number 文号] [--date 日期]',
  '  --answer-due 2022-09-30 --answer-to 单位   这份来文何时向谁报送办结报告',
  '  --area p22.3            所属工作；--evidence 链接 为附件',
  '  --confirm past,other    期限已过照此登记；与相近的一项不是同一件事',
];

type AddOptions = { readonly [Name in keyof typeof addOptions]?: string } & {
  readonly as?: string;
  readonly due?: string;
  readonly evidence?: string;
};

/** Registers what the options say. @throws {BadInput} naming what is wrong, or what has to be confirmed. */
export async function addItemFrom(
  { ports, park }: ParkAccess,
  options: AddOptions,
  { out }: Terminal,
): Promise<void> {
  const { as: by } = options;
  if (by === undefined) throw badOption('as', '没有说明由谁登记', '请写成 --as office');
  const item = itemOf(options);
  const confirm = (options.confirm ?? '').split(',');
  const confirmed = { past: confirm.includes('past'), other: confirm.includes('other') };
  const run = await openContext(park, ports);
  const request = { item, key: ports.newId(), confirmed };
  const answer = await registerItem(run, { by, via: '命令行' }, request);
  if ('questions' in answer) {
    throw new BadInput(
      answer.questions.map(({ about, message }) => ({
        place: '新增事项',
        message,
        remedy: `确认的，请加上 --confirm ${about}`,
      })),
    );
  }
  out(`${answer.task.id} ${answer.task.title}：已登记`);
}

function itemOf(options: AddOptions): NewItem {
  const { title = '', unit = '', due = null, kind, area, evidence } = options;
  const given = {
    title,
    leadUnit: unit,
    due,
    source: sourceOf(options),
    ...(kind !== undefined && { kind }),
    ...(area !== undefined && { place: area }),
    answer: reportIn(options),
    attachments: evidence === undefined ? [] : [evidence],
  };
  const parsed = NewItem.safeParse(given, { error: inChinese });
  if (parsed.success) return parsed.data;
  throw new BadInput(problemsOf(parsed.error, '新增事项'));
}

/** What is to be reported on the source. */
const reportIn = ({ 'answer-due': due, 'answer-to': to = '' }: AddOptions): unknown =>
  due === undefined && to === '' ? null : { due: due ?? '', to };

function sourceOf({ source = 'hand', from, date, number = '', words = '' }: AddOptions): unknown {
  if (source === 'instruction') return { kind: source, from, date, words };
  return source === 'hand'
    ? { kind: source }
    : { kind: source, from, documentNumber: number, date: date ?? null };
}
