import { dueOf } from './deadline.ts';
import type { Unnumbered } from './finish.ts';
import { amountOf, measure } from './metric.ts';
import type { Owners } from './owner-phrases.ts';
import { cleanView } from './clean.ts';
import { findDates } from './dates.ts';
import type { Row, TableContext } from './read-table.ts';
import type { ColumnRole } from './table-columns.ts';

const SIGNS: Readonly<Record<string, string>> = { '≥': '不低于', '≤': '不超过', '>': '超过', '<': '低于', '±': '' };

/** A row of an indicator table: name, unit of measure and value in cells of their own. */
export function readIndicator(row: Row, owners: Owners, context: TableContext): Unnumbered | undefined {
  const { text, planYear, area } = context;
  const first = (role: ColumnRole): { start: number; end: number } | undefined =>
    row.cells.find((one) => one.role === role)?.cell;
  const [name, value, unit, due] = [first('indicator'), first('value'), first('unit'), first('due')];
  if (!name || !value) return undefined;
  const said = (span: { start: number; end: number } | undefined): string =>
    span ? cleanView(text, span).text.replace(/[≥≤><±]/gu, (sign) => SIGNS[sign] ?? '') : '';
  const title = said(name).replace(/（[^）]*）$/u, '');
  const printed = said(value);
  const measure_ = unit && /[\d以上内右]$/u.test(printed) ? withUnit(printed, said(unit)) : printed;
  const reading = title + measure_;
  const measured = measure(reading);
  const date = due ? findDates(said(due), planYear)[0] : undefined;
  const dueBy = dueOf('target', date, planYear);
  return {
    area,
    place: { start: Math.min(name.start, value.start), end: Math.max(name.end, value.end) },
    title: reading,
    kind: 'target',
    due: dueBy.due,
    duePrecision: dueBy.duePrecision,
    metric: measured ? { ...measured.metric, name: title } : null,
    amountCny: amountOf(reading, measured),
    counterpart: null,
    hardness: 'must',
    owners: owners.owners,
    support: owners.support,
    recurrence: null,
    rules: ['table.indicator', dueBy.rule, ...(measured ? [measured.quantity.rule] : [])],
    questions: [],
  };
}

/** 85以上 with the unit % is 85%以上. */
const withUnit = (value: string, unit: string): string =>
  value.replace(/(?<number>\d)(?<rest>以上|以内|以下|左右)?$/u, (_, digit: string, rest?: string) => `${digit}${unit}${rest ?? ''}`);
