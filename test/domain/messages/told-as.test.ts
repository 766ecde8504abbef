import { describe, expect, it } from 'vitest';
import { write } from '../../../functions/domain/messages/message.ts';
import { toldAs } from '../../../functions/domain/messages/told-as.ts';
import { occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import { aTask, rules } from '../../support/builders.ts';
import { item, letter } from '../../support/letters.ts';

describe('a message', () => {
  it.each([
    ['before-15', 'deadline'],
    ['due/unsigned-1', 'deadline'],
    ['assigned-1', 'deadline'],
    ['someday', 'deadline'],
    ['ruling-1', 'outcome'],
    ['waiting-review-2022-06-24', 'office'],
    ['return-2022-06-24+1', 'report'],
    ['pace-2022-06-24', 'pace'],
  ])('tells %s as %s', (key, way) => {
    expect(toldAs({ occasion: occasionOf(key) })).toBe(way);
  });

  it('tells of a task for a reason that it cannot read, and next to any other as missed', () => {
    const unknown = item(aTask(), { occasion: occasionOf('someday') });
    const both = [unknown, item(aTask(), { occasion: occasionOf('before-15') })];
    const [alone, beside] = [[unknown], both].map(
      (items) => write(letter('2022-06-15 08:00', items), rules).text,
    );
    expect(alone).toContain('1. ');
    expect(alone).not.toContain('补报');
    expect(beside).toContain('补报：提醒的提醒当时没有发出。');
  });
});
