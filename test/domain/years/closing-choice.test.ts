import { describe, expect, it } from 'vitest';
import { carries, closingMove } from '../../../functions/domain/years/closing-choice.ts';
import { day } from '../../support/builders.ts';

describe('a choice of the list that closes a year', () => {
  const due = day('2023-03-31');
  it.each([
    ['carryOver', { act: 'carryOver', due }],
    ['grantAndCarry', { act: 'carryOver', due }],
    ['refuseAndCarry', { act: 'carryOver', due, refusesRequest: true }],
    ['keepAndCarry', { act: 'carryOver', due }],
    ['reassignAndCarry', { act: 'carryOver', due, leadUnit: '招商局' }],
    ['suspend', { act: 'suspend' }],
    ['withdraw', { act: 'withdraw' }],
    ['refuse', { act: 'refuse' }],
    ['keep', { act: 'keep' }],
  ] as const)('%s is a move', (choice, move) => {
    expect(closingMove(choice, { due, leadUnit: '招商局', words: '会议定的' })).toEqual(move);
    expect(carries(choice)).toBe(move.act === 'carryOver');
  });

  it('takes as done by a link, or by the name of a document', () => {
    const link = 'https://park.example/acceptance';
    expect(closingMove('deemDone', { words: link })).toEqual({ act: 'deemDone', evidence: [link] });
    expect(closingMove('deemDone', { words: '临高新验〔2022〕5号' })).toEqual({
      act: 'deemDone',
      evidence: [],
      note: '临高新验〔2022〕5号',
    });
  });

  it('keeps its own date where none is given', () => {
    expect(closingMove('carryOver', { words: '' })).toEqual({ act: 'carryOver' });
  });

  it.each(['asItIs', 'awaitFigure'] as const)('%s is no move', (choice) => {
    expect(closingMove(choice, { words: '' })).toBeUndefined();
  });
});
