import { describe, expect, it } from 'vitest';
import { confirmed, readConfirmation } from '../../functions/intake/read-confirmation.ts';
import { aTask, day } from '../support/builders.ts';

const read = (text: string): ReturnType<typeof readConfirmation> =>
  readConfirmation(new TextEncoder().encode(text), '核定期限.json');

const set = (dates: object): ReturnType<typeof readConfirmation> =>
  read(JSON.stringify({ note: '', plan: 2022, dates }));

const undated = aTask({ id: 'u', due: day('2022-12-31'), duePrecision: 'assumed-year-end' });

describe('a confirmation file', () => {
  it('sets dates, which then are the original ones', () => {
    const [task, other] = confirmed([undated, aTask()], set({ u: '2022-09-30' }), 'f');
    expect(task).toMatchObject({
      due: day('2022-09-30'),
      originalDue: day('2022-09-30'),
      duePrecision: 'set',
    });
    expect(other).toEqual(aTask());
  });

  it.each([
    { dates: { nobody: '2022-09-30' }, says: '核定期限 nobody：登记表中没有这一项' },
    { dates: { s: '2022-09-30' }, says: '核定期限 s：这是长期事项，没有期限' },
    { dates: { u: '2021-09-30' }, says: '核定期限 u：期限 2021-09-30 早于开始日期 2022-01-01' },
  ])('is refused: $says', ({ dates, says }) => {
    const standing = aTask({ id: 's', kind: 'standing', due: null });
    expect(() => confirmed([undated, standing], set(dates), 'f')).toThrow(says);
  });

  it.each([
    { text: '{"note": ', says: '核定期限.json：不是 UTF-8 的完整 JSON' },
    {
      text: '{"note":"","plan":2022,"dates":{"u":"2022-02-30"}}',
      says: '核定期限.json dates.u：“2022-02-30”不是存在的日期',
    },
  ])('is refused where it reads $text', ({ text, says }) => {
    expect(() => read(text)).toThrow(says);
  });
});
