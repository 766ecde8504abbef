import { beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../../functions/domain/base/role.ts';
import type { Target } from '../../../functions/domain/targets/target.ts';
import { writeFundingSheets } from '../../../functions/files/funding-worksheet.ts';
import { readTargetsSheet, writeTargetsSheet } from '../../../functions/files/targets-worksheet.ts';
import { ImportedBody } from '../../../functions/portal/api/file-schemas.ts';
import { callerAs } from '../../support/caller.ts';
import { taskId } from '../../support/ids.ts';
import { aPortal, samplePark, signedInAs } from '../../support/portal.ts';
import { withCells } from '../../support/workbooks.ts';
import type { World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await samplePark('2022-07-08');
});

const fileOf = (bytes: Uint8Array, name = '表.xlsx'): File =>
  new File([Uint8Array.from(bytes)], name);

async function targetNamed(name: string): Promise<Target> {
  const all = await world.collections.targets.all('linxiang');
  const found = all.flatMap((each) =>
    'value' in each && each.value.name === name ? each.value : [],
  );
  if (!found[0]) throw new Error(`no target ${name}`);
  return found[0];
}

/** The workbook of a target as it was exported, with these cells filled in by their titles. */
async function filledIn(
  name: string,
  cells: Readonly<Record<string, string | number>> = { '6月': 2.31 },
): Promise<Uint8Array> {
  const exported = await writeTargetsSheet([await targetNamed(name)], world.now());
  return withCells(exported, (row) => (row('指标') === name ? cells : {}));
}

const lastOf = async (name: string): Promise<string | undefined> =>
  (await targetNamed(name)).actuals.at(-1)?.value.toString();

describe('returned targets in a workbook', () => {
  it('import unchanged as no change, and filled in as new figures', async () => {
    const owner = await signedInAs('caijin-owner', aPortal(world));
    const exported = fileOf(new Uint8Array(await (await owner.get('/targets.xlsx')).arrayBuffer()));
    const same = await owner.upload('/targets/import', exported);
    expect(await same.text()).toMatch(/读入 \d+ 项，其中 0 项有变化/);
    const answer = await owner.upload('/targets/import', fileOf(await filledIn('实缴税收')));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('读入 1 项，其中 1 项有变化，已登记');
    expect(await lastOf('实缴税收')).toBe('2.31');
  });

  it('are refused as a whole with the cell that is wrong, unless only good rows are wanted', async () => {
    const owner = await signedInAs('caijin-owner', aPortal(world));
    const wrong = await filledIn('实缴税收', { 年度目标: 5, '6月': 2.31 });
    const before = await lastOf('实缴税收');
    const answer = await owner.upload('/targets/import', fileOf(wrong));
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('<title>有错误：');
    expect(page).toContain('表.xlsx “指标”表 第2行 D列（年度目标）：年度目标5与登记的4亿元不一致');
    const good = await owner.upload('/targets/import', fileOf(wrong), { good: 'yes' });
    expect(await good.text()).toContain('没有导入的 1 处');
    expect(await lastOf('实缴税收')).toBe(before);
  });

  it.each([
    { name: '不是表.xlsx', bytes: new TextEncoder().encode('PK 不是'), says: '不是表.xlsx' },
    { name: '空.xlsx', bytes: new Uint8Array(), says: '没有选文件' },
  ])('are not read from $name', async ({ name, bytes, says }) => {
    const owner = await signedInAs('caijin-owner', aPortal(world));
    const answer = await owner.upload('/targets/import', fileOf(bytes, name));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(says);
  });

  it('too large to read are refused before they are read', async () => {
    const owner = await signedInAs('caijin-owner', aPortal(world));
    const large = fileOf(new Uint8Array(21 * 1024 * 1024), '大.xlsx');
    expect(await (await owner.upload('/targets/import', large)).text()).toContain('超过 20 MB');
    const onAws = await signedInAs('caijin-owner', aPortal(world, { uploadMegabytes: 4 }));
    expect(await onAws.text('/targets/import')).toContain('至多 4 MB');
    const five = fileOf(new Uint8Array(5 * 1024 * 1024), '五.xlsx');
    expect(await (await onAws.upload('/targets/import', five)).text()).toContain('超过 4 MB');
    const larger = fileOf(new Uint8Array(29 * 1024 * 1024), '更大.xlsx');
    expect((await owner.upload('/targets/import', larger)).status).toBe(413);
  });

  it('for a month that is not over are refused, as on the form', async () => {
    const target = await targetNamed('实缴税收');
    const workbook = fileOf(await filledIn('实缴税收', { '9月': 3 }));
    const owner = await signedInAs('caijin-owner', aPortal(world));
    const answer = await owner.upload('/targets/import', workbook);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('表.xlsx “指标”表 第2行 M列（9月）：9月还没有结束');
    expect((await targetNamed('实缴税收')).actuals).toHaveLength(target.actuals.length);
  });

  it('query a likely unit error by its cell, and accept it once confirmed', async () => {
    const owner = await signedInAs('caijin-owner', aPortal(world));
    const slip = { '6月': 23_100 };
    const asked = await owner.upload('/targets/import', fileOf(await filledIn('实缴税收', slip)));
    expect(asked.status).toBe(400);
    expect(await asked.text()).toContain(
      '表.xlsx “指标”表 第2行 J列（6月）：填的是23100亿元，是5月1.83亿元的12622.9倍，请核对单位和小数点。没有填错的，在“已核对”列写“是”，再导入。',
    );
    const sure = fileOf(await filledIn('实缴税收', { ...slip, 已核对: '是' }));
    expect((await owner.upload('/targets/import', sure)).status).toBe(200);
    expect(await lastOf('实缴税收')).toBe('23100');
  });

  it('change a reported figure only with a reason', async () => {
    const owner = await signedInAs('caijin-owner', aPortal(world));
    const bytes = await filledIn('实缴税收', { '5月': 1.84 });
    const answer = await owner.upload('/targets/import', fileOf(bytes));
    expect(await answer.text()).toContain('R列（备注）：5月已填报 1.83，更正须说明原因');
    const told = await filledIn('实缴税收', { '5月': 1.84, 备注: '核增' });
    expect((await owner.upload('/targets/import', fileOf(told))).status).toBe(200);
    expect((await targetNamed('实缴税收')).actuals.at(-1)).toMatchObject({ month: 5, why: '核增' });
  });

  it('reject a name that two targets share', async () => {
    const target = await targetNamed('实缴税收');
    const exported = await writeTargetsSheet([target], world.now());
    const workbook = await withCells(exported, () => ({ 编号: '' }));
    const alike = [target, { ...target, id: taskId('p22-999') }];
    const { values, problems } = await readTargetsSheet(workbook, '表.xlsx', alike, world.now());
    expect(values).toEqual([]);
    expect(problems[0]?.message).toBe('有几项指标都叫“实缴税收”');
  });

  it('of another unit are not there', async () => {
    const owner = await signedInAs('anhuan-owner', aPortal(world));
    const answer = await owner.upload('/targets/import', fileOf(await filledIn('实缴税收')));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('没有“实缴税收”这项指标，或不在您的权限内');
  });
});

