import { expect, it } from 'vitest';
import { alignedLines } from '../../bin/text-table.ts';

it('aligns columns of Chinese text with quotation marks and cuts what is too wide', () => {
  const rows = [
    ['编号', '任务', '时限'],
    ['p1', '“放管服”改革', '—'],
    ['p2', '建设污水处理平台', '6月'],
  ];
  expect(alignedLines(rows, 12)).toEqual([
    '编号  任务          时限',
    'p1    “放管服”改革  —',
    'p2    建设污水处…   6月',
  ]);
});
