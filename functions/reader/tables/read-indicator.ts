import { hardnessOf } from '../clauses/hardness.ts';
import { LONGEST_CLAUSE } from '../clauses/statement.ts';
import { dueOf } from '../dates/due-of.ts';
import { findDates } from '../dates/find-dates.ts';
import type { Unnumbered } from '../drafts/draft-of.ts';
import { questionsFor } from '../drafts/questions.ts';
import type { Owners } from '../owners/owner-phrases.ts';
import { amountOf, promisedMetric } from '../quantities/metric.ts';
import { cleanView } from '../text/clean.ts';
import type { TextSpan } from '../text/mapped-text.ts';
import type { ColumnRole } from './table-columns.ts';
import type { TableContext, TableRow } from './table-rows.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '≥': '不低于',
  '≤': '不超过',
  '>': '超过',
  '<': '低于',
  '±': '',
};

/** A row of an indicator table: name, unit and value in separate cells. */
export function readIndicator(
  row: TableRow,
  owners: Owners,
  context: TableContext,
): Unnumbered | undefined {
  const cell = (role: ColumnRole): TextSpan | undefined =>
    row.cells.find((one) => one.role === role)?.cell;
  const [name, value] = [cell('indicator'), cell('value')];
  if (!name || !value || isLong(name) || isLong(value)) return undefined;
  const said = (span: TextSpan | undefined): string => (span ? plain(context.text, span) : '');
  const title = said(name).replace(/（[^）]*）$/u, '');
  const reading = title + withUnit(said(value), said(cell('unit')));
  const measured = promisedMetric(reading);
  const due = dueOf('target', findDates(said(cell('due')), context.planYear)[0], context.planYear);
  const rules = ['table.indicator', due.rule, measured?.quantity.rule];
  return {
    area: context.area,
    place: { start: Math.min(name.start, value.start), end: Math.max(name.end, value.end) },
    title: reading,
    kind: 'target',
    due: due.due,
    duePrecision: due.duePrecision,
    metric: measured ? { ...measured.metric, name: title } : null,
    amountCny: amountOf(reading, measured),
    counterpart: null,
    hardness: hardnessOf(reading),
    owners: owners.owners,
    support: owners.support,
    recurrence: null,
    rules: rules.filter((rule) => rule !== undefined),
    questions: [
      ...(due.question === undefined ? [] : [due.question]),
      ...questionsFor({ text: reading, clause: reading, measured, kind: 'target' }),
    ],
  };
}

const isLong = ({ start, end }: TextSpan): boolean => end - start > LONGEST_CLAUSE;

const plain = (text: string, span: TextSpan): string =>
  cleanView(text, span).text.replace(/[≥≤><±]/gu, (sign) => SIGNS[sign] ?? '');

const ENDS_WITH_NUMBER = /(?<digit>\d)(?<bound>以上|以内|以下|左右)?$/u;

/** 85以上 with the unit % is 85%以上. */
const withUnit = (value: string, unit: string): string =>
  value.replace(
    ENDS_WITH_NUMBER,
    (_, digit: string, bound?: string) => digit + unit + (bound ?? ''),
  );