describe('booked money in a workbook', () => {
  it('is taken by finance, stage by stage', async () => {
    const finance = await signedInAs('finance', aPortal(world));
    const instruments = (await world.collections.instruments.all('linxiang')).flatMap((each) =>
      'value' in each ? each.value : [],
    );
    const steps = (await world.collections.steps.all('linxiang')).flatMap((each) =>
      'value' in each ? each.value : [],
    );
    const open = steps.find(({ doneOn }) => doneOn === null);
    const exported = await writeFundingSheets(instruments, steps);
    const workbook = fileOf(
      await withCells(exported, (row) =>
        row('编号') === open?.id ? { 完成时间: '2022-07-07' } : {},
      ),
    );
    const answer = await finance.upload('/funding/import', workbook);
    expect(await answer.text()).toContain('其中 1 行有变化，已登记');
    const kept = await world.collections.steps.find('linxiang', open?.id ?? '');
    expect(kept?.value.doneOn?.toString()).toBe('2022-07-07');
  });
});

describe('a workbook through the API', () => {
  it('imports as the page does, and only for posts that report', async () => {
    const content = Buffer.from(await filledIn('实缴税收')).toString('base64');
    const owner = await callerAs(world, 'caijin-owner');
    const answer = await owner('/targets/imports', { file: '表.xlsx', content });
    expect(ImportedBody.parse(await answer.json())).toEqual({ read: 1, news: 1, problems: [] });
    const again = await owner('/targets/imports', { file: '表.xlsx', content });
    expect(await again.json()).toMatchObject({ news: 0 });
    const office = await callerAs(world, 'office');
    expect((await office('/targets/imports', { file: '表.xlsx', content })).status).toBe(403);
    expect((await owner('/funding/imports', { file: '表.xlsx', content })).status).toBe(422);
  });

  it('must be confirmed with 422, and taken with confirm', async () => {
    const bytes = await filledIn('实缴税收', { '6月': 23_100 });
    const body = { file: '表.xlsx', content: Buffer.from(bytes).toString('base64') };
    const owner = await callerAs(world, 'caijin-owner');
    expect((await owner('/targets/imports', body)).status).toBe(422);
    const sure = await owner('/targets/imports', { ...body, confirm: true });
    expect(await sure.json()).toMatchObject({ news: 1 });
  });
});

describe('who is shown where workbooks come back', () => {
  const sees: ReadonlySet<Role> = new Set(['owner', 'unitHead', 'finance']);
  it.each(Role.options)('%s', async (role) => {
    const { contacts } = (await world.register.directory('linxiang')).value;
    const holder = contacts.find((each) => each.role === role);
    const someone = await signedInAs(holder?.id ?? '', aPortal(world));
    for (const path of ['/targets/import', '/funding/import']) {
      expect((await someone.get(path)).status).toBe(sees.has(role) ? 200 : 404);
      const sent = await someone.upload(path, fileOf(new Uint8Array([1])));
      expect(sent.status).toBe(sees.has(role) ? 400 : 404);
    }
  });
});
