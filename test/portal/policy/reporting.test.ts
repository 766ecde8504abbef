import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { draftOf } from '../../../functions/portal/policy/draft.ts';
import { policyFields } from '../../../functions/portal/policy/form.ts';
import { day } from '../../support/builders.ts';
import { fieldsIn } from '../../support/form.ts';
import { aPortal, samplePark, signedInAs } from '../../support/portal.ts';

describe('the form of a policy', () => {
  it('says what is asked for and how often', async () => {
    const asked = { milestone: 'quarterly', target: 'never', standing: 'halfYearly' } as const;
    const wanted = { ...defaultPolicy, returns: { ...defaultPolicy.returns, asked } };
    const fields = { ...policyFields(wanted), from: '2022-06-16' };
    const draft = draftOf(fields, defaultPolicy, day('2022-06-16'));
    expect('document' in draft && draft.document).toMatchObject({ returns: { asked } });
    const odd = { ...fields, 'returns-target': 'daily' };
    expect(draftOf(odd, defaultPolicy, day('2022-06-16'))).toHaveProperty('faults');
    const office = await signedInAs('office', aPortal(await samplePark()));
    expect(fieldsIn(await office.text('/settings/policy'))).toMatchObject({
      'returns-milestone': 'monthly',
      'returns-target': 'own',
      'returns-standing': 'quarterly',
    });
    expect(await office.text('/settings')).toContain(
      '<td>反馈日（通常每月 25 日）前 2 个工作日，请反馈</td><td>责任人</td>',
    );
  });
});
