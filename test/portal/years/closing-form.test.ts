import { describe, expect, it } from 'vitest';
import type { ClosingLine } from '../../../functions/domain/years/closing-line.ts';
import {
  decisionsIn,
  readClosingForm,
  withPicked,
} from '../../../functions/portal/years/closing-form.ts';
import { aTask, day } from '../../support/builders.ts';

const line = (id: string, given: Partial<ClosingLine> = {}): ClosingLine => ({
  kind: 'open',
  task: aTask({ id, title: `事项${id}` }),
  version: 3,
  choices: ['carryOver', 'reassignAndCarry', 'deemDone', 'suspend', 'withdraw'],
  aheadDue: null,
  needsDue: true,
  standing: null,
  ...given,
});

const sent = (fields: Readonly<Record<string, string>>) =>
  readClosingForm(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
  );

describe('the form of closing a year', () => {
  it('decides the lines that have a choice, each with its own date and reason', () => {
    const form = sent({
      'choice-a': 'carryOver',
      'to-a': '2023-06-30',
      'words-a': ' 省厅二季度批复 ',
      'seen-a': '3',
      'choice-b': '',
      'to-b': '2023-06-30',
    });
    const { decisions, faults } = decisionsIn(form, [line('a'), line('b')]);
    expect(faults).toEqual([]);
    expect(decisions).toEqual([
      {
        task: 'a',
        choice: 'carryOver',
        due: day('2023-06-30'),
        why: '省厅二季度批复',
        seen: 3,
      },
    ]);
  });

  it.each([
    [{ 'choice-a': 'carryOver' }, 'to-a', '请填结转到哪一天'],
    [{ 'choice-a': 'carryOver', 'to-a': '三月' }, 'to-a', '“三月”不是日期'],
    [{ 'choice-a': 'deemDone' }, 'words-a', '视同完成须写明佐证'],
    [{ 'choice-a': 'reassignAndCarry', 'to-a': '2023-03-31' }, 'unit-a', '请选改派给哪个单位'],
    [{ 'choice-a': 'grantAndCarry', 'to-a': '2023-03-31' }, 'choice-a', '请按现在的情况再选'],
    [{ 'choice-a': 'suspend', 'words-a': '长'.repeat(501) }, 'words-a', '请不超过500字'],
  ])('names what is missing or wrong: %j', (fields, field, words) => {
    const { decisions, faults } = decisionsIn(sent(fields), [line('a')]);
    expect(decisions).toEqual([]);
    expect(faults).toEqual([{ field, message: expect.stringContaining(words) }]);
    expect(faults[0]?.message).toContain('《事项a》');
  });

  it('needs no date for what has its own ahead', () => {
    const ahead = line('a', { aheadDue: day('2023-02-15'), needsDue: false });
    const { decisions } = decisionsIn(sent({ 'choice-a': 'carryOver' }), [ahead]);
    expect(decisions).toEqual([{ task: 'a', choice: 'carryOver', why: '' }]);
  });

  it('takes a link as what shows that it is done, and other words as its name', () => {
    const link = 'https://park.example/acceptance';
    const read = (words: string) =>
      decisionsIn(sent({ 'choice-a': 'deemDone', 'words-a': words }), [line('a')]).decisions;
    expect(read(link)).toEqual([{ task: 'a', choice: 'deemDone', evidence: link, why: '' }]);
    expect(read('验收5号')).toEqual([{ task: 'a', choice: 'deemDone', why: '验收5号' }]);
  });

  it('freezes the figures of a target as they are', () => {
    const target = line('t', { kind: 'targetWithoutLastPeriod', choices: ['asItIs'] });
    const { decisions } = decisionsIn(sent({ 'choice-t': 'asItIs' }), [target]);
    expect(decisions).toEqual([{ task: 't', choice: 'asItIs', why: '' }]);
  });

  it('puts one decision into all that are picked', () => {
    const form = withPicked({
      ...sent({ choice: 'withdraw', words: '机构调整', 'choice-b': 'suspend' }),
      picked: new Set(['a']),
    });
    const { decisions } = decisionsIn(form, [line('a'), line('b')]);
    expect(decisions).toEqual([{ task: 'a', choice: 'withdraw', why: '机构调整' }]);
  });
});
