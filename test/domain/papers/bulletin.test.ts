import { describe, expect, it } from 'vitest';
import { fundingReport } from '../../../functions/domain/funding/funding-report.ts';
import { taskRowOf } from '../../../functions/domain/papers/board.ts';
import { Bulletin } from '../../../functions/domain/papers/bulletin.ts';
import { usualDemands } from '../../../functions/domain/papers/demands.ts';
import {
  type BulletinMatter,
  writeBulletin,
} from '../../../functions/domain/papers/write-bulletin.ts';
import { lastInstantOf } from '../../../functions/domain/policy/hours.ts';
import { paceRows } from '../../../functions/domain/targets/pace-report.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aReport, aTask, at, day, rules } from '../../support/builders.ts';
import { aBulletin } from '../../support/bulletins.ts';
import { anActual, aTarget } from '../../support/figures.ts';
import { aSource } from '../../support/sources.ts';

const today = day('2022-07-08');
const LONG = '很'.repeat(40);

const matter = (
  tasks: readonly Task[],
  targets: Parameters<typeof paceRows>[0]['targets'] = [],
): BulletinMatter => ({
  park: 'linxiang',
  today,
  year: 2022,
  earlier: [],
  number: 3,
  rows: tasks.map((task) => taskRowOf({ task, version: 1 }, null, today, rules)),
  targets: paceRows(
    { targets, projects: [], enterprises: [] },
    new Map(),
    lastInstantOf(today, rules),
    rules,
  ),
  sources: [],
  money: fundingReport({ instruments: [], steps: [] }, new Map(), today, rules),
});

describe('a bulletin', () => {
  it('names the longest overdue, cut to what a page has room for, and counts the others', () => {
    const late = Array.from({ length: 8 }, (_, n) =>
      aTask({ id: `t${n}`, title: LONG, due: day(`2022-06-0${n + 1}`), stageOf: 'p22-082' }),
    );
    const reported = {
      ...(late[0] as Task),
      lastReport: aReport(at('2022-07-01 09:00'), { note: LONG }),
    };
    const { id, red } = writeBulletin(matter([reported, ...late.slice(1)]), usualDemands);
    expect(id).toBe('2022-03');
    expect(red.others).toBe(2);
    expect(red.named).toHaveLength(6);
    expect(red.named[0]).toEqual({
      id: 'p22-082',
      title: `${'很'.repeat(20)}…`,
      unit: '安环局',
      due: '2022-06-01',
      state: '已逾期37天',
      report: `${'很'.repeat(12)}…`,
    });
  });

  it('tells what is open from earlier years apart from every count of the year', () => {
    const sources = [aSource({ areas: ['党的建设'] })];
    const { rows: earlier } = matter([aTask({ id: 'a', plan: 2021, area: 1 })]);
    const tasks = [
      aTask({ id: 'b', plan: 2022, area: 1, due: day('2022-12-30') }),
      aTask({ id: 'c', plan: 2022, area: 1, due: day('2022-12-30') }),
    ];
    const issue = writeBulletin({ ...matter(tasks), sources, earlier }, usualDemands);
    expect(issue.areas.map(({ name, counts }) => [name, counts.all])).toEqual([
      ['一、党的建设', 2],
    ]);
    expect(issue.counts).toMatchObject({ all: 2, red: 0 });
    expect(issue.earlier).toEqual({ all: 1, red: 1, yellow: 0 });
    expect(issue.red.named).toEqual([]);
  });

  it('of a year that is over is numbered in that year, and says that all of it has passed', () => {
    const issue = writeBulletin({ ...matter([]), year: 2021 }, usualDemands);
    expect(issue).toMatchObject({ id: '2021-03', year: 2021, on: '2022-07-08', gone: '100.0%' });
  });

  it('counts what was withdrawn apart, and says how old every figure is', () => {
    const late = aTarget({ actuals: [anActual(5, '170.9')] });
    const { counts, areas, pace } = writeBulletin(
      matter(
        [aTask({ id: 'a', status: 'withdrawn' }), aTask({ id: 'b', status: 'closed' })],
        [late],
      ),
      usualDemands,
    );
    expect(counts).toMatchObject({ all: 2, done: 1, withdrawn: 1 });
    expect(areas[0]?.counts).toMatchObject({ all: 2, done: 1, withdrawn: 1 });
    expect(pace.targets).toMatchObject([{ completion: '40.6%', asOf: '5月', lead: '欠 0.9' }]);
    expect(pace.sentence).toContain('截至5月欠0.9个百分点');
  });

  it('of an older version is read without the counts that it did not have', () => {
    const { unreported: _, withdrawn: __, unreturned: ___, ...old } = aBulletin.counts;
    expect(Bulletin.parse({ ...aBulletin, counts: old }).counts).toMatchObject({
      withdrawn: 0,
      unreported: 0,
    });
  });

  it('leaves out the targets that are furthest ahead where there are too many', () => {
    const targets = Array.from({ length: 16 }, (_, n) =>
      aTarget({ id: `p${n}`, name: `${n}号指标`, actuals: [anActual(5, String(100 + n))] }),
    );
    const { pace } = writeBulletin(matter([], targets), usualDemands);
    expect(pace.targets.map(({ name }) => name)).toEqual(
      Array.from({ length: 14 }, (_, n) => `${n}号指标`),
    );
    expect(pace.others).toBe(2);
  });
});
