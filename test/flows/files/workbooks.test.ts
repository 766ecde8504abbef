import { beforeEach, describe, expect, it } from 'vitest';
import { shortest } from '../../../functions/domain/base/decimal.ts';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { openContext } from '../../../functions/flows/context/open-context.ts';
import {
  fundingWorkbook,
  targetsWorkbook,
} from '../../../functions/flows/files/export-workbooks.ts';
import { desk, PARK } from '../../stories/desk.ts';
import { importFunding, importTargets } from '../../support/requests.ts';
import { withCells } from '../../support/workbooks.ts';
import type { World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await desk();
});

const as = (by: string) => ({ park: PARK, by, via: '网页' });
const given = (bytes: Uint8Array, onlyGood = false) => ({ bytes, file: '表.xlsx', onlyGood });

/** What `contact` exports. */
async function exported<Book>(
  make: (
    run: Awaited<ReturnType<typeof openContext>>,
    viewer: Contact,
    asked: undefined,
  ) => Promise<Book>,
  contact: string,
): Promise<Book> {
  const run = await openContext(PARK, world.ports);
  return make(run, run.directory.contact(contact) as Contact, undefined);
}

const filled = async (cells: Readonly<Record<string, string | number>>): Promise<Uint8Array> =>
  withCells(await exported(targetsWorkbook, 'owner-0'), () => cells);

const figures = async (): Promise<readonly string[]> => {
  const kept = await world.collections.targets.find(PARK, 'p22-001');
  return kept?.value.actuals.map(({ month, value }) => `${month} ${shortest(value, 2)}`) ?? [];
};

describe('a workbook of targets', () => {
  it('registers the month that was filled in', async () => {
    const imported = await importTargets(
      as('owner-0'),
      given(await filled({ '5月': 175 })),
      world.ports,
    );
    expect(imported).toEqual({ read: 1, news: 1, problems: [] });
    expect(await figures()).toEqual(['4 140', '5 175']);
  });

  it('registers nothing when it comes back unchanged', async () => {
    const bytes = await exported(targetsWorkbook, 'owner-0');
    expect(await importTargets(as('owner-0'), given(bytes), world.ports)).toMatchObject({
      news: 0,
    });
  });

  it('is refused with the cell of a month that has not ended', async () => {
    const bytes = await filled({ '5月': 175, '9月': 300 });
    await expect(importTargets(as('owner-0'), given(bytes), world.ports)).rejects.toMatchObject({
      problems: [expect.objectContaining({ message: expect.stringContaining('9月') })],
    });
    expect(await figures()).toEqual(['4 140']);
  });

  it('is refused from a contact that the park does not have', async () => {
    const bytes = await filled({ '5月': 175 });
    await expect(importTargets(as('nobody'), given(bytes), world.ports)).rejects.toThrow(
      '通讯录里没有“nobody”这个联系人',
    );
  });
});

describe('a workbook of funding', () => {
  it('is empty for a contact who may see none of it', async () => {
    expect(await exported(fundingWorkbook, 'owner-0')).toBeUndefined();
  });

  it('registers nothing when it comes back unchanged', async () => {
    const bytes = (await exported(fundingWorkbook, 'owner-1')) as Uint8Array;
    const imported = await importFunding(as('owner-1'), given(bytes), world.ports);
    expect(imported).toEqual({ read: 1, news: 0, problems: [] });
  });
});
