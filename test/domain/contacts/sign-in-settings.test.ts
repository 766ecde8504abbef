import { describe, expect, it } from 'vitest';
import { SignInSettings } from '../../../functions/domain/contacts/sign-in-settings.ts';

describe('the settings of the sign-in', () => {
  const groups = [{ group: 'park-office', park: 'linxiang', role: 'office' }];
  const good = { issuer: 'https://sso.example', clientId: 'ruqi', groups };

  it.each([
    { wrong: { issuer: 'http://sso.example' }, message: '应以 https:// 开头' },
    { wrong: { issuer: 'sso' }, message: '不是网址' },
    { wrong: { clientId: '' }, message: '不能为空' },
    { wrong: { groups: [] }, message: '至少要有一个组' },
    { wrong: { scope: 'profile' }, message: '至少要有 openid' },
  ])('with $wrong are refused: $message', ({ wrong, message }) => {
    const { error } = SignInSettings.safeParse({ ...good, ...wrong });
    expect(error?.issues.map((each) => each.message)).toEqual([message]);
  });
});
