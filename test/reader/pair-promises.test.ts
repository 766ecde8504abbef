import { describe, expect, it } from 'vitest';
import { matterOf, pairUp, type RegisteredPromise } from '../../functions/reader/pair-promises.ts';

const promise = (id: string, title: string): RegisteredPromise => ({
  id,
  title,
  quote: title,
  kind: 'milestone',
  due: null,
  metric: null,
  owners: ['安环局'],
});

describe('promises of two sources', () => {
  const registered = [promise('p22-002', '安环局要在9月底前完成应急预案修订')].map(matterOf);
  const alikeOf = (title: string): string | undefined =>
    pairUp([matterOf(promise('', title))], registered).get(0)?.id;

  it('are alike by what is done', () => {
    expect(alikeOf('安环局6月30日前完成应急预案的修订')).toBe('p22-002');
  });

  it('are not alike by their unit and date alone', () => {
    expect(alikeOf('安环局要在9月底前开通园区公交')).toBeUndefined();
  });
});
