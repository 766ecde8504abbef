import { describe, expect, it } from 'vitest';
import { spokenOf } from '../../../functions/domain/deadlines/spoken-steps.ts';
import { keyOf, occasionOf } from '../../../functions/domain/tasks/occasion-codec.ts';
import { day } from '../../support/builders.ts';

describe('an asking', () => {
  it('that was not heard yet speaks alone, whatever came after it', () => {
    const reached = (...ids: readonly string[]) => ids.map((id) => ({ occasion: occasionOf(id) }));
    const said = (today: string, ...ids: readonly string[]): readonly string[] =>
      spokenOf(reached(...ids), day(today)).map(({ occasion }) => keyOf(occasion));
    const [june, july] = [
      ['return-2022-06-24-2', 'return-2022-06-24+1', 'return-2022-06-24+3'],
      'return-2022-07-25-2',
    ] as const;
    expect(said('2022-06-29', ...june, 'due')).toEqual(['return-2022-06-24-2', 'due']);
    expect(said('2022-06-29', ...june.slice(1))).toEqual(june.slice(1));
    expect(said('2022-07-21', ...june, july)).toEqual([july]);
    expect(said('2022-07-21', ...june.slice(2), july)).toEqual([june[2], july]);
    expect(said('2022-07-26', ...june.slice(2), july)).toEqual([july]);
  });
});
