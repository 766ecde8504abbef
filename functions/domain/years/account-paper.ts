import { Temporal } from 'temporal-polyfill';
import { left, NOTHING, right, type Table } from '../base/table.ts';
import { hiddenWords } from '../sources/readers.ts';
import { carriedWords, targetsWords, worksWords } from './account-words.ts';
import type { TargetResult } from './target-results.ts';
import type { Fates, YearAccount } from './year-account.ts';

/** A part of the paper: lines, then a table. */
type PaperPart = {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Null where there is nothing to list. */
  readonly table: Omit<Table, 'notes'> | null;
};

/** The account as it is printed: one sheet, and behind it the list of what was carried over. */
export type AccountPaper = {
  readonly title: string;
  /** `（稿，截至2023年1月6日）`. */
  readonly byline: string;
  readonly lead: string;
  readonly parts: readonly PaperPart[];
  /** Null where nothing was carried over. */
  readonly annex: PaperPart | null;
  readonly signature: readonly [office: string, on: string];
};

/** How an account is printed. */
export type Printing = {
  readonly parkName: string;
  /** Whether its numbers can still change. */
  readonly isDraft: boolean;
};

/** The words and tables of `account`. */
export function accountPaper(account: YearAccount, { parkName, isDraft }: Printing): AccountPaper {
  const on = longDate(account.on);
  const { year, hidden } = account;
  return {
    title: `${parkName}${year}年度工作完成情况`,
    byline: `（${isDraft ? '稿，' : ''}截至${on}）`,
    lead: `${worksWords(account)}${hidden === 0 ? '' : `${hiddenWords(hidden)}，不计入以上各数。`}`,
    parts: [unitsPart(account), targetsPart(account), carriedPart(account)],
    annex: annexOf(account),
    signature: [`${parkName}园区办`, on],
  };
}

/** `2023年1月6日`. */
function longDate(on: string): string {
  const { year, month, day } = Temporal.PlainDate.from(on);
  return `${year}年${month}月${day}日`;
}

const columnName: Readonly<Record<keyof Fates, string>> = {
  promised: '承诺',
  onTime: '按期',
  late: '逾期后',
  done: '不计期限',
  deemed: '视同完成',
  carriedOver: '结转',
  suspended: '中止',
  withdrawn: '撤销',
  undecided: '未定',
  onTimeByOriginal: '按原定期限按期',
};

/** `不计期限` explained, where there is any. */
const UNDATED =
  '“不计期限”是办结时没有期限或没有办结日期的，以及期限没有核定、办结晚于暂估期限的。';

function unitsPart({ units, total }: YearAccount): PaperPart {
  const shown = (Object.keys(columnName) as (keyof Fates)[]).filter(
    (column) => column !== 'done' || total.done > 0,
  );
  const cells = (row: Fates): readonly string[] => shown.map((column) => String(row[column]));
  const table = {
    title: '各单位完成情况',
    columns: [left('单位'), ...shown.map((column) => right(columnName[column]))],
    rows: [...units.map((row) => [row.unit, ...cells(row)]), ['合计', ...cells(total)]],
  };
  return {
    heading: '一、各单位',
    lines: total.done > 0 ? [UNDATED] : [],
    table: units.length === 0 ? null : table,
  };
}

const resultWords = ({ result, asOf }: TargetResult): string =>
  ({ met: '达到目标', missed: '没有达到', partial: `截至${asOf}`, none: '从未报数' })[result];

function targetsPart(account: YearAccount): PaperPart {
  const { targets } = account;
  const table = {
    title: '各项指标完成情况',
    columns: [left('指标'), left('单位'), right('目标'), right('完成'), left('结果')],
    rows: targets.map((each) => [
      each.name,
      each.unit,
      each.goal,
      each.value ?? NOTHING,
      resultWords(each),
    ]),
  };
  return {
    heading: '二、指标',
    lines: [targetsWords(account)],
    table: targets.length === 0 ? null : table,
  };
}

const carriedPart = (account: YearAccount): PaperPart => ({
  heading: '三、结转的工作',
  lines: [carriedWords(account)],
  table: null,
});

function annexOf({ carried, year }: YearAccount): PaperPart | null {
  if (carried.length === 0) return null;
  const dateWords = (on: string | null): string => (on === null ? '没有期限' : longDate(on));
  const table = {
    title: `${year}年结转的工作`,
    columns: [left('编号'), left('事项'), left('单位'), left('原定期限'), left('新期限')],
    rows: carried.map(({ id, title, unit, original, due }) => [
      id,
      title,
      unit,
      dateWords(original),
      dateWords(due),
    ]),
  };
  return { heading: `附表：${year}年结转的工作`, lines: [], table };
}
