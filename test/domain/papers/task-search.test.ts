import { describe, expect, it } from 'vitest';
import { isFoundBy } from '../../../functions/domain/papers/task-search.ts';
import { aReport, aTask, at } from '../../support/builders.ts';

const task = aTask({
  id: 'p22-058',
  title: '靠前服务158家企业',
  quote: '要靠前服务，解决用地问题',
  lastReport: aReport(at('2022-06-10 09:00'), { note: '青苗补偿未谈拢' }),
});

describe('a search', () => {
  it.each(['p22-058', 'p22-58', 'P22-58', 'ｐ２２－５８', '58', '058', 'p22-05'])(
    'finds a task by its id as “%s”',
    (search) => {
      expect(isFoundBy(task, search)).toBe(true);
    },
  );

  it.each(['靠前服务', '解决用地', '安环局', '青苗补偿', '安环局 青苗', '158家'])(
    'finds a task by “%s” in title, sentence, unit or last report',
    (search) => {
      expect(isFoundBy(task, search)).toBe(true);
    },
  );

  it.each(['p22-5', 'p22-580', '22', '招商局', '安环局 招商'])(
    'does not find it by “%s”',
    (search) => {
      expect(isFoundBy(task, search)).toBe(false);
    },
  );

  it('finds the stages of money with their promise, and no other number', () => {
    const stage = aTask({ id: 'p22-082-exit-2-reviewed' });
    expect(isFoundBy(stage, 'p22-82')).toBe(true);
    expect(isFoundBy(stage, '82')).toBe(true);
    expect(isFoundBy(aTask({ id: 'p22-158' }), '58')).toBe(false);
  });
});
