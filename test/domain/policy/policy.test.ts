import { describe, expect, it } from 'vitest';
import { BadInput } from '../../../functions/domain/base/problems.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Policy } from '../../../functions/domain/policy/policy.ts';
import { readPolicy } from '../../../functions/domain/policy/read-policy.ts';

/** The lines a person reads when `document` is refused. */
function refusal(document: unknown, timeZone = 'Asia/Shanghai'): string {
  try {
    readPolicy(document, timeZone);
  } catch (fault) {
    if (fault instanceof BadInput) return fault.message;
    throw fault;
  }
  return '';
}

describe('a policy', () => {
  it('is read as it was written', () => {
    expect(readPolicy(structuredClone(defaultPolicy), 'Asia/Shanghai')).toEqual(defaultPolicy);
  });

  it('is refused where its rungs do not descend', () => {
    const [first, second, ...rest] = defaultPolicy.before;
    const document = { ...defaultPolicy, before: [second, first, ...rest] };
    expect(refusal(document)).toContain('督办规则 before.1：提醒级次应从大到小排列，且不重复');
  });

  it('is refused where its overdue rungs do not ascend', () => {
    const document = { ...defaultPolicy, overdue: defaultPolicy.overdue.toReversed() };
    expect(refusal(document)).toContain('督办规则 overdue.1：提醒级次应从小到大排列');
  });

  it.each(['24:00', '8:00', '08:60', 'noon'])('is refused with a send time of %s', (sendTime) => {
    expect(refusal({ ...defaultPolicy, sendTime })).toContain(
      '督办规则 sendTime：不是一个存在的时刻',
    );
  });

  it('is refused with a send time that the zone skips in spring', () => {
    const document = { ...defaultPolicy, sendTime: '02:30' };
    expect(refusal(document)).toBe('');
    expect(refusal(document, 'America/New_York')).toMatch(
      /发送时刻 02:30 在 America\/New_York 的 \d{4}-03-\d{2} 不存在（夏令时跳过）/,
    );
  });

  it('is refused with a send time in the quiet hours', () => {
    expect(refusal({ ...defaultPolicy, sendTime: '19:00' })).toContain('发送时刻必须早于停发时刻');
  });

  it('is refused with everything wrong at once', () => {
    const lines = refusal({ ...defaultPolicy, version: 0, assumedTo: [] }).split('\n');
    expect(lines).toHaveLength(2);
  });

  it('without settings for handovers, reports, pace and briefings uses the defaults', () => {
    const { handOver, returns, pace, sheets, ...older } = defaultPolicy;
    expect(readPolicy(older, 'Asia/Shanghai')).toEqual({
      ...older,
      handOver,
      returns,
      pace,
      sheets,
    });
    expect(handOver).toEqual({ withinWorkingDays: 2, chain: ['unitHead', 'office'] });
    expect(sheets.weekly).toEqual(['responsibleLeader', 'principalLeader']);
    expect(returns.dayOfMonth).toBe(25);
    const { asked, ...written } = returns;
    expect(readPolicy({ ...older, returns: written }, 'Asia/Shanghai').returns.asked).toEqual(
      asked,
    );
  });

  it('asks the owner of every kind by the return day, before anybody hears what is missing', () => {
    const read = (steps: readonly unknown[]): Policy['returns']['steps'] =>
      readPolicy(
        { ...defaultPolicy, returns: { ...defaultPolicy.returns, steps } },
        'Asia/Shanghai',
      ).returns.steps;
    const late = [
      { workingDays: 1, to: ['owner'] },
      { workingDays: 3, to: ['owner', 'unitHead', 'office'] },
    ];
    const ofTargets = { workingDays: -2, kinds: ['target'], to: ['owner'] };
    // What every park had before: its author never chose that other kinds are not asked.
    expect(read([ofTargets, ...late])).toEqual(defaultPolicy.returns.steps);
    expect(read(late)).toEqual(defaultPolicy.returns.steps);
    expect(read([{ workingDays: -2, to: ['office'] }, ...late])[0]).toEqual({
      workingDays: -2,
      to: ['owner', 'office'],
    });
    const ofDuties = { workingDays: 2, kinds: ['standing'], to: ['unitHead'] };
    expect(read([{ ...ofTargets, workingDays: -5 }, ofDuties])).toEqual([
      { ...ofTargets, workingDays: -5 },
      { ...ofTargets, kinds: ['standing'] },
      ofDuties,
    ]);
    for (const own of [[], [{ workingDays: 0, to: ['owner'] }, ...late]]) {
      expect(read(own)).toEqual(own);
    }
  });
});
