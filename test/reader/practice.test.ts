import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planYearIn } from '../../functions/reader/dates/plan-year.ts';
import { readPlan } from '../../functions/reader/read-plan.ts';
import { documentOfText } from '../../functions/reader/tables/text-tables.ts';
import { type Gold, score } from './score.ts';

const folder = new URL('practice/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => name.replace('.jsonl', ''));

/** Plans that do not say which year they are for; a person has to. */
const YEARS: Readonly<Record<string, number>> = { doc17: 2025 };

/** The known plan is the sample's own. */
const SAMPLE: Readonly<Record<string, string>> = {
  'linxiang-2022': '../../../functions/local/sample/plan-2022.txt',
};

const textOf = (name: string): string =>
  readFileSync(new URL(SAMPLE[name] ?? `${name}.txt`, folder), 'utf8');

const goldOf = (name: string): readonly Gold[] =>
  readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe.each(names)('the plan %s', (name) => {
  const text = textOf(name);
  const { drafts } = readPlan(documentOfText(text), { year: YEARS[name] ?? planYearIn(text) ?? 0 });
  const { f1, fields, missed, surplus } = score(goldOf(name), drafts, text);

  it('is read into the promises that a person finds in it', () => {
    expect({ f1: f1 >= 0.92, missed, surplus }).toMatchObject({ f1: true });
  });

  it.each([
    ['kind', 0.95],
    ['due', 0.95],
    ['duePrecision', 0.95],
    ['metric', 0.95],
    ['amountCny', 0.97],
    ['owners', 0.93],
    ['hardness', 0.92],
  ] as const)('has its %s right', (field, least) => {
    expect(fields[field]).toBeGreaterThanOrEqual(least);
  });
});
