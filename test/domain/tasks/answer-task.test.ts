import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  answerNotes,
  answersOf,
  answerTask,
  itemsToAnswer,
  readyWords,
} from '../../../functions/domain/tasks/answer-task.ts';
import { moved } from '../../../functions/domain/tasks/moves.ts';
import { listedOf } from '../../../functions/domain/tasks/node.ts';
import { reportingDays } from '../../../functions/domain/tasks/reporting-days.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { Task as StoredForm } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules } from '../../support/builders.ts';
import { sourceId } from '../../support/ids.ts';
import { aSource } from '../../support/sources.ts';

const ID = sourceId('j22a');
const source = aSource({ id: ID, kind: 'superior', title: '市督查室交办' });
const answer = { due: day('2022-06-30'), to: '市政府督查室', what: '办结报告' };

const aReportOn = (earlier = 0, over: Partial<typeof answer> = {}): Task =>
  answerTask({
    source,
    answer: { ...answer, ...over },
    earlier,
    leadUnit: '园区办',
    today: day('2022-06-15'),
    at: at('2022-06-15 09:00'),
  });

const item = (id: string, status: Task['status']): Task => aTask({ id, source: ID, status });

describe('a report on a source', () => {
  it('is a task of the office, in its hand from the start', () => {
    expect(aReportOn()).toMatchObject({
      id: 'j22a-00',
      source: ID,
      answers: ID,
      title: '报送办结报告：《市督查室交办》（报市政府督查室）',
      quote: '',
      owner: 'office',
      status: 'inProgress',
      assignment: { number: 0 },
    });
    expect(StoredForm.parse(z.encode(StoredForm, aReportOn()))).toEqual(aReportOn());
  });

  it('has an id that no other report and no promise of the source has', () => {
    const ids = Array.from({ length: 60 }, (_, earlier) => aReportOn(earlier).id);
    expect(ids.slice(0, 3)).toEqual(['j22a-00', 'j22a-00a', 'j22a-00b']);
    expect(new Set(ids).size).toBe(60);
    const tasks = ids.map((_, place) => aReportOn(ids.length - 1 - place));
    expect(answersOf(tasks, ID).map(({ id }) => id)).toEqual(ids);
  });

  it('begins on its date where that has passed', () => {
    expect(String(aReportOn(0, { due: day('2022-06-10') }).start)).toBe('2022-06-10');
  });

  it('is listed nowhere, and owes no returns', () => {
    expect(listedOf([aReportOn(), item('j22a-001', 'inProgress')])).toHaveLength(1);
    expect([...reportingDays(aReportOn(), rules)]).toEqual([]);
  });

  it('has no nodes, which would be counted', () => {
    const node = { title: '初稿', due: day('2022-06-20'), leadUnit: '园区办', weight: null };
    const nodes = [{ ...node, owner: aReportOn().owner }];
    const outcome = moved(aReportOn(), { act: 'nodes', nodes }, at('2022-06-15 10:00'), rules);
    expect(outcome).toEqual({ refusal: '报送不计入各项工作，不能分解节点' });
  });

  it('says how many items are open, those that were withdrawn left out', () => {
    const tasks = [
      aReportOn(),
      item('j22a-001', 'closed'),
      item('j22a-002', 'pendingReview'),
      item('j22a-003', 'withdrawn'),
      aTask(),
    ];
    expect(itemsToAnswer(tasks, ID)).toEqual({ open: 1, all: 2 });
    expect(answerNotes(aReportOn(), tasks)).toEqual(['来源事项：2项中还有1项没有办结']);
    expect(answerNotes({ ...aReportOn(), status: 'closed' }, tasks)).toEqual([]);
    expect(answerNotes(aTask(), tasks)).toEqual([]);
    expect(answerNotes(aReportOn(), [])).toEqual([]);
    expect(readyWords({ open: 0, all: 2 })).toBe('2项都已办结，可以报送了');
  });
});
