import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import { occasionWords } from '../../../functions/domain/tasks/occasion-words.ts';
import { awaitedOf } from '../../../functions/domain/tasks/waiting.ts';
import { aTask, day } from '../../support/builders.ts';

describe('words', () => {
  it.each([
    { rung: 'before-15', words: '提前15天' },
    { rung: 'due', words: '到期当天' },
    { rung: 'overdue-3', words: '逾期督办第3个工作日' },
    { rung: 'overdue-weekly-2', words: '逾期后每周' },
    { rung: 'assigned-1', words: '交办' },
    { rung: 'waiting-review-2022-06-24+2', words: '报办结待核验' },
    { rung: 'ruling-1', words: '处理结果' },
    { rung: 'due/unsigned-1', words: '到期当天未获回应' },
    { rung: 'return-2022-06-24-1', words: '进度反馈' },
    { rung: 'pace-2022-06-24', words: '序时进度' },
    { rung: 'waiting-review-2022-06-24', words: '报办结待核验' },
    { rung: 'waiting-extension-2022-06-20T01:00:00Z', words: '延期申请待批复' },
    { rung: 'waiting-disowned-2022-06-20T01:00:00Z', words: '责任异议待决定' },
  ])('call $rung $words', ({ rung, words }) => {
    expect(occasionWords(occasionOf(rung))).toBe(words);
  });

  it('call everything that can wait for the office by what it is', () => {
    const at = Temporal.Instant.from('2022-06-20T01:00:00Z');
    const asked = { at, due: day('2022-08-01'), why: '', isLate: false, by: null };
    const waiting = [
      aTask({ status: 'pendingReview', doneOn: day('2022-06-24') }),
      aTask({ request: asked }),
      aTask({ disowned: { at, why: '', by: null } }),
    ].map((task) => occasionWords(awaitedOf(task) ?? occasionOf('')));
    expect(new Set(waiting).size).toBe(3);
    expect(waiting.every((words) => words.includes('待'))).toBe(true);
  });
});
