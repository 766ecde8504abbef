import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/policy.ts';
import { draftOf } from '../../../functions/portal/policy/draft.ts';
import { policyFields } from '../../../functions/portal/policy/form.ts';
import { day } from '../../support/builders.ts';
import { fieldsIn } from '../../support/form.ts';
import { aPortal, samplePark, signedInAs } from '../../support/portal.ts';

describe('who decides about the office’s own work', () => {
  const checkedBy = (fields: Readonly<Record<string, string>>): unknown => {
    const draft = draftOf({ ...fields, from: '2022-06-16' }, defaultPolicy, day('2022-06-16'));
    return 'document' in draft ? draft.document['officeCheckedBy'] : draft.faults;
  };

  it('is chosen in the form of a policy, and carried on where the form does not ask', async () => {
    const office = await signedInAs('office', aPortal(await samplePark()));
    const fields = fieldsIn(await office.text('/settings/policy'));
    expect(checkedBy(fields)).toBe('office');
    expect(checkedBy({ ...fields, 'office-checked': 'principalLeader' })).toBe('principalLeader');
    const { 'office-checked': _, ...without } = policyFields(defaultPolicy);
    expect(checkedBy(without)).toBe('office');
    expect(checkedBy({ ...fields, 'office-checked': 'owner' })).not.toBe('owner');
  });
});
