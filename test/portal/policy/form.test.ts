import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { readPolicy } from '../../../functions/domain/policy/read-policy.ts';
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

describe('the document that a form makes', () => {
  it('carries on what it does not show, and the order of the chain', () => {
    const chain = ['responsibleLeader', 'unitHead'] as const;
    const signFor = { ...defaultPolicy.signFor, chain: [...chain] };
    const later = { ...defaultPolicy, signFor, ofLater: { yes: true } };
    const draft = draftOf({ ...policyFields(later), from: '2022-06-16' }, later, day('2022-06-16'));
    expect('document' in draft && draft.document).toMatchObject({
      ofLater: { yes: true },
      signFor: { chain },
    });
  });

  it('has the limit and the chain of handovers, and names them where they are missing', () => {
    const drafted = (fields: Readonly<Record<string, string>>): ReturnType<typeof draftOf> =>
      draftOf(
        { ...policyFields(defaultPolicy), ...fields, from: '2022-06-16' },
        defaultPolicy,
        day('2022-06-16'),
      );
    expect(
      drafted({ 'hand-days': '3', 'hand-chain-0': 'office', 'hand-chain-1': '' }),
    ).toMatchObject({ document: { handOver: { withinWorkingDays: 3, chain: ['office'] } } });
    expect(drafted({ 'hand-days': '', 'hand-chain-0': '', 'hand-chain-1': '' })).toMatchObject({
      faults: [{ field: 'hand-days' }, { field: 'hand-chain-0' }],
    });
  });

  it('sorts its rows, and drops those without a number', () => {
    const fields = {
      ...policyFields(defaultPolicy),
      from: '2022-06-16',
      'before-7-days': '20',
      'before-7-to-unitHead': 'on',
      'before-0-days': '',
    };
    const draft = draftOf(fields, defaultPolicy, day('2022-06-16'));
    const document = 'document' in draft ? draft.document : {};
    const { before } = readPolicy({ ...document, version: 2 }, 'Asia/Shanghai');
    expect(before.map(({ daysBefore }) => daysBefore)).toEqual([20, 15, 7, 3, 1, 0]);
    expect(before[0]?.to).toEqual(['unitHead']);
  });
});
