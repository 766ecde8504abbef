import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aPortal, samplePark, signedInAs } from '../../support/portal.ts';
import type { World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await samplePark('2023-01-06');
});

describe('the account of a year', () => {
  it('is a page for the office and the leaders', async () => {
    const office = await signedInAs('office', aPortal(world));
    const page = await office.text('/years/2022/account');
    expect(page).toContain('<title>2022年度账目');
    expect(page).toContain('（稿，截至2023年1月6日）');
    expect(page).toMatch(/稿，还有\d+项没有定/);
    expect(page).toContain('href="/years/2022"');
    expect(page).toContain('另有指标17项');
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    expect((await owner.get('/years/2022/account')).status).toBe(404);
    expect((await owner.get('/years/2022/account.docx')).status).toBe(404);
    expect((await owner.get('/api/v1/years/2022/account')).status).toBe(403);
  });

  it('counts with the targets as many tasks as the register lists', async () => {
    const office = await signedInAs('office', aPortal(world));
    const account = z
      .object({
        isDraft: z.literal(true),
        undecided: z.int(),
        total: z.object({ promised: z.int(), undecided: z.int() }),
        targets: z.array(z.unknown()).length(17),
      })
      .parse(await (await office.get('/api/v1/years/2022/account')).json());
    const { total, targets } = account;
    expect(await office.text('/bulletin?year=2022')).toContain(
      `工作${total.promised + targets.length}项`,
    );
    expect(total.promised + targets.length).toBe(188);
    expect(account.undecided).toBe(total.undecided + targets.length);
  });

  it('is linked from the page of the units for who may see it', async () => {
    const office = await signedInAs('office', aPortal(world));
    expect(await office.text('/units?year=2022')).toContain('href="/years/2022/account"');
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    expect(await owner.text('/units?year=2022')).not.toContain('/account"');
  });

  it('is a Word document with the same words', async () => {
    const office = await signedInAs('office', aPortal(world));
    const answer = await office.get('/years/2022/account.docx');
    expect(answer.headers.get('content-disposition')).toContain('2022%E5%B9%B4%E5%BA%A6');
    const buffer = Buffer.from(await answer.arrayBuffer());
    const { value } = await mammoth.extractRawText({ buffer });
    expect(value).toContain('2022年度工作完成情况');
    expect(value).toContain('（稿，截至2023年1月6日）');
  });

  it('is not there for what is no year', async () => {
    const office = await signedInAs('office', aPortal(world));
    for (const path of ['/years/22/account', '/years/x/account.docx', '/api/v1/years/22/account']) {
      expect((await office.get(path)).status).toBe(404);
    }
  });
});
