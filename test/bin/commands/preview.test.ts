import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { preview } from '../../../bin/commands/preview.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { run } from '../../support/command-line.ts';
import { fileOf, platform } from '../../support/registers.ts';

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../functions/local/sample/${name}`, import.meta.url));

const files = [
  '--register',
  sample('register-2022.jsonl'),
  '--confirmation',
  sample('confirmation-2022.json'),
];
const contacts = ['--contacts', sample('contacts.jsonl')];
const year = ['--from', '2022-01-01', '--to', '2022-12-31'];

describe('ruqi preview', () => {
  it('prints every notice of a register as JSON Lines', async () => {
    const file = await fileOf({ ...platform, responsibleLeader: '分管安全环保的领导' });
    const { code, out } = await run(
      preview,
      '--register',
      file,
      '--from',
      '2022-07-01',
      '--to',
      '2022-07-05',
      '--format',
      'jsonl',
    );
    expect(code).toBe(0);
    const at = '2022-07-05T08:00:00+08:00';
    const overdue3 = { at, task: 'p', rung: 'overdue-3', lamp: 'red', due: '2022-06-30' };
    expect(out.slice(2).map((line) => JSON.parse(line))).toEqual([
      { ...overdue3, contact: 'owner@安环局', role: 'owner' },
      { ...overdue3, contact: 'unitHead@安环局', role: 'unitHead' },
      { ...overdue3, contact: '分管安全环保的领导', role: 'responsibleLeader' },
    ]);
  });

  it('keeps to the days that it is asked for, both included', async () => {
    const file = await fileOf(platform);
    const { out } = await run(
      preview,
      '--register',
      file,
      '--from',
      '2022-06-27',
      '--to',
      '2022-06-29',
      '--format',
      'jsonl',
    );
    expect(out.map((line) => JSON.parse(line).rung)).toEqual(['before-3', 'before-1']);
  });

  it('gives standing duties no deadline notices, and asks for a report every quarter', async () => {
    const file = await fileOf({ ...platform, kind: 'standing', due: null });
    const { out } = await run(preview, '--register', file, ...year, '--format', 'jsonl');
    const rungs = out.map((line) => (JSON.parse(line) as { readonly rung: string }).rung);
    expect(rungs).toEqual(
      ['03-25', '06-24', '09-23', '12-23'].map((day) => `return-2022-${day}-2`),
    );
  });

  it('shows the whole year of the sample, with posts or with contacts', async () => {
    const bare = await run(preview, ...files, ...year, '--format', 'jsonl');
    const held = await run(preview, ...files, ...contacts, ...year, '--format', 'jsonl');
    expect(bare.out.length).toBeGreaterThan(1000);
    const rows = held.out.map((line) => JSON.parse(line));
    const platformRows = rows.filter(
      ({ task, rung }) => task === 'lx22-071' && rung === 'overdue-7',
    );
    expect(platformRows.map(({ contact }) => String(contact)).toSorted()).toEqual([
      'anhuan-head',
      'anhuan-owner',
      'leader-principal',
      'leader-safety',
      'office',
    ]);
    expect(new Set(rows.map(({ at }) => at.slice(10)))).toEqual(new Set(['T08:00:00+08:00']));
  });

  it('contains the steps of money and the returns of targets', async () => {
    const money = ['--funding', sample('funding-2022.jsonl')];
    const { out } = await run(
      preview,
      ...files,
      ...contacts,
      ...money,
      ...year,
      '--format',
      'jsonl',
    );
    const rows = out.map((line) => JSON.parse(line));
    const of = (task: string, rung: string): readonly string[] =>
      rows
        .filter((row) => row.task === task && row.rung === rung)
        .map(({ at, contact }) => `${String(at).slice(0, 10)} ${String(contact)}`)
        .toSorted();
    expect(of('lx22-082-exit-2-reviewed', 'due')).toEqual([
      '2022-06-22 caijin-owner',
      '2022-06-22 finance',
    ]);
    expect(of('lx22-082-exit-2-reviewed', 'overdue-1')).toEqual([
      '2022-06-23 caijin-head',
      '2022-06-23 caijin-owner',
      '2022-06-23 finance',
    ]);
    expect(rows.some(({ task }) => task === 'lx22-082-exit-1-applied')).toBe(false);
    const returns = rows.filter(({ task, rung }) => task === 'lx22-004' && /return/.test(rung));
    expect(returns.length).toBeGreaterThan(9);
  });

  it('reads as a calendar of mornings', async () => {
    const file = await fileOf(platform);
    const { out } = await run(
      preview,
      '--register',
      file,
      '--from',
      '2022-06-30',
      '--to',
      '2022-06-30',
    );
    expect(out).toEqual([
      '\n2022-06-30 6月30日（周四） 08:00',
      '  责任人 owner@安环局：建成平台，期限 2022-06-30〔原〕，今天到期（到期当天）',
      '\n共 1 条。',
    ]);
  });

  it('rehearses another policy', async () => {
    const file = await fileOf(platform);
    const policy = join(await mkdtemp(join(tmpdir(), 'ruqi-')), 'policy.json');
    const before = [{ daysBefore: 10, to: ['owner', 'office'] }];
    await writeFile(policy, JSON.stringify({ ...defaultPolicy, before, sendTime: '09:00' }));
    const { out } = await run(
      preview,
      '--register',
      file,
      '--policy',
      policy,
      '--from',
      '2022-06-01',
      '--to',
      '2022-06-30',
      '--format',
      'jsonl',
    );
    expect(out.map((line) => JSON.parse(line))).toMatchObject([
      { at: '2022-06-20T09:00:00+08:00', rung: 'before-10', role: 'office' },
      { at: '2022-06-20T09:00:00+08:00', rung: 'before-10', role: 'owner' },
    ]);
    await writeFile(policy, JSON.stringify({ ...defaultPolicy, sendTime: '25:00' }));
    const refused = await run(preview, '--register', file, '--policy', policy, ...year);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.err).toContain('督办规则 sendTime：不是一个存在的时刻');
  });

  it.each([
    {
      args: ['--from', '2022-02-30', '--to', '2022-12-31'],
      says: '参数 --from：“2022-02-30”不是存在的日期',
    },
    { args: ['--from', '2022-01-01'], says: '参数 --to：没有给出日期' },
    {
      args: ['--from', '2022-12-31', '--to', '2022-01-01'],
      says: '结束日期 2022-01-01 早于开始日期 2022-12-31',
    },
    { args: year, says: '参数 --register：没有给出登记表' },
    { args: [...year, '--register', 'nowhere.jsonl'], says: '文件 nowhere.jsonl：读不到这个文件' },
    { args: [...year, '--format', 'pdf'], says: '不认识格式“pdf”' },
    { args: [...year, '--colour', 'red'], says: '可用的参数：--register' },
    {
      args: [
        ...year,
        '--register',
        sample('register-2022.jsonl'),
        '--contacts',
        sample('confirmation-2022.json'),
      ],
      says: 'confirmation-2022.json 第 1 行',
    },
  ])('says in one line what is wrong with $args', async ({ args, says }) => {
    const { code, err } = await run(preview, ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
