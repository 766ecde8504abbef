import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { readPlan } from '../../functions/reader/read-plan.ts';
import { documentOfText } from '../../functions/reader/tables/text-tables.ts';

/** Pieces that plans are made of, and pieces that break readers. */
const PIECES = [
  '完成',
  '推进',
  '力争',
  '确保',
  '建设',
  '甲路',
  '乙园区',
  '项目',
  '工程',
  '新增',
  '企业',
  '26家',
  '4亿元以上',
  '增长7.5%',
  '排名进前三',
  '6月底前',
  '二季度：',
  '每月5日前',
  '春节前',
  '明年3月底前',
  '2月30日',
  '13月',
  '（牵头单位：县住建局；配合单位：县财政局）',
  '责任单位：市水务局',
  '由县交通局负责',
  '一、',
  '（一）',
  '1.',
  '①',
  '一是',
  '去年',
  '截至目前，',
  '已完成',
  '、',
  '，',
  '。',
  '；',
  '和',
  '等',
  '“',
  '”',
  '（',
  '）',
  '\n',
  '\n\n',
  ' ',
  '\t',
  '|',
  '\u3000',
  '１２',
  '二〇二三年',
  '1，200万元',
  '[bookmark: _GoBack]',
  '- 3 -\n',
  '序号|任务|责任单位|完成时限\n',
  '1|建成丙桥|县交通局|6月底\n',
  '𠮷',
  '😀',
  '\ud800',
  '\u0000',
  'abc',
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const year = fc.integer({ min: 2000, max: 2099 });

const read = (plan: string, planYear: number): ReturnType<typeof readPlan> =>
  readPlan(documentOfText(plan), { year: planYear });

test.prop([text, year])('quotes what stands at its place in the document', (plan, planYear) => {
  const points = Array.from(plan);
  const { drafts, skipped } = read(plan, planYear);

  for (const { quote, start, end } of [...drafts, ...skipped]) {
    expect(points.slice(start, end).join('')).toBe(quote);
    expect(end).toBeGreaterThan(start);
  }
});

test.prop([text, year])('gives real days and whole yuan', (plan, planYear) => {
  for (const { due, duePrecision, amountCny, kind, metric } of read(plan, planYear).drafts) {
    if (due !== null) expect(new Date(`${due}T00:00:00Z`).toISOString().slice(0, 10)).toBe(due);
    expect(due === null).toBe(duePrecision === 'none');
    if (kind === 'standing') expect(due).toBeNull();
    if (amountCny !== null) expect(Number.isSafeInteger(amountCny)).toBe(true);
    if (metric) expect(Number.isFinite(metric.value)).toBe(true);
  }
});

test.prop([text, year])('does not care how lines end', (plan, planYear) => {
  const unix = plan.replaceAll('\r', '');
  const facts = (of: string): unknown =>
    read(of, planYear).drafts.map(({ start: _s, end: _e, quote, ...rest }) => ({
      ...rest,
      quote: quote.replaceAll('\r', ''),
    }));

  expect(facts(unix.replaceAll('\n', '\r\n'))).toEqual(facts(unix));
});

test.prop([text, year])('gives the same drafts twice, under different ids', (plan, planYear) => {
  const first = read(plan, planYear);

  expect(read(plan, planYear)).toEqual(first);
  expect(new Set(first.drafts.map(({ id }) => id)).size).toBe(first.drafts.length);
});

/** The same word over and over is what makes a careless pattern run for ever. */
test.prop(
  [
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 500, max: 3000 }),
  ],
  { numRuns: 60 },
)(
  'comes to an end on words repeated without end',
  (pieces, times) => {
    expect(() => read(pieces.join('').repeat(times), 2023)).not.toThrow();
  },
  20_000,
);
