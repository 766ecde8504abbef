import { describe, expect, it } from 'vitest';
import { typedDay } from '../../../functions/domain/calendar/typed-day.ts';

describe('a day as it is typed', () => {
  it.each([
    ['7月31日', '2022-07-31'],
    ['7月31号', '2022-07-31'],
    ['2022-7-31', '2022-07-31'],
    ['2022-07-31', '2022-07-31'],
    ['7/31', '2022-07-31'],
    ['7.31', '2022-07-31'],
    ['2023/1/5', '2023-01-05'],
    ['2022年7月31日', '2022-07-31'],
    [' ７月３１日 ', '2022-07-31'],
    ['2月底', '2022-02-28'],
    ['2024年2月末', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(typedDay(text, 2022)?.toString()).toBe(day);
  });

  it.each(['', '年底前', '7月', '13/1', '2月30日', '7/0', '31', '2022-7-31 8:00', '7月31日前'])(
    '“%s” is none',
    (text) => {
      expect(typedDay(text, 2022)).toBeUndefined();
    },
  );
});
