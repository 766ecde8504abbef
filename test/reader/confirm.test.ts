import { describe, expect, it } from 'vitest';
import { directoryOf } from '../../functions/domain/contacts/contact.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { readConfirmation } from '../../functions/files/read-confirmation.ts';
import { readSample } from '../../functions/local/sample.ts';
import { confirmDrafts } from '../../functions/reader/confirm.ts';
import { readDocument } from '../../functions/reader/formats/read-document.ts';
import { readPlan } from '../../functions/reader/read-plan.ts';
import { at, contactsOf, day } from '../support/builders.ts';

const PLAN = `青山园区2024年工作计划
一、抓好建设。9月底前完成污水处理厂主体工程（建设局牵头）。完成供电线路改造。
二、抓好招商。每月5日前走访重点企业。`;

async function confirm(
  units: readonly object[],
  dates: readonly object[] = [],
): Promise<readonly Task[]> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const { drafts } = readPlan(await readDocument(bytes(PLAN), 'plan.txt'), { year: 2024 });
  const file = JSON.stringify({ plan: 2024, units, dates });
  return confirmDrafts(drafts, readConfirmation(bytes(file), '核定.json'), {
    park: 'qingshan',
    at: at('2024-01-15 09:00'),
    directory: directoryOf(contactsOf('建设局', '招商局')),
    file: '核定.json',
  });
}

describe('confirming the drafts of a plan', () => {
  it('takes the unit that the plan names, else the first that fits', async () => {
    const units = [
      { keyword: '供电', unit: '建设局' },
      { area: 2, unit: '招商局' },
    ];
    const tasks = await confirm(units, [{ keyword: '供电', due: '2024-06-28' }]);
    expect(tasks.map(({ leadUnit, due, duePrecision }) => [leadUnit, due, duePrecision])).toEqual([
      ['建设局', day('2024-09-30'), 'explicit'],
      ['建设局', day('2024-06-28'), 'set'],
      ['招商局', null, 'none'],
    ]);
    expect(tasks.map(({ recurrence }) => recurrence)).toEqual([null, null, '每月5日前']);
    expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(['pendingAcceptance']));
  });

  it('names every draft that has no unit', async () => {
    await expect(confirm([{ keyword: '供电', unit: '建设局' }])).rejects.toThrow(
      /草稿 p24-003（.*企业）：没有责任单位/,
    );
  });

  it('names every unit that nobody answers for', async () => {
    const units = [
      { area: 1, unit: '建设局' },
      { area: 2, unit: '教育局' },
    ];
    await expect(confirm(units)).rejects.toThrow('责任单位“教育局”没有责任人的联系方式');
  });
});

describe('the sample', () => {
  it('is the real plan, with the June platform on the date of the plan itself', async () => {
    const { tasks, directory } = await readSample(at('2022-06-15 08:00'));
    expect(tasks.length).toBeGreaterThan(140);
    expect(tasks.filter(({ duePrecision }) => duePrecision === 'set').length).toBeGreaterThan(20);
    const platform = tasks.find(({ quote }) => quote.includes('第三方治理工作平台'));
    expect(platform).toMatchObject({
      leadUnit: '安环局',
      due: day('2022-06-30'),
      duePrecision: 'explicit',
    });
    expect(tasks.filter(({ owner }) => !directory.holds(owner))).toEqual([]);
  });
});
